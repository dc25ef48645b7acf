import type { Text } from '../diagnostics/text.ts';
import type { Candidate } from './evaluate.ts';
import type { Figure } from './lex/figures.ts';
import type { Cells, Quantity } from './quantity.ts';

/** Why a figure or a conclusion is not compared with the tables. */
export type Reason =
  /** A word that the reader does not know may limit the number. */
  | 'word'
  /** Another body, a part of the area, or the office alone in a report on its area. */
  | 'body'
  /** Another year, a part of the year, or several years. */
  | 'time'
  /** What is planned. */
  | 'plan'
  /** 不含, 除……外 */
  | 'condition'
  /** 余, 约, 近: not the exact number. */
  | 'round'
  /** Other business, such as proposals or the hotline. */
  | 'business'
  /** No unit, or the unit of other things. */
  | 'unit'
  /** A part by channel or topic, which has no cell. */
  | 'part'
  /** Its words can mean several numbers, so a difference proves nothing. */
  | 'several'
  /** A part of a sum that does not add up, so it is not clear which of its numbers is wrong. */
  | 'sum'
  /** The cells are not filled in. */
  | 'blank'
  /** A number of the information processing fee, which is in no table and is not given beside the prose. */
  | 'fee'
  /** Last year's report is not at hand. */
  | 'previous'
  /** The words do not say what is counted. */
  | 'nothing';

/** What makes a reading uncertain. */
export interface Doubt {
  readonly reason: Reason;
  /** The word that it rests on. */
  readonly word?: string;
  /** A number close to the cell is still taken for it; otherwise nothing is compared. */
  readonly soft?: boolean;
}

interface Place {
  /** Its position in the text. */
  readonly start: number;
  readonly end: number;
}

/** 新收申请12件 */
export interface Count extends Place {
  readonly kind: 'count';
  readonly figure: Figure;
  readonly quantity: Quantity;
  readonly doubts: readonly Doubt[];
  /** Its words; a difference is an error only if they name the cell as the form does. */
  readonly words: string;
  /** It is about the year before, so it is compared with last year's report. */
  readonly ofLastYear?: boolean;
}

/** 未收到申请, 均获维持: without a figure, says that some cells are 0; 仍有个别申请结转下年: that they are not 0. */
export interface Conclusion extends Place {
  readonly kind: 'conclusion';
  /** Each list adds up to 0; with `isSome`, all of them together do not. */
  readonly zeros: readonly Cells[];
  readonly isSome?: true;
  readonly doubts: readonly Doubt[];
}

/** 占32.9%, 办结率98%, 三成 */
export interface Share extends Place {
  readonly kind: 'share';
  readonly figure: Figure;
  /** The parts that it can be a share of: numbers of the text, or cells. */
  readonly parts: readonly Operand[];
  readonly wholes: readonly Operand[];
  /** Each part goes with the whole at the same place only. */
  readonly paired?: true;
  /** The words name part and whole, or the tables have them. */
  readonly sure: boolean;
  /** One of the wholes is probably meant, so a percentage close to one of them is a mistake. */
  readonly close?: boolean;
}

/** A number of the text, or the sum of cells. */
export type Operand =
  | { readonly figure: Figure }
  | { readonly cells: Cells }
  /** 两项合计占……: several numbers of the text, added up. */
  | { readonly figures: readonly Figure[] };

/**
 * How a number changed. `alike`: 基本持平; `double`, `twice_double`: 翻一番, 翻两番; `ratio`: 是上年的1.5倍; `value`: the figure is
 * last year's number.
 */
export type Direction = 'more' | 'less' | 'same' | 'alike' | 'double' | 'twice_double' | 'ratio' | 'value';

/** What a change is about: a number of the text, or cells that words name. */
export interface ChangeSubject {
  readonly figure?: Figure | undefined;
  readonly quantity?: Quantity | undefined;
}

