/**
 * The words of statements about the tables. Texts come from `prose/read-text.ts`: full-width punctuation and digits are
 * half-width, and quotation marks are `"`. The longest matching word is used. `{year}` is the year of the report, `{last}`
 * the year before and `{next}` the year after.
 *
 * To add a word, put it in its list. If figures with this word must not be compared, put it in `foreign` or `limited`.
 */
import { CHANNEL_TERMS } from './channels.ts';

/** The role of a word in a statement. */
export type Role =
  /** 收到: what happened to the applications. */
  | 'action'
  /** 政府信息公开申请 */
  | 'request'
  /** 自然人 */
  | 'applicant'
  /** 予以公开: a group of table 三. */
  | 'outcome'
  /** 重复申请: a row of table 三. */
  | 'row'
  /** 行政复议 */
  | 'procedure'
  /** 结果维持 */
  | 'result'
  /** 规章 */
  | 'document'
  /** 制发 */
  | 'made'
  /** 行政许可 */
  | 'decision'
  /** 信息处理费 */
  | 'fee'
  /** Does not change the meaning of a number: 共, 全市, 依法. */
  | 'plain'
  /** Starts a list of parts: 其中. */
  | 'parts'
  /** 等, 等原因: the words before it are examples of the words after it. */
  | 'such'
  /** 及, 和, 或 */
  | 'and'
  /** 比上年 */
  | 'compared'
  /** 增长, 下降, 持平 */
  | 'change'
  /** 占 */
  | 'share'
  /** Limits a number to a part of what the report covers: 本级, 代表区政府. */
  | 'limited'
  /** Other business: 提案, 热线, 留言. Figures next to it are not statements about the tables. */
  | 'foreign';

export interface Words {
  readonly role: Role;
  /** The meaning of the words; for a cell, its key in the report. */
  readonly value: string;
  readonly words: readonly string[];
}

const of = (role: Role, value: string, words: string): Words => ({ role, value, words: words.split(' ') });

