/** Words before a number, and its units. If a unit follows the words directly, the number was left out. */
interface Gap {
  readonly verbs: readonly string[];
  /** Words that can be between verb and number; '' if there are none. */
  readonly objects?: readonly string[];
  readonly units: readonly string[];
  /** A pattern that must follow; the end of the clause if left out. */
  readonly behind?: string;
}

const REQUESTS = ['申请', '信息公开申请', '政府信息公开申请', '依申请公开申请', '依申请公开'];
const INFORMATION = ['', '信息', '政府信息', '政务信息', '各类信息'];
const RECEIVED = ['受理', '收到', '接收', '新收', '办结', '答复', '办理', '处理'];
const PUBLISHED = ['公开', '发布', '刊发', '转载', '推送'];
const CASES = ['件', '起', '宗', '例', '份'];
/** Words that show that a verb is followed by a count. */
const COUNTING = ['共', '共计', '合计', '累计', '总计', '年', '全年', '年度', '共新'];
const counted = (verbs: readonly string[]): string[] => COUNTING.flatMap((word) => verbs.map((verb) => word + verb));

// The end of a clause. If anything else follows, the unit is part of a word (条例, 条件, 件数) or of a list of things.
const END = '(?=$|[\\n,。;!)])';
/** Words that only follow a number of applications. */
const AFTER_A_NUMBER = '(?=[,;(](?:其中|均?已?办结|答复|同比|比上年|较上年|予以公开|上年))';

/**
 * Only phrases that cannot mean anything else. 公开件, 办结件, 申请件 and 受理件 are things, so a counting word must come first
 * (共受理件) or the words after must be those after a number; 主动公开篇 is a heading.
 */
const GAPS: readonly Gap[] = [
  { verbs: ['主动公开', ...PUBLISHED], objects: INFORMATION, units: ['条', '条次'] },
  { verbs: counted(PUBLISHED), objects: INFORMATION, units: ['篇', '期', '次'] },
  { verbs: counted(RECEIVED), objects: ['', ...REQUESTS], units: CASES },
  { verbs: ['收到', '新收', '新收到', '受理'], objects: ['', ...REQUESTS], units: CASES, behind: AFTER_A_NUMBER },
  { verbs: ['制发', '印发', '制定', '废止'], objects: ['规范性文件', '行政规范性文件'], units: ['件', '份', '个'] },
  { verbs: ['共计', '合计', '总计', '累计'], units: ['件', '条', '篇', '次', '人次', '万元', '元', '万人次'] },
  { verbs: ['信息处理费', '收费金额', '收取金额'], units: ['元', '万元'] },
];

const oneOf = (words: readonly string[]): string => `(?:${words.join('|')})`;
const clauses = GAPS.map(
  ({ verbs, objects = [''], units, behind = END }) => `${oneOf(verbs)}${oneOf(objects)}${oneOf(units)}${behind}`,
);

/** Patterns for a unit whose number was left out. */
export const LOST_NUMBERS: readonly RegExp[] = [
  new RegExp(clauses.join('|'), 'gu'),
  // A percent sign after a word, such as 增长%; a column heading can have one.
  /\p{Script=Han}{1,4}[%‰](?!\|)/gu,
  /〔[0-9]{4}〕号/g,
  // 2023年月日, 1月日, but not 3月日常检查
  /[0-9]{4}年月日|[0-9]{1,2}月日(?=$|[\n,。;:、)至起止前])/g,
];
