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
  /** 由, 经: the body behind it does what the clause says. */
  | 'by'
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

/** The patterns of a list. */
export const patternsOf = (words: string): string[] => words.split(/\s+/).filter(Boolean);

/** All spellings of a list of words. */
export const spellingsOf = (words: string): string[] => [...new Set(patternsOf(words).flatMap(spread))];

/** Spreads the first bracket, then its alternatives and what is behind it: 收(到(过|)|) */
function spread(pattern: string): string[] {
  const open = pattern.indexOf('(');
  if (open < 0) return [pattern];
  const choices: string[] = [''];
  let end = open;
  for (let depth = 1; depth > 0 && ++end < pattern.length; ) {
    const char = pattern[end] as string;
    depth += char === '(' ? 1 : char === ')' ? -1 : 0;
    if (char === '|' && depth === 1) choices.push('');
    else if (depth > 0) choices.push(choices.pop() + char);
  }
  const rests = spread(pattern.slice(end + 1));
  return choices.flatMap(spread).flatMap((choice) => rests.map((rest) => pattern.slice(0, open) + choice + rest));
}