export const TERMS: readonly Words[] = [
  // ---- what happened to the applications
  of('action', 'new', '新收 新收到 新受理 新接收 新增受理 本年新收 当年新收 新收办'),
  of('action', 'received', '收到 接收 受理 接到 收悉 收到的 受理的 接收到 收取到'),
  of('action', 'handled', '收办 应办 应办理 办理 处理 共计办理 收到并办理 共收办 办理的'),
  of(
    'action',
    'finished',
    '办结 答复 回复 办复 办理完成 办理完毕 办结的 予以答复 作出答复 做出答复 已答复 按时办结 按期办结 办理回复 办理答复 依法答复 依法办结 处理完毕 给予答复 办结答复 答复办结',
  ),
  of(
    'action',
    'carried_over',
    '上年结转 上年度结转 上年度转结 上年转结 上一年度结转 上一年结转 去年结转 结转上年 结转上年度 结转上一年度 {last}年结转 {last}年度结转 {last}年转结 结转{last}年 结转{last}年度 上年结转办理 上年度结转办理 上年结转至本年 {last}年结转至{year}年 {last}年结转到{year}年 上年度结转至本年度 上年结转的 办理上年结转 办结上年结转 办结上年度结转 办理上年度结转 上年遗留',
  ),
  of(
    'action',
    'carried_forward',
    '结转下年 结转下年度 结转至下年 结转至下年度 结转到下年 结转到下年度 转下年度 转下年 转结下年度 转结下年 结转下一年度 结转至下一年度 结转到下一年度 顺延到下年度 顺延至下年度 结转{next}年 结转{next}年度 结转至{next}年 结转至{next}年度 结转到{next}年 结转到{next}年度 转{next}年 转至{next}年 正在办理 正在办理中 尚在办理 尚在办理中 仍在办理 仍在办理中 在办 结转下年办理 结转下年度办理 转下年度办理 结转下年度继续办理 结转下年继续办理 转入{next}年 转入{next}年办理 转入下年 转入下年度 转入下一年度 转入下年度办理 结转次年 结转至次年 未到答复期限 尚未到答复期限 未到法定期限 尚未到期 未到期 尚未办结 仍在法定办理期限内 尚在办理期限内',
  ),
  of(
    'request',
    'request',
    '政府信息公开申请 政府信息公开申请件 政府信息公开申请案件 政府信息公开申请事项 政府信息依申请公开 政府信息公开 依申请公开政府信息 依申请公开政府信息申请 依申请公开 依申请公开件 依申请公开案件 依申请公开事项 依申请公开申请 依申请公开请求 依申请公开信息 依申请信息公开 依申请政府信息公开 依申请政府信息公开事项 依申请公开政府信息事项 依申请件 信息公开申请 信息公开申请件 政务公开申请 公开申请 申请总数 申请 申请件 申请案件 申请事项 申请量 群众申请 书面申请 公开案件 申请公开政府信息 信息公开件 公开申请件 依申请公开工作 依申请公开答复',
  ),
  // ---- who applied
  of('applicant', 'natural_person', '自然人 自然人申请 公民 公民个人 个人'),
  of(
    'applicant',
    'organizations',
    '法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织 法人或组织 法人或其他组织申请',
  ),
  of('applicant', 'commercial_enterprise', '商业企业 企业'),
  of('applicant', 'research_institution', '科研机构'),
  of('applicant', 'public_interest_organization', '社会公益组织'),
  of('applicant', 'legal_service_institution', '法律服务机构'),
  of(
    'plain',
    '',
    '公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民法人和其他组织 群众 社会公众 申请人',
  ),
  // ---- outcomes
  of('outcome', 'disclosed', '予以公开 全部公开 全部予以公开 同意公开 完全公开 给予公开 已予以公开'),
  of('outcome', 'partially_disclosed', '部分公开 予以部分公开 部分予以公开 同意部分公开'),
  of(
    'outcome',
    'disclosed+partially_disclosed',
    '予以公开及部分公开 予以公开或部分公开 予以公开和部分公开 公开及部分公开 予以公开或者部分公开 公开或部分公开 予以公开、部分公开共',
  ),
  of('outcome', 'not_disclosed', '不予公开'),
  of('outcome', 'unable_to_provide', '无法提供 信息无法提供 不能提供 无法提供信息'),
  of('outcome', 'not_processed', '不予处理'),
  of('outcome', 'other_handling', '其他处理 其它处理 作其他处理 作其它处理 其他方式处理'),
  of('row', 'not_disclosed.state_secret', '国家秘密 属于国家秘密 涉及国家秘密'),
  of('row', 'not_disclosed.prohibited_by_law', '法律行政法规禁止公开 其他法律行政法规禁止公开'),
  of('row', 'not_disclosed.security_and_stability', '三安全一稳定'),
  of('row', 'not_disclosed.third_party_rights', '第三方合法权益 保护第三方合法权益 商业秘密 个人隐私 第三方利益'),
  of('row', 'not_disclosed.internal_affairs', '内部事务信息 三类内部事务信息 属于内部事务信息 内部管理信息'),
  of('row', 'not_disclosed.process_information', '过程性信息 四类过程性信息 属于过程性信息'),
  of('row', 'not_disclosed.enforcement_case_file', '行政执法案卷 行政执法案卷信息 执法案卷'),
  of('row', 'not_disclosed.administrative_query', '行政查询事项 属于行政查询事项'),
  of(
    'row',
    'unable_to_provide.not_held',
    '不掌握 本机关不掌握 本机关不掌握相关政府信息 信息不存在 政府信息不存在 不掌握相关政府信息 不属于本机关掌握',
  ),
  of('row', 'unable_to_provide.requires_creation', '没有现成信息 需要另行制作 没有现成信息需要另行制作'),
  of('row', 'unable_to_provide.unclear_after_supplement', '补正后申请内容仍不明确 补正后仍不明确 申请内容仍不明确'),
  of('row', 'not_processed.petition_or_complaint', '信访举报投诉类申请 信访、举报、投诉类申请 信访投诉举报类申请 信访'),
  of('row', 'not_processed.duplicate', '重复申请'),
  of('row', 'not_processed.published_material', '公开出版物 要求提供公开出版物'),
  of('row', 'not_processed.excessive_repetition', '大量反复申请 无正当理由大量反复申请'),
  of('row', 'not_processed.confirmation_or_reissue', '要求行政机关确认或重新出具已获取信息'),
  // ---- 复议, 诉讼
  of(
    'procedure',
    'reconsideration',
    '行政复议 复议 行政复议案件 复议案件 信息公开类行政复议 政府信息公开行政复议 政府信息公开行政复议案件 行政复议案 政府信息公开类行政复议 政府信息公开类行政复议案件 涉政府信息公开行政复议 涉及政府信息公开的行政复议 涉及政府信息公开的行政复议案件 信息公开行政复议 信息公开行政复议案件 提起行政复议 申请行政复议 被申请行政复议 引起的行政复议 引起行政复议 引发的行政复议 引发行政复议 提起复议',
  ),
  of(
    'procedure',
    'litigation',
    '行政诉讼 诉讼 政府信息公开类行政诉讼 政府信息公开类行政诉讼案件 涉政府信息公开行政诉讼 涉及政府信息公开的行政诉讼 涉及政府信息公开的行政诉讼案件 信息公开行政诉讼 信息公开行政诉讼案件 行政诉讼案件 诉讼案件 提起行政诉讼 被提起行政诉讼 申请行政诉讼 政府信息公开行政诉讼 政府信息公开行政诉讼案件 信息公开类行政诉讼 引起的行政诉讼 引起行政诉讼 引发的行政诉讼 引发行政诉讼 提起诉讼',
  ),
  of('procedure', 'direct', '未经复议直接起诉 直接起诉 未经复议直接提起诉讼 未经行政复议直接起诉'),
  of(
    'procedure',
    'after_reconsideration',
    '复议后起诉 经复议后起诉 经复议后再起诉 复议后再起诉 经复议后提起诉讼 复议后提起诉讼',
  ),
  of('result', 'upheld', '结果维持 维持 维持原行为 维持原答复 予以维持 结果为维持 复议维持 驳回 驳回诉讼请求 被驳回'),
  of(
    'result',
    'corrected',
    '结果纠正 纠正 被纠正 被纠错 纠错 撤销原答复 责令重新答复 责令重新作出答复 要求重新作出答复 结果为要求重新作出答复 结果为纠正 被撤销 败诉',
  ),
  of('result', 'other_result', '其他结果 其它结果 申请人撤回 撤回复议申请 撤诉 终止'),
  of('result', 'pending', '尚未审结 未审结 尚未结案 正在审理 正在审理中 尚在审理 尚在审理中 未结案 尚未办结的案件'),
  // ---- table 二
  of('document', 'rules', '规章 政府规章 市政府规章 省政府规章'),
  of('document', 'normative_documents', '行政规范性文件 规范性文件 政府规范性文件'),
  of('made', 'issued', '制发 制定 印发 制定发布 制定印发 制定出台 出台 新制发 新制定 制发了 制定了 发布'),
  of('made', 'repealed', '废止 清理废止 宣布废止 废止了 清理失效 失效'),
  of('made', 'in_force', '现行有效 现行有效的 继续有效 保留'),
  of('made', 'disclosed', '主动公开 公开 主动公开了'),
  of('decision', 'administrative_licensing', '行政许可 行政许可决定 行政许可处理决定'),
  of('decision', 'administrative_penalties', '行政处罚 行政处罚决定 行政处罚处理决定 行政处罚处理决定数量'),
  of(
    'decision',
    'administrative_compulsion',
    '实施行政强制 采取行政强制措施 行政强制 行政强制决定 行政强制处理决定 行政强制措施',
  ),
  // ---- fee
  of('fee', 'fee', '信息处理费 政府信息公开信息处理费 政府信息公开处理费 处理费'),
  of('fee', 'collected', '收取 收取了 实际收取 收费'),
  of('fee', 'administrative', '行政事业性收费 行政事业性收费金额'),
  of('fee', 'notice', '通知收费金额 通知金额 收费通知 收费通知书 信息处理费收费通知 信息处理费收费通知书'),
  // ---- words that change nothing
  of(
    'plain',
    '',
    '全局 全委 全厅 全办 连同 加上 年初 年初有 针对 提起的 政府信息公开工作 因申请人不服 因申请人不服信息公开答复 因申请人不服答复 因不服信息公开答复 一共 总共有 又 当年 当年度 本年内 这一年里 提交的 提出的 递交的 群众和企业 企业和群众 其余 余下 剩余 剩下 尚有 还剩 中 " 复议机关 人民法院 作为被告的 依规 发出 实施 总金额 金额 总金额为 金额为 按申请人类型分 从申请人类型看 从申请人看 按申请主体分 按办理结果分 从办理结果看 按结果分 共 共计 合计 总计 总共 为 了 有 计 数量 总量 总数 件数 数 的 到 全年 全年度 本年 本年度 年度 今年 年内 一年来 {year}年 {year}年度 {year}年全年 另有 另 还有 已 已经 均 其 各类 依法 依法依规 按时 按期 按规定 按照规定 在法定期限内 法定期限内 在规定期限内 按照法定期限 均已 都已 全部 全都 完成 情况 结果 结果为 办理结果为 继续 继续办理 办理 含 包含 包括 并 我局 我市 我县 我区 我省 我委 我办 我厅 我镇 我乡 我街道 我单位 我部门 我院 我中心 本局 本机关 本单位 本委 本部门 本街道 本镇 本级机关 本行政机关 全市 全省 全县 全区 全系统 全市各级行政机关 全市各级机关 全镇 全乡 全街道 全市全年 由 因 由于 因为 属 属于 涉及 作出 做出 作 出 政府信息 条例 按照《条例》 根据《条例》 依据《条例》 ( ) 、 累计收到 发出 向申请人 产生 发生 引起 引发 引起的 引发的 因政府信息公开 因政府信息公开工作 因政府信息公开申请 因不服答复 因信息公开答复 因信息公开 被 案件 案 新 处理决定 决定 原因 按 予 处理决定数量 年末 年底 截至年底 截至年末 至年底 其中有 相关 有关',
  ),
  of('parts', '', '其中 其中: 包括: 分别为 分别是 分别'),
  of('such', '', '等 等原因 等情形 等情况 等理由 等原因的 等事项'),
  of('and', '', '及 和 或 与 以及 加'),
  of(
    'compared',
    '',
    '同比 比上年 比去年 较上年 较去年 与上年相比 与去年相比 较上年度 比上年度 比{last}年 较{last}年 与{last}年相比 与上年度相比 与上年 与去年 与上年度 与{last}年 和上年 和去年 同上年 同去年 较{last}年度 比{last}年度',
  ),
  of('change', 'more', '增长 上升 增加 提高 增幅 增长了 增加了 上升了 多'),
  of('change', 'less', '下降 减少 回落 降低 下降了 减少了 降幅 少'),
  of('change', 'same', '持平 相同 一致 一样 没有变化 无变化'),
  of(
    'share',
    '',
    '占 占比 占比为 约占 占总数的 占全部的 占全部办结件的 占办结件的 占全部办结数的 占办结数的 占办结总量的 占办结总数 占答复总数的 占受理总数的 占收到申请的 占全部申请 占总数 占总量的 占全部申请的 占申请总量的 占办结总数的 占比达 占全年',
  ),
  // ---- words of numbers that are not compared
  of(
    'limited',
    '',
    `代表 本级 区政府本级 市政府本级 协助 各部门 市直部门 部门 乡镇 街道 各街道 各乡镇 ${CHANNEL_TERMS}`,
  ),
  of(
    'foreign',
    '',
    '网络问政 热线 12345 留言 建议 提案 议案 信访件 来信来访 举报 投诉 咨询 备案 刊登 转载 解读 公报 稿件 新闻 访谈 问卷 调查 意见 宣传 培训 检查 抽查 通报 栏目 专栏 政策文件 公示 历年 历年累计 自行公布 事项 项目 许可证 案卷 清单 目录 指南 网站 公众号 微信 微博 新媒体 法院 人大 政协 审查 目 累计',
  ),
];
