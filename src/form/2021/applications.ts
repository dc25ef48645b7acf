import type { HeaderDef, RowGroupDef, RowNodeDef, TableDef } from '../types.ts';

/** The applicants: seven columns of numbers. */
export const APPLICANT_COLUMNS = [
  {
    label: '申请人情况',
    columns: [
      { key: 'natural_person', label: '自然人', kind: 'count', description: '自然人提出的申请' },
      {
        label: '法人或其他组织',
        columns: [
          { key: 'commercial_enterprise', label: '商业企业', kind: 'count', description: '商业企业提出的申请' },
          { key: 'research_institution', label: '科研机构', kind: 'count', description: '科研机构提出的申请' },
          {
            key: 'public_interest_organization',
            label: '社会公益组织',
            kind: 'count',
            description: '社会公益组织提出的申请',
          },
          {
            key: 'legal_service_institution',
            label: '法律服务机构',
            kind: 'count',
            description: '法律服务机构提出的申请',
          },
          { key: 'other_organization', label: '其他', kind: 'count', description: '其他法人或组织提出的申请' },
        ],
      },
      { key: 'total', label: '总计', kind: 'count', total: true, description: '前六列之和；可以不写，由程序算出' },
    ],
  },
] as const satisfies readonly HeaderDef[];

const NOT_DISCLOSED = {
  key: 'not_disclosed',
  label: '（三）不予公开',
  description: '依法不予公开的，按理由分八种情形；没有小计',
  rows: [
    { key: 'state_secret', label: '1.属于国家秘密', description: '条例第十四条' },
    { key: 'prohibited_by_law', label: '2.其他法律行政法规禁止公开', description: '条例第十四条' },
    {
      key: 'security_and_stability',
      label: '3.危及“三安全一稳定”',
      description: '公开后可能危及国家安全、公共安全、经济安全、社会稳定（条例第十四条）',
    },
    {
      key: 'third_party_rights',
      label: '4.保护第三方合法权益',
      description: '涉及商业秘密、个人隐私等第三方合法权益（条例第十五条）',
    },
    {
      key: 'internal_affairs',
      label: '5.属于三类内部事务信息',
      description: '人事管理、后勤管理、内部工作流程（条例第十六条）',
    },
    {
      key: 'process_information',
      label: '6.属于四类过程性信息',
      description: '讨论记录、过程稿、磋商信函、请示报告（条例第十六条）',
    },
    { key: 'enforcement_case_file', label: '7.属于行政执法案卷', description: '行政执法案卷信息（条例第十六条）' },
    {
      key: 'administrative_query',
      label: '8.属于行政查询事项',
      description: '工商、不动产登记资料等另有查询规定的信息（条例第三十六条第（七）项）',
    },
  ],
} as const satisfies RowGroupDef;

const UNABLE_TO_PROVIDE = {
  key: 'unable_to_provide',
  label: '（四）无法提供',
  description: '无法提供的，分三种情形；没有小计',
  rows: [
    {
      key: 'not_held',
      label: '1.本机关不掌握相关政府信息',
      description: '信息不存在或者不属于本机关掌握（条例第三十六条第（四）（五）项）',
    },
    { key: 'requires_creation', label: '2.没有现成信息需要另行制作', description: '需要加工、分析、重新制作的信息' },
    {
      key: 'unclear_after_supplement',
      label: '3.补正后申请内容仍不明确',
      description: '补正之后仍然不能确定所申请的信息',
    },
  ],
} as const satisfies RowGroupDef;

const NOT_PROCESSED = {
  key: 'not_processed',
  label: '（五）不予处理',
  description: '不予处理的，分五种情形；没有小计',
  rows: [
    { key: 'petition_or_complaint', label: '1.信访举报投诉类申请', description: '以申请的形式信访、投诉、举报' },
    { key: 'duplicate', label: '2.重复申请', description: '已经答复、又提出同样申请（条例第三十六条第（六）项）' },
    {
      key: 'published_material',
      label: '3.要求提供公开出版物',
      description: '要求提供政府公报、报刊、书籍等公开出版物',
    },
    {
      key: 'excessive_repetition',
      label: '4.无正当理由大量反复申请',
      description: '申请的数量、频次明显超过合理范围而说不出合理理由',
    },
    {
      key: 'confirmation_or_reissue',
      label: '5.要求行政机关确认或重新出具已获取信息',
      description: '要求对已经获取的信息进行确认或者重新出具',
    },
  ],
} as const satisfies RowGroupDef;

/** The outcomes that both editions have: （一） to （五）. */
export const COMMON_OUTCOMES = [
  { key: 'disclosed', label: '（一）予以公开', description: '全部公开的申请' },
  {
    key: 'partially_disclosed',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    description: '区分处理、部分公开的申请；一件只在这里计一次',
  },
  NOT_DISCLOSED,
  UNABLE_TO_PROVIDE,
  NOT_PROCESSED,
] as const satisfies readonly RowNodeDef[];

export const RECEIVED = {
  key: 'received',
  label: '一、本年新收政府信息公开申请数量',
  description: '本年新收到的申请',
} as const satisfies RowNodeDef;

export const CARRIED_OVER = {
  key: 'carried_over',
  label: '二、上年结转政府信息公开申请数量',
  description: '上年没有办结、转到本年的申请；应与上年报告的“四、结转下年度继续办理”一致',
} as const satisfies RowNodeDef;

export const OUTCOMES_TOTAL = {
  key: 'total',
  label: '（七）总计',
  description: '（一）至（六）之和；可以不写，由程序算出',
  total: true,
} as const satisfies RowNodeDef;

export const CARRIED_FORWARD = {
  key: 'carried_forward',
  label: '四、结转下年度继续办理',
  description: '年末没有办结、转到下年的申请',
} as const satisfies RowNodeDef;

export const CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

const OTHER_HANDLING = {
  key: 'other_handling',
  label: '（六）其他处理',
  description: '其他处理，分三种情形；没有小计',
  mayBeRow: true,
  rows: [
    {
      key: 'supplement_overdue',
      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      description: '条例第三十条',
    },
    {
      key: 'fee_unpaid',
      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      description: '收到收费通知次日起二十个工作日内没有缴费',
    },
    { key: 'other', label: '3.其他', description: '以上各项之外的，例如申请人撤回申请' },
  ],
} as const satisfies RowGroupDef;

/** 三、收到和处理政府信息公开申请情况, edition of 2021: 25 rows of seven columns. */
export const applications = {
  key: 'applications',
  section: 3,
  label: '收到和处理政府信息公开申请情况',
  description: '本年收到、办理和结转的政府信息公开申请，按申请人分列',
  layout: 'matrix',
  corner: CORNER,
  blocks: [
    {
      columns: APPLICANT_COLUMNS,
      rows: [
        RECEIVED,
        CARRIED_OVER,
        {
          key: 'outcomes',
          label: '三、本年度办理结果',
          description: '本年办结的申请，按结果分列',
          rows: [...COMMON_OUTCOMES, OTHER_HANDLING, OUTCOMES_TOTAL],
        },
        CARRIED_FORWARD,
      ],
    },
  ],
} as const satisfies TableDef;
