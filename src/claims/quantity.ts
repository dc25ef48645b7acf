/** What happened to applications: the rows of table 三 and their sums. */
export type Event =
  | 'new'
  | 'received'
  | 'handled'
  | 'finished'
  | 'answered'
  | 'carried_over'
  | 'carried_forward'
  /** 结转, which does not say whether from last year or to the next one. */
  | 'carried';

/** A column of table 三, or all columns of 法人或其他组织. */
export type Applicant =
  | 'natural_person'
  | 'organizations'
  | 'commercial_enterprise'
  | 'research_institution'
  | 'public_interest_organization'
  | 'legal_service_institution'
  | 'other_organization';

export type Procedure = 'reconsideration' | 'direct' | 'after_reconsideration';
export type Result = 'upheld' | 'corrected' | 'other_result' | 'pending';

/** What a number of the prose counts, in the terms of the form. */
export type Quantity =
  /** 新收, 上年结转, 办结; `plus` are the rows that brackets add: 收到56件（含上年结转4件）. */
  | { readonly about: 'requests'; readonly event: Event; readonly plus?: readonly Event[] }
  /** 自然人 */
  | {
      readonly about: 'applicants';
      readonly applicant: Applicant;
      /** 企业和律师事务所申请6件: those that are added. */
      readonly plus?: readonly Applicant[] | undefined;
      readonly event?: Event | undefined;
      /** Only those with an outcome. */
      readonly rows?: readonly string[] | undefined;
    }
  /** 予以公开; groups of table 三, or rows of them (`unable_to_provide.not_held`), added up. */
  | { readonly about: 'outcomes'; readonly rows: readonly string[] }
  /** 行政复议, 行政诉讼; all of them or those with a result. `finished` are all but those still pending. */
  | {
      readonly about: 'procedures';
      readonly procedures: readonly Procedure[];
      readonly result?: Result | 'finished' | undefined;
    }
  /** 规章, 行政规范性文件 */
  | { readonly about: 'documents'; readonly documents: readonly string[]; readonly made: string }
  /** 行政许可, 行政处罚, 行政强制 */
  | { readonly about: 'decisions'; readonly decisions: readonly string[] }
  /** 行政事业性收费, 信息处理费, or fees of which the text does not say which (`any`). */
  | { readonly about: 'fees'; readonly fee: Fee };

export type Fee =
  | 'administrative'
  | 'any'
  | 'notices_issued'
  | 'amount_notified_yuan'
  | 'amount_collected_yuan'
  | 'cases_collected';

/** The result that a word of the vocabulary names: 胜诉 is upheld, 败诉 corrected. */
export function resultOf(word: string): Result | 'finished' {
  if (word === 'won') return 'upheld';
  return word === 'lost' ? 'corrected' : (word as Result | 'finished');
}

/** The procedures that a result is said of: 胜诉 and 败诉 only of court cases. */
export function proceduresOf(word: string, procedures: readonly Procedure[]): readonly Procedure[] {
  if (word !== 'won' && word !== 'lost') return procedures;
  const courts = procedures.filter((one) => LITIGATION.includes(one));
  return courts.length > 0 ? courts : LITIGATION;
}

/** Cells to add up; `-` subtracts a cell, `GROUP.**.COLUMN` means every row of a group. */
export type Cells = readonly string[];

const R = 'applications.received.total';
const O = 'applications.carried_over.total';
const T = 'applications.outcomes.total.total';
const F = 'applications.carried_forward.total';
const H = 'applications.outcomes.other_handling.**.total';

export const DECISIONS = ['administrative_licensing', 'administrative_penalties', 'administrative_compulsion'];

/** The columns of 法人或其他组织. */
export const ORGANIZATIONS: readonly Applicant[] = [
  'commercial_enterprise',
  'research_institution',
  'public_interest_organization',
  'legal_service_institution',
  'other_organization',
];

export const GROUPS = [
  'disclosed',
  'partially_disclosed',
  'not_disclosed',
  'unable_to_provide',
  'not_processed',
  'other_handling',
] as const;

export const PROCEDURES: readonly Procedure[] = ['reconsideration', 'direct', 'after_reconsideration'];
export const LITIGATION: readonly Procedure[] = ['direct', 'after_reconsideration'];

/** The numbers that the words can mean. 收到 can include what was carried over; 答复 can leave out 其他处理. */
const EVENTS: Readonly<Record<Event, readonly Cells[]>> = {
  new: [[R]],
  received: [[R], [R, O]],
  handled: [[R, O], [T], [R]],
  finished: [[T], [T, `-${O}`], [R, O, `-${F}`]],
  answered: [[T], [T, `-${O}`], [R, O, `-${F}`], [T, `-${H}`]],
  carried_over: [[O]],
  carried_forward: [[F]],
  carried: [[F], [O]],
};
const ROWS: Readonly<Record<Event, string>> = {
  new: 'received',
  received: 'received',
  handled: 'received',
  finished: 'outcomes.total',
  answered: 'outcomes.total',
  carried_over: 'carried_over',
  carried_forward: 'carried_forward',
  carried: 'carried_forward',
};

