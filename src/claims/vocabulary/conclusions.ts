import { ORGANIZATIONS } from './quantities.ts';

/**
 * Statements without a figure. A clause without spaces that matches `pattern` says that the sum of the cells is zero.
 * `about` must be the subject of the text, if the words alone do not tell it.
 */
export interface Conclusion {
  readonly id: string;
  readonly pattern: RegExp;
  readonly cells: readonly string[];
  readonly about?: 'requests' | 'procedures';
}

const NONE = '(?:未|没有|无|未曾|不存在)(?:再)?(?:收到|接到|受理|发生|产生|出现|有|被|因)?(?:任何)?';
const REQUESTS = '(?:政府信息公开申请|依申请公开申请|依申请公开(?:政府信息)?(?:申请|事项|件)?|信息公开申请|公开申请)';
const BECAUSE =
  '(?:因|由)?(?:政府)?(?:信息公开|依申请公开)?(?:工作|申请|答复)?(?:引起|引发|产生)?的?(?:被)?(?:申请|提起)?';
const RECONSIDERATION = '(?:政府信息公开)?(?:行政)?复议(?:案件)?';
const LITIGATION = '(?:行政)?诉讼(?:案件)?';
const OR = '(?:、|和|或|及|或者|以及)';
const TABLE = 'reconsideration_and_litigation';
const COUNTED = (column: string) => [
  `${TABLE}.reconsideration.${column}`,
  `${TABLE}.litigation.direct.${column}`,
  `${TABLE}.litigation.after_reconsideration.${column}`,
];
const LITIGATED = (column: string) => COUNTED(column).slice(1);

/** The first match is used. */
export const CONCLUSIONS: readonly Conclusion[] = [
  {
    id: 'none-received',
    pattern: new RegExp(
      `(?:未|没有|未曾)(?:收到|接到|受理)(?:过)?(?:任何)?(?:公民、法人(?:和|或|及|或者)其他组织(?:提出|提交|递交)?的?)?${REQUESTS}$|^(?:本年度|全年)?无${REQUESTS}$`,
      'u',
    ),
    cells: ['applications.received.total'],
  },
  {
    id: 'none-carried-forward',
    pattern: /(?:无|没有)(?:结转|转结|转)(?:至|到)?下(?:一)?年度?(?:继续)?(?:办理)?的?(?:申请|申请件|件|事项|案件)?$/u,
    cells: ['applications.carried_forward.total'],
  },
  {
    id: 'none-carried-over',
    pattern: /(?:无|没有)上(?:一)?年度?(?:结转|转结)的?(?:申请|申请件|件|事项|案件)?$/u,
    cells: ['applications.carried_over.total'],
  },
  {
    id: 'all-natural-persons',
    pattern: /(?:均|全部|都)(?:由|为|是|系)自然人(?:提出|提交|申请)(?:的)?$/u,
    cells: ORGANIZATIONS.map((column) => `applications.received.${column}`),
    about: 'requests',
  },
  {
    id: 'none-refused',
    pattern: /(?:未|没有|无)(?:作出|做出)?(?:过)?不予公开的?(?:决定|答复|情形|情况|申请)$/u,
    cells: ['applications.outcomes.not_disclosed.**.total'],
  },
  ...['licensing:许可', 'penalties:处罚', 'compulsion:强制'].map((one): Conclusion => {
    const [key = '', word = ''] = one.split(':');
    return {
      id: `no-${key}`,
      pattern: new RegExp(`(?:未|没有)(?:作出|做出|实施)(?:过)?(?:任何)?行政${word}(?:处理)?(?:决定)?$`, 'u'),
      cells: [`active_disclosure.administrative_${key}.decisions`],
    };
  }),
  {
    id: 'no-fee-notice',
    pattern: /(?:未|没有)(?:发出|制发|发放)(?:过)?(?:任何)?(?:政府信息公开)?(?:信息)?(?:处理费)?收费通知书?$/u,
    cells: ['other_matters.information_processing_fee.notices_issued'],
  },
  {
    id: 'no-correction',
    pattern:
      /(?:未|没有|无)(?:发生|出现)?(?:因依?申请公开|因(?:政府)?信息公开)?(?:被)?(?:行政)?复议(?:被)?纠错(?:(?:、|和|或)(?:行政)?(?:诉讼)?(?:被)?败诉)?(?:情形|情况|案件)?$/u,
    cells: COUNTED('corrected'),
  },
  {
    id: 'no-lost-case',
    pattern:
      /(?:零败诉|无一败诉|(?:行政)?诉讼(?:案件)?(?:无|零)败诉|(?:未|没有|无)(?:发生|出现)?(?:行政)?(?:诉讼)?败诉(?:情形|情况|案件)?)$/u,
    cells: LITIGATED('corrected'),
  },
  {
    id: 'no-corrected-case',
    pattern: /(?:无|零|未|没有)(?:发生|出现)?(?:被)?(?:纠错|纠正)(?:情形|情况|案件)?$/u,
    cells: COUNTED('corrected'),
    about: 'procedures',
  },
  {
    id: 'no-procedures',
    pattern: new RegExp(
      `${NONE}${BECAUSE}${RECONSIDERATION}${OR}(?:被)?(?:提起)?${LITIGATION}(?:的)?(?:情形|情况|案件)?$`,
      'u',
    ),
    cells: COUNTED('total'),
  },
  {
    id: 'no-reconsideration',
    pattern: new RegExp(`${NONE}${BECAUSE}${RECONSIDERATION}(?:的)?(?:情形|情况|案件)?$`, 'u'),
    cells: COUNTED('total').slice(0, 1),
  },
  {
    id: 'no-litigation',
    pattern: new RegExp(`${NONE}${BECAUSE}${LITIGATION}(?:的)?(?:情形|情况|案件)?$`, 'u'),
    cells: LITIGATED('total'),
  },
  {
    id: 'all-upheld',
    pattern: /(?:均获|全部|均被|均|全部获得|全部获|全部予以|均予以)(?:结果)?维持(?:原行为|原答复)?$/u,
    cells: [...COUNTED('corrected'), ...COUNTED('other_result'), ...COUNTED('pending')],
    about: 'procedures',
  },
  {
    id: 'all-finished',
    pattern:
      /(?:全部|均|都|均已|全都)(?:已|依法|依法依规|按时|按期|按规定|在法定期限内|在规定期限内)*(?:予以)?(?:办结|答复|回复|办理完毕|办理完成)(?:完毕)?$/u,
    cells: ['applications.carried_forward.total'],
    about: 'requests',
  },
  {
    id: 'no-fee',
    pattern:
      /(?:未|没有|不存在|无)(?:收取|发生)?(?:任何)?(?:政府信息公开)?(?:信息)?处理费(?:的?(?:情况|情形))?$|未收取(?:任何)?(?:政府信息公开)?(?:信息)?处理费/u,
    cells: ['other_matters.information_processing_fee.amount_collected_yuan'],
  },
  {
    id: 'none-issued',
    pattern: /(?:未|没有)(?:新)?(?:印发|制发|制定|出台|制定发布)(?:过)?(?:任何)?(?:行政)?规范性文件$/u,
    cells: ['active_disclosure.normative_documents.issued'],
  },
];
