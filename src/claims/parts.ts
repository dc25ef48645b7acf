import { say, type Text } from '../diagnostics/text.ts';
import type { Report } from '../report/report.ts';
import type { Sentence } from './clauses.ts';
import { candidatesIn, exact, exactSum } from './evaluate.ts';
import type { Read, SentenceReading } from './sentence-reading.ts';
import type { Statement } from './statement.ts';
import { CHANNEL } from './vocabulary/channels.ts';

/** Words that start a list of the parts of the number before them: 其中, 在公开的信息中. */
const BEGINS = /其中|当中|包括|分别为|分别是|(?:信息|申请|案件|文件|件|条)中(?=[,:])|:/gu;
/** Words for the remaining parts. */
const OTHERS = /其他|其它|其余|余下/u;
/** Words that are not about the parts, or that start another list. */
const ASIDE = /其中|另有|另外|此外|同比|比上年|较上年|比去年|较去年/u;

/** The start of a list of parts, and how many brackets it is in. */
interface Start {
  readonly at: number;
  readonly depth: number;
  /** The list follows its total directly: in brackets, or as 2件为…，3件为…. */
  readonly close: boolean;
}

/** The context of a list. */
interface Where {
  readonly text: string;
  readonly report: Report;
}

/** Compares the lists of parts in a sentence with their total. `earlier` are the figures of the previous sentence. */
export function partsIn(
  sentence: Sentence,
  { text, reads, years }: SentenceReading,
  earlier: readonly Read[],
): Statement[] {
  const figures = reads.filter(({ figure }) => figure.kind === 'count' || figure.kind === 'money');
  const starts = startsIn(sentence, figures, text);
  const found = starts.flatMap((start, index) => {
    const until = starts.slice(index + 1).find((next) => next.depth <= start.depth)?.at ?? sentence.end;
    const parts = figures.filter((read) => read.figure.start >= start.at && read.figure.start < until);
    const own = whileDeep(parts, start.depth, text);
    const before = figures.filter(({ figure }) => figure.end <= start.at);
    const isFirst = before.length === 0;
    const wholes = isFirst && !start.close ? wholesBefore(earlier, own) : before;
    return listStatements(
      wholes.filter(({ clause }) => clause.depth <= start.depth),
      own,
      start,
      { text, report: years.report },
    );
  });
  const all = [...found, ...totalsIn(figures, { text, report: years.report })];
  return all.filter((one, index) => !all.slice(0, index).some(({ figure }) => figure === one.figure));
}

function startsIn({ start, end, clauses }: Sentence, figures: readonly Read[], text: string): Start[] {
  const depthAt = (at: number) => clauses.findLast((clause) => clause.start <= at)?.depth ?? 0;
  const words = [...text.slice(start, end).matchAll(BEGINS)].map(({ index, 0: word }) => {
    const at = start + index + word.length;
    return { at, depth: depthAt(at), close: false };
  });
  const close = figures.flatMap((read, index) => {
    const next = figures[index + 1];
    if (!next) return [];
    const between = text.slice(read.figure.end, next.figure.start);
    if (between === ',' && read.clause.depth === next.clause.depth) {
      return [{ at: next.figure.start, depth: next.clause.depth, close: true }];
    }
    const opens = text[read.figure.end] === '(' && next.clause.depth > read.clause.depth && !/其中|包括/u.test(between);
    return opens ? [{ at: read.figure.end, depth: next.clause.depth, close: true }] : [];
  });
  return [...words, ...close].sort((a, b) => a.at - b.at);
}

/**
 * The numbers of the sentence before that a list can be the parts of, the likeliest last: one that is the sum of the list;
 * for outcomes, only a number of applications concluded or received.
 */
function wholesBefore(earlier: readonly Read[], parts: readonly Read[]): readonly Read[] {
  const isOutcomes = parts.some(({ quantity }) => /^(?:outcome|row):/.test(quantity?.id ?? ''));
  const possible = earlier.filter(({ quantity }) => !isOutcomes || !quantity || CAME_OR_WENT.has(quantity.id));
  const sum = sumOf(parts);
  const equal = possible.filter(({ figure }) => figure.value === sum);
  return equal.length > 0 ? equal : possible;
}

const CAME_OR_WENT: ReadonlySet<string> = new Set(['new', 'received', 'handled', 'finished']);