/** The totals of which outcomes and applicants can be shares. */
export const WHOLES: readonly Cells[] = [[T], [R], [R, O]];

/**
 * The cells that a quantity can mean, each list to be added up. The text is contradicted only if none of the sums is its
 * number.
 */
export function cellsOf(quantity: Quantity): readonly Cells[] {
  switch (quantity.about) {
    case 'requests':
      return requestCells(quantity.event, quantity.plus ?? []);
    case 'applicants':
      return applicantCells(quantity);
    case 'outcomes':
      return [quantity.rows.map((row) => `applications.outcomes.${row}${row.includes('.') ? '' : '.**'}.total`)];
    case 'procedures':
      return [quantity.procedures.flatMap((one) => procedureCells(one, quantity.result))];
    case 'documents':
      return documentCells(quantity.documents, quantity.made);
    case 'decisions':
      return [quantity.decisions.map((one) => `active_disclosure.${one}.decisions`)];
    case 'fees':
      return feeCells(quantity.fee);
  }
}

function requestCells(event: Event, plus: readonly Event[]): readonly Cells[] {
  if (plus.length === 0) return EVENTS[event];
  const own = event === 'received' || event === 'handled' ? [[R]] : EVENTS[event];
  const all = own.flatMap((cells) => plus.flatMap((one) => EVENTS[one].slice(0, 1).map((more) => [...cells, ...more])));
  // 办结40件（含上年结转4件）: those carried over are already a part of the number concluded.
  return event === 'finished' || event === 'answered' ? EVENTS[event] : all;
}

function applicantCells({
  applicant,
  plus = [],
  event,
  rows,
}: Quantity & { readonly about: 'applicants' }): readonly Cells[] {
  const columns = [applicant, ...plus].flatMap((one) => (one === 'organizations' ? ORGANIZATIONS : [one]));
  const row = (path: string) => columns.map((column) => `applications.${path}.${column}`);
  if (rows) {
    const group = (one: string) => `applications.outcomes.${one}${one.includes('.') ? '' : '.**'}`;
    return [rows.flatMap((one) => columns.map((column) => `${group(one)}.${column}`))];
  }
  // 上年结转3件。从申请人看，自然人40件: all that came can be meant.
  const isOfOne = event && event !== 'received' && event !== 'handled';
  const own = isOfOne ? [row(ROWS[event])] : [];
  if (isOfOne && event !== 'carried_over' && event !== 'carried_forward') return own;
  return [...own, row('received'), [...row('received'), ...row('carried_over')], row('outcomes.total')];
}

function procedureCells(procedure: Procedure, result: Result | 'finished' | undefined): Cells {
  const table = 'reconsideration_and_litigation';
  const row = procedure === 'reconsideration' ? `${table}.reconsideration` : `${table}.litigation.${procedure}`;
  if (result === 'finished') return [`${row}.total`, `-${row}.pending`];
  return [`${row}.${result ?? 'total'}`];
}

/** The 2019 form has the numbers of documents issued and of documents published. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  issued: ['issued', 'newly_made', 'newly_disclosed'],
  disclosed: ['issued', 'newly_disclosed', 'in_force', 'total_disclosed'],
};

const documentCells = (documents: readonly string[], made: string): readonly Cells[] =>
  (MADE[made] ?? [made]).map((column) => documents.map((one) => `active_disclosure.${one}.${column}`));

const ADMINISTRATIVE = 'active_disclosure.administrative_fees.amount_wan_yuan';
const PROCESSING = 'other_matters.information_processing_fee';

function feeCells(fee: Fee): readonly Cells[] {
  if (fee === 'administrative') return [[ADMINISTRATIVE]];
  return fee === 'any' ? [[ADMINISTRATIVE], [`${PROCESSING}.amount_collected_yuan`]] : [[`${PROCESSING}.${fee}`]];
}

/** True if all cells are numbers of the information processing fee, which printed reports have only in sentences. */
export const areOfFee = (lists: readonly Cells[]): boolean =>
  lists.length > 0 && lists.flat().every((path) => path.startsWith(`${PROCESSING}.`));

/** True if both count the same. */
export const isSame = (one: Quantity | undefined, other: Quantity | undefined): boolean =>
  one !== undefined && other !== undefined && JSON.stringify(one) === JSON.stringify(other);

/** True if the words name one cell, or the sum of some, and not only what happened to applications. */
export function isOneCell(quantity: Quantity | undefined): boolean {
  switch (quantity?.about) {
    case 'outcomes':
      return true;
    case 'requests':
      return quantity.event === 'carried_over' || quantity.event === 'carried_forward';
    case 'procedures':
      return (
        quantity.result !== undefined ||
        (quantity.procedures.every((one) => one !== 'reconsideration') && quantity.procedures.length === 1)
      );
    case 'documents':
      return quantity.made !== 'disclosed';
    case 'fees':
      return quantity.fee !== 'any' && quantity.fee !== 'administrative';
    default:
      return false;
  }
}
