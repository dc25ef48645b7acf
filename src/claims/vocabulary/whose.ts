import { of, type Words } from './words.ts';

const OFFICE = '(局|委|办|厅|单位|部门|院|中心|机关|会|处|站|所|队|社区|园区|新区|行)';
const AREA = '(市|县|区|省|州|旗|镇|乡|街道)';
const PARTS =
  '(乡镇|镇街|乡镇街道|镇乡|街道|乡镇(街道)|县区|区县|县市区|县(市、区)|市县|区市|科室|处室|股室|二级单位|派出机构|基层站所|分局|园区|开发区|村|社区)';
const BODIES = '(行政机关|机关|部门|单位|行政单位|政府部门|政府|人民政府)';

/** Of the words for what is planned, one that is also a noun. */
export const DEMAND = '要求';

/** Words that name the end of a time whose start is not told. */
export const UNTIL = ['截至', '截止'];

/** Words before the year that something comes from. */
export const FROM = ['从', '由', '自'];

/** With these, what is counted can have begun before the year. */
export const CUMULATIVE = '累计';

/** The words that tell what was done from what was planned start with this. */
export const ACTUALLY = '实际';

/** Whose number it is, and when. */
export const WHOSE: readonly Words[] = [
  of(
    'own',
    '',
    `(我|本)${OFFICE} 本行政机关 全(局|系统|厅|委|办|域|院|单位)(上下|系统|) (我|本)(局|厅|委|办|院)(上下|系统)`,
  ),
  // The lexer sees whether the report covers the area.
  of(
    'own',
    'area',
    `
      (全|我|本)${AREA}(各级|上下|)(各|)(行政机关|机关|部门|单位|行政单位|政府部门|)(及其|)(共|)
      各级(各|)${BODIES}(及其部门|和部门|及部门|) (全|)(市|县|区|省|州|旗)政府系统
    `,
  ),
  // The area of the report, whatever it is called.
  of('own', 'region', '本行政区域(内|) 本辖区(内|)'),
  of(
    'office',
    '',
    `
      (局|委|办|厅|县|市|区|政府|镇)(本级|机关) (县|市|区|省|州)政府(本级|机关)
      (县|市|区|省|州|镇|乡)人民政府(本级|机关) 本级(机关|政府|) (县|市|区|省|州)级(层面|机关|)
    `,
  ),
  of(
    'part',
    '',
    `
      (各|各县|各区|各市|各有关|各相关|有关|相关|所属|下属|直属|市直|县直|区直|省直|其他|其它|部分|市级|县级|区级|及所属|其|其所属|局属|局属各)(${PARTS}|部门|单位)(政府|单位|部门|)
      ${PARTS} (全县|全市|全区)各${PARTS}(政府|单位|部门|) 代表 代 协助 代为 作为(行政|)复议(机关|机构) 受托
      受委托
    `,
  ),
  // What is done together with others, or for them; the numbers behind it are the body's own.
  of('part', 'deed', '配合 指导 督促 会同 牵头 转交 移交 转办'),
  of('to', '', '向 对 报 给 据 借助 依托 利用 发挥'),
  of('by', '', '由 经 为 受 替'),
  of(
    'time',
    'own',
    `
      (本|今|当)(年|年度)(度|内|里|全年|来|以来|) 全(年|年度) 四个季度 一至四季度 一年来 这一年(里|来|) 年内
      (报告|统计)(年度|期|期内|期间)(内|) (截至|截止|至|到)(年底|年末|本年底|当年底|年终|目前)(,|) 年末 年底 年终 期末
    `,
  ),
  of('time', 'start', '(今|本|)年初 期初 年头'),
  of('time', 'last', '(去年|上年|上年度|上一年|上一年度|前一年|前一年度)(度|全年|同期|末|底|年末|年底|)(的|)'),
  of(
    'time',
    'other',
    `
      (近|过去|连续|最近)(两|三|四|五|六|几|多|十|3|4|5)(个|)年(来|间|里|)(期间|) 历年(来|) 历史(累计|上|)
      (两|三|四|五)年(间|累计|合计|来累计) (多|数|几|三|四|五|六|七|八|九|十|两)(个|)年(多|)来 任期(内|)
      (截至|截止)(到|)(本|)(报告|年报|年度报告)(发布|公布|编制|印发)(之|)日 (截至|截止)(发稿|今日|本报告发布)(时|)
      以来 (自|从)(成立|开通|施行|实施|上线|建立|启用)(以来|至今|起) 至今 往年 前年 "十四五"(期间|以来|)
      "十三五"(期间|) 前两年 前几年
    `,
  ),
  of(
    'time',
    'part',
    `
      (上|下)半年 (第|)(一|二|三|四|1|2|3|4)季度 前(一|二|三|1|2|3|两)(个|)季度 当(月|季|日|天)
      (每|本|单)(月|季度|周|天) 期间 日均 月均 (年中|岁末|国庆|春节)(前|期间|)
    `,
  ),
  of(
    'plan',
    '',
    '下一步 计划 拟 将 力争 目标 确保 预计 争取 打算 努力 要求 应当 必须 须 明年 来年 新的一年 今后 下阶段 下一阶段 规划',
  ),
];