/** The figures of a list, up to the closing bracket or another subject. Figures in inner brackets do not count. */
function whileDeep(parts: readonly Read[], depth: number, text: string): Read[] {
  const own: Read[] = [];
  for (const read of parts) {
    if (read.clause.depth < depth) break;
    if (read.clause.depth > depth) continue;
    const last = own.at(-1);
    if (last && ASIDE.test(text.slice(last.figure.end, read.figure.start))) break;
    if (isNextProcedure(read, own[0])) break;
    own.push(read);
  }
  return own;
}

/** 行政复议11件，其中维持8件……；行政诉讼8件: the last figure is not a part of the first. */
const isNextProcedure = ({ quantity }: Read, first: Read | undefined): boolean =>
  /:total$/.test(quantity?.id ?? '') && first !== undefined && !/:total$/.test(first.quantity?.id ?? '');

function listStatements(
  wholes: readonly Read[],
  parts: readonly Read[],
  start: Start,
  { text, report }: Where,
): Statement[] {
  const units = [...new Set(parts.map(({ figure }) => figure.unit))];
  return units.flatMap((unit) => {
    const whole = wholes.findLast(({ figure }) => figure.unit === unit);
    const own = parts.filter(({ figure }) => figure.unit === unit);
    if (!whole || whole.figure.about || own.length < 2 || own.some(({ figure }) => figure.about)) return [];
    if (start.close && wholes.at(-1) !== whole) return [];
    const concluded = own.filter(({ quantity }) => quantity?.id !== 'carried_forward');
    const lists = [own, concluded, ...groupsOf(own, text)];
    const found = lists.flatMap((list) => listStatement(whole, list, false));
    // 1件，收取420元；2件，收取290元: two lists mixed together.
    const isEven = parts.length === own.length * units.length;
    // 办结9件，其中予以公开5件……；结转下年1件: what is carried forward was not concluded.
    const judged = whole.quantity?.id === 'finished' ? concluded : own;
    return found.length > 0
      ? found.slice(0, 1)
      : listStatement(whole, judged, isEven && judged.length > 1 && isComplete(whole, judged, { text, report }));
  });
}

/** Lists separated by a semicolon: applicants; outcomes. */
function groupsOf(parts: readonly Read[], text: string): Read[][] {
  const groups: Read[][] = [];
  for (const [index, read] of parts.entries()) {
    const last = parts[index - 1];
    if (!last || text.slice(last.figure.end, read.figure.start).includes(';')) groups.push([]);
    groups.at(-1)?.push(read);
  }
  return groups.length > 1 && groups.every(({ length }) => length > 1) ? groups : [];
}

const sumOf = (parts: readonly Read[]): number => exactSum(parts.map(({ figure }) => figure.value));

function listStatement(whole: Read, parts: readonly Read[], judged: boolean): Statement[] {
  const sum = sumOf(parts);
  const agrees = sum === whole.figure.value;
  if (!agrees && !judged) return [];
  const added = addition(
    parts.map(({ figure }) => figure.value),
    whole.figure.kind === 'money',
  );
  return [
    {
      start: Math.min(whole.figure.start, (parts[0] as Read).figure.start),
      end: Math.max(whole.figure.end, (parts.at(-1) as Read).figure.end),
      figure: whole.figure,
      quantity: 'sum',
      value: whole.figure.value,
      verdict: agrees ? 'agrees' : 'contradicts',
      candidates: [],
      computed: agrees ? added : differs(added, whole, sum),
    },
  ];
}

/** 290＋420＝710 元; money is in yuan, whatever the unit in the text. */
export function addition(values: readonly number[], isMoney = false): Text {
  const [zh, en] = ['＋', ' + '].map((plus) => values.join(plus));
  const sum = exactSum(values);
  return say(`${zh}＝${sum}${isMoney ? ' 元' : ''}`, `${en} = ${sum}${isMoney ? ' yuan' : ''}`);
}

function differs({ zh, en }: Text, { figure }: Read, sum: number): Text {
  const [yuan, inYuan] = figure.kind === 'money' ? [' 元', ' yuan'] : ['', ''];
  const difference = exact(Math.abs(figure.value - sum));
  return say(
    `${zh}，总数是 ${figure.value}${yuan}，相差 ${difference}${yuan}`,
    `${en}; the total is ${figure.value}${inYuan}; a difference of ${difference}${inYuan}`,
  );
}

