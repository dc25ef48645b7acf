/** The role of a word in a statement. */
export type Role =
  // ---- what is counted
  /** 收到: what happened to the applications. */
  | 'event'
  /** 政府信息公开申请; `weak`: 申请, which can also be for other things. */
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
  // ---- how words and figures belong together
  /** 其中, 包括; `whole`: 具体为, whose list is complete. */
  | 'parts'
  /** 分别为 */
  | 'respectively'
  /** 等, 等原因: the words before it are examples. */
  | 'such'
  /** 及, 和, 或 */
  | 'and'
  /** 共, 合计 */
  | 'total'
  /** 其余, 其他 */
  | 'rest'
  /** 均, 全部 */
  | 'all'
  /** 未, 没有, 零 */
  | 'none'
  /** 除 */
  | 'except'
  /** 之外 */
  | 'outside'
  /** 含 */
  | 'with'
  /** 不含 */
  | 'without'
  /** 另, 此外: ends a list. */
  | 'beside'
  /** 比上年 */
  | 'compared'
  /** 增长, 下降, 持平 */
  | 'change'
  /** 占 */
  | 'share'
  /** 办结率 */
  | 'rate'
  // ---- whose and when
  /** 我局, 全县: what the report covers. */
  | 'own'
  /** The office alone, which is only a part if the report covers an area. */
  | 'office'
  /** 乡镇, 各部门: a part of the area, or another body. */
  | 'part'
  /** 市政府, 县司法局: named in the text; given by the lexer. */
  | 'body'
  /** 向, 对: the body behind it receives something. */
  | 'to'
  /** 2024年, 上半年, 以来: given by the lexer or a word. */
  | 'time'
  /** 计划, 将 */
  | 'plan'
  // ---- what keeps a figure from being compared
  /** 网上, 信函: a way to apply. */
  | 'channel'
  /** 补正, 延期, 逾期: a step or a part of the applications that has no cell. */
  | 'aspect'
  /** 提案, 热线, 留言: other business. */
  | 'business'
  /** 最快, 最多 */
  | 'superlative'
  /** Does not change the meaning of a number: 依法, 妥善. */
  | 'plain';

/** Words of one meaning. */
export interface Words {
  readonly role: Role;
  /** The meaning of the words; for a cell, its key in the report. */
  readonly value: string;
  /** Words separated by spaces; `(a|b|)` are alternatives: `收(到|)` is 收到 and 收. */
  readonly words: string;
}

export const of = (role: Role, value: string, words: string): Words => ({ role, value, words });

/** All spellings of `words`. */
export const spellingsOf = (words: string): string[] => [
  ...new Set(words.split(/\s+/).filter(Boolean).flatMap(spread)),
];

/** `收(到|)了` -> 收到了, 收了; alternatives can have alternatives. */
export function spread(pattern: string): string[] {
  const open = pattern.indexOf('(');
  if (open < 0) return [pattern];
  const [choices, close] = choicesFrom(pattern, open + 1);
  const ends = spread(pattern.slice(close + 1));
  return choices.flatMap(spread).flatMap((choice) => ends.map((end) => pattern.slice(0, open) + choice + end));
}

/** The alternatives up to the closing bracket, and its index. */
function choicesFrom(pattern: string, from: number): [string[], number] {
  const choices = [''];
  let depth = 0;
  for (let at = from; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === ')' && depth === 0) return [choices, at];
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char === '|' && depth === 0) choices.push('');
    else choices[choices.length - 1] += char;
  }
  throw new Error(`The alternatives have no end: ${pattern}`);
}
