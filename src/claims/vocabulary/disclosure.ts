import { of, type Words } from './words.ts';

/** In the words for applications, cases and suits, those that say that they are about information. */
export const INFORMATION = '信息公开';

/** Of 主动公开, 依申请公开 and 不予公开, into which all information is divided, the first. */
export const PROACTIVE = '主动公开';

/** Nouns that 公开 only describes: 公开要求. */
export const OF_DISCLOSURE = ['要求', '工作', '制度', '职责', '义务', '意识', '条例', '规定', '理念', '培训'];

/** In the words for fees, those of people who pay. */
export const PAID = '缴';

/** What the full names of decisions have: 行政许可, not 许可. */
export const ADMINISTRATIVE = '行政';

/** Documents, decisions and fees of table 二, and the fees for information of section 六. */
export const DISCLOSURE: readonly Words[] = [
  of('document', 'rules', '(政府|市政府|省政府|地方政府|部门|)规章'),
  of('document', 'normative_documents', '(行政|政府|部门|)规范性(文件|公文)(数量|)'),
  of(
    'made',
    'issued',
    `
      (新|)(制发|制定|印发|制定发布|制定印发|制定出台|出台|发布|制发出台|制订|修订印发|起草印发|下发)(了|并公开|并发布|) 新公布
      制定并印发 新增制发 新(发|出)
    `,
  ),
  of('made', 'amended', '修改 修订 修正 新修订 重新(公布|发布|印发|制定)'),
  // Also for other reasons than being repealed.
  of('made', 'expired', '不再(继续|)(有效|执行|适用|施行)(的|) 自动失效'),
  of('made', 'reviewed', '清理 审查 梳理'),
  of(
    'made',
    'repealed',
    '(清理|宣布|公布|)(废止|失效|废止失效|废止和失效|废止或失效|宣布失效)(了|的|) 废止和宣布失效 废除 停止(执行|施行|实施|适用)(的|)',
  ),
  of(
    'made',
    'in_force',
    `
      (目前|现|现行|现存|现有|继续|仍|仍然|依然|年末|期末|)(有效|现行有效)(的|) 现存(的|) 现行(的|) 保留(的|)(有效|)
      继续(执行|施行|实施|适用)(的|)
    `,
  ),
  of('made', 'disclosed', '(主动|依法主动|及时|集中|对外|)公开(了|发布|公布|) 公布'),
  of(
    'decision',
    'administrative_licensing',
    '行政许可(处理|)(决定|)(数量|数|书|) (办理|准予|作出)(的|)(行政|)许可(决定|) 许可',
  ),
  of('decision', 'administrative_penalties', '(实施|)行政处罚(处理|)(决定|)(数量|数|书|) 作出处罚决定 处罚'),
  of('decision', 'administrative_compulsion', '(实施|采取|)行政强制(措施|执行|)(处理|)(决定|)(数量|数|) 强制(措施|)'),
  of(
    'fee',
    'fee',
    '(政府信息公开|)(信息|)处理(费|费用) (政府|)信息公开(费用|费) (任何|相关|有关|)费用 检索(、|)复制(、|)邮寄(等|)(成本|)(费|费用)',
  ),
  of(
    'fee',
    'collected',
    `
      (实际|共|共计|)(收取|收缴|收费|实收|实缴|征收|缴纳|交纳|缴清|付清|收入|入账|到账)(的|了|)
      (实际|共|共计|)(收缴|收费|实收|征收|缴纳|收入)到 实际收取到 (实际|)(缴费|交费)(的|)
    `,
  ),
  of('fee', 'free', '免费(提供|公开|办理|) 免收(取|)(任何|)(政府信息公开|)(信息处理费|处理费|费用|费|) 不收费'),
  of('fee', 'administrative', '行政事业性收费(项目|)(金额|总额|) 行政事业(性|)收费收入'),
  of('fee', 'amount', '(本年|本年度|全年|)收费(总|)(金额|额)'),
  of(
    'fee',
    'notice',
    `
      (开具|发出|发放|送达|下达|)(收费|缴费|交费)通知(书|单|) (发出|)(信息处理费|处理费)(收费|缴费|)通知(书|)
      通知(收费|缴费)(总|)(金额|额|) 通知(总|)金额 通知应(收|缴|交)(费用|金额|)
    `,
  ),
  // Said of other fees and notices too.
  of('fee', 'due', '应(收|缴|交)(的|) 通知书'),
];