/** True if a list seems complete: it has 其他 or ways to submit applications, or it covers almost the whole total. */
function isComplete(whole: Read, parts: readonly Read[], { text, report }: Where): boolean {
  // All these numbers agree with the tables, so the difference is a part that is not named.
  if ([whole, ...parts].every((read) => isInTables(read, report))) return false;
  const labels = labelsOf(parts, text);
  const gap = Math.abs(sumOf(parts) - whole.figure.value);
  if (labels.some((label) => OTHERS.test(label))) return true;
  if (labels.every((label) => CHANNEL.test(label))) return true;
  if (isEverybody(parts) || isWholeGroup(whole, parts, report)) return true;
  return gap <= whole.figure.value / 100 || (gap === 1 && (parts.length > 2 || whole.figure.value >= 20));
}

/** True if the report has this number. */
export const isInTables = ({ quantity, figure }: Read, report: Report): boolean =>
  quantity !== undefined && candidatesIn(report, quantity).some(({ value }) => value === figure.value);

/** The words before each part. */
const labelsOf = (parts: readonly Read[], text: string): string[] =>
  parts.map((part, index) => {
    const from = index === 0 ? part.clause.start : (parts[index - 1] as Read).figure.end;
    return text.slice(from, part.figure.start);
  });

/** True if the parts are natural persons and organizations. */
const isEverybody = (parts: readonly Read[]): boolean =>
  parts.length === 2 && parts.some(({ quantity }) => quantity?.id === 'applicant:organizations');

/** True if the total is a group of table 三 and the parts are all its rows. */
function isWholeGroup({ quantity }: Read, parts: readonly Read[], { cells }: Report): boolean {
  const group = /^outcome:([a-z_]+)$/.exec(quantity?.id ?? '')?.[1];
  if (group === undefined) return false;
  const rows = [...cells.keys()].filter(
    (path) => path.startsWith(`applications.outcomes.${group}.`) && path.endsWith('.total'),
  );
  const named = new Set(parts.map((part) => part.quantity?.id));
  return rows.length > 1 && rows.every((path) => named.has(`row:${path.split('.').slice(2, -1).join('.')}`));
}

/** Words that mark a figure as the total of the figures before it. */
const TOTAL = /(?:(?:合计|共计|总计|总共)(?:收到|受理|办理)?(?:申请)?(?:为|有)?|共有?|[合加]起来)$/u;

/** Compares totals that follow their parts: 网上3件，信函5件，合计8件. */
function totalsIn(figures: readonly Read[], { text, report }: Where): Statement[] {
  return figures.flatMap((whole, index) => {
    const label = text.slice(figures[index - 1]?.figure.end ?? whole.clause.start, whole.figure.digits);
    const { unit, about } = whole.figure;
    if (index < 2 || about || !TOTAL.test(label)) return [];
    const parts = figures.slice(0, index).filter(({ figure }) => figure.unit === unit && !figure.about);
    if (parts.length < 2) return [];
    const lists = parts.slice(0, -1).map((_, from) => parts.slice(from));
    const found = lists.flatMap((list) => listStatement(whole, list, false));
    const came = allThatCame(whole, parts);
    if (came.length > 0) {
      const candidates = candidatesIn(report, RECEIVED_AND_CARRIED_OVER);
      return (found.length > 0 ? found.slice(0, 1) : listStatement(whole, came, true)).map((one) => ({
        ...one,
        candidates,
      }));
    }
    const judged = isEverybody(parts) || labelsOf(parts, text).every((one) => CHANNEL.test(one));
    return found.length > 0 ? found.slice(0, 1) : listStatement(whole, parts, judged);
  });
}

const RECEIVED_AND_CARRIED_OVER = {
  candidates: [['applications.received.total', 'applications.carried_over.total']],
};

/** The applications received and carried over, if one of them is the last part before the total of both; else empty. */
function allThatCame(whole: Read, parts: readonly Read[]): Read[] {
  const came = parts.findLast(({ quantity }) => quantity?.id === 'new' || quantity?.id === 'received');
  const over = parts.findLast(({ quantity }) => quantity?.id === 'carried_over');
  // 共47件办结 is not the total; and 收到49件 can include those carried over.
  const isOfBoth = whole.quantity === undefined || CAME_OR_WENT.has(whole.quantity.id);
  const isAlready = came?.quantity?.id === 'received' && came.figure.value === whole.figure.value;
  if (!came || !over || !isOfBoth || whole.quantity?.id === 'finished' || isAlready) return [];
  return [came, over].includes(parts.at(-1) as Read) ? parts.filter((one) => one === came || one === over) : [];
}