/** 同比增长5%, 比上年减少3件, 与去年持平, 去年为32件 */
export interface Change extends Place {
  readonly kind: 'change';
  readonly figure?: Figure | undefined;
  readonly direction: Direction;
  /** What it can be about, the likeliest first. */
  readonly subjects: readonly ChangeSubject[];
  /** The two numbers of the text that it follows from: 新收46件，去年40件，增长15%. */
  readonly told?: { readonly now: Figure; readonly base: Figure };
  /** Last year's number, where only the words say what it is compared with: 新收申请较上年的40件增长15%. */
  readonly base?: Figure;
  /** It compares two numbers of this year: 新收申请比办结申请多14件. */
  readonly than?: Quantity;
}

/** 收到12件，其中信函5件，网上7件 */
export interface List extends Place {
  readonly kind: 'list';
  readonly whole: Figure;
  readonly parts: readonly Figure[];
  /** Other sets of parts that can be meant: without what is carried forward, only those before a semicolon. */
  readonly others: readonly (readonly Figure[])[];
  /** The quantities of whole and parts, to see whether all of them are those of the tables. */
  readonly quantities: readonly (Quantity | undefined)[];
  /** Nothing is missing from the list, so a difference is a mistake. */
  readonly complete: boolean;
  /** The whole can be of these cells; for `report bind`. */
  readonly cells: readonly Cells[];
}

/** All outcomes in one sentence, which add up to those concluded. */
export interface Outcomes extends Place {
  readonly kind: 'outcomes';
  readonly parts: readonly Figure[];
  readonly forward?: Figure;
  /** The totals that the sentence gives. */
  readonly totals: readonly Figure[];
}

/** 新收46件，上年结转3件，办结47件，结转下年2件 */
export interface Flow extends Place {
  readonly kind: 'flow';
  readonly came: { readonly figure: Figure; readonly event: 'new' | 'received' | 'handled' };
  readonly over?: Figure;
  readonly finished: Figure;
  readonly forward: Figure;
  readonly quantities: readonly (Quantity | undefined)[];
}

/** 复议多于诉讼, 申请以自然人为主, 第三方权益最多: compares numbers of the tables without saying them. */
export interface Rank extends Place {
  readonly kind: 'rank';
  /** `most`: none of the others is larger; `least`: none that is not 0 is smaller. */
  readonly says: 'more' | 'less' | 'most' | 'least';
  /** The numbers that can be meant: one of them, and each of those that it is compared with. */
  readonly readings: readonly { readonly one: Cells; readonly others: readonly Cells[] }[];
  /** The two numbers, where the sentence has them: 收到23件、办结25件，办结的多于收到的. */
  readonly told?: { readonly one?: number | undefined; readonly other?: number | undefined };
}

/** A figure or conclusion that is not compared. */
export interface Unread extends Place {
  readonly kind: 'unread';
  readonly figure?: Figure;
  readonly doubts: readonly Doubt[];
  /** Its words and its unit are not those of the tables: 培训12场. */
  readonly isOther?: true;
}

/** What a text says, before it is compared with the report. */
export type Statement = Count | Conclusion | Share | Change | List | Outcomes | Flow | Rank | Unread;

/** The result of comparing a statement with the report. */
export type Agreement = 'agrees' | 'contradicts' | 'open';

/** A statement with the result of comparing it. */
export interface Judged {
  readonly statement: Statement;
  readonly verdict: Agreement;
  /** The number that the report should have according to the statement. */
  readonly value: number;
  /** The cells it was compared with. */
  readonly candidates: readonly Candidate[];
  /** For statements that are not about cells: the calculation, such as 106/805 = 13.2%. */
  readonly computed?: Text;
  /** Whether the statement agrees with a candidate of this value; undefined if it does not depend on the candidates. */
  readonly fits?: (value: number) => boolean;
  /** It can be read in only one way, so a difference is an error. */
  readonly certain?: true;
  /** The comparison uses cells of last year's report. */
  readonly withPrevious?: true;
  /** Why it is open. */
  readonly reason?: Doubt;
}
