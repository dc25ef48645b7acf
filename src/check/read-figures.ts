import { figuresIn } from '../claims/kinds/unread.ts';
import type { Figure } from '../claims/lex/figures.ts';
import { reasonText } from '../claims/reasons.ts';
import type { Agreement, Doubt, Judged } from '../claims/statement.ts';
import { LOOSE_UNITS } from '../claims/vocabulary/units.ts';
import type { Path } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import { withNumbers } from '../prose/section-text.ts';
import { type Claim, claimsOf, type Reading, readerOf } from './claims.ts';
import { type ReportText, textAt, textsOf } from './texts/report-texts.ts';

/** Why a figure or a conclusion was not compared with the tables. */
export interface Silence extends Doubt {
  readonly text: Text;
}

/** A figure or a conclusion of the prose: what was read from it, and the result of comparing it. */
export interface ReadPlace {
  readonly text: ReportText;
  /** Its position in the normalized text. */
  readonly start: number;
  readonly end: number;
  /** The claims that the figure makes, or is a part of, and the cells they were compared with. */
  readonly claims: readonly Claim[];
  readonly verdict: Agreement;
  /** Why the verdict is `open`. */
  readonly reason?: Silence;
  /** The figure counts what no table counts: 培训12场. */
  readonly isOther: boolean;
}

/** All figures of the prose in printed order, and the conclusions without a figure; each is there once. */
export function placesOf(years: Reading): ReadPlace[] {
  const claims = new Map<Path, Claim[]>();
  for (const claim of claimsOf(years)) {
    const own = claims.get(claim.path);
    if (own) own.push(claim);
    else claims.set(claim.path, [claim]);
  }
  return textsOf(years.report).flatMap((text) => placesIn(text, claims.get(text.path) ?? []));
}

interface Found {
  readonly start: number;
  readonly end: number;
  /** The claims about this figure. */
  readonly own: Claim[];
  /** Claims about another figure, of which this one is a part: the total of a list. */
  readonly others: Claim[];
}

function placesIn(text: ReportText, claims: readonly Claim[]): ReadPlace[] {
  const found = new Map<number, Found>();
  const at = ({ start, end }: Pick<Figure, 'start' | 'end'>): Found => {
    const one = found.get(start) ?? { start, end, own: [], others: [] };
    found.set(start, one);
    return one;
  };
  const alone: Found[] = [];
  for (const claim of claims) {
    const figures = figuresIn(claim.statement);
    for (const figure of figures) at(figure)[figure === claim.figure ? 'own' : 'others'].push(claim);
    // The figures of a balance that is not compared have claims of their own.
    if (claim.figure === undefined && (figures.length === 0 || claim.verdict !== 'open'))
      alone.push({ start: claim.start, end: claim.end, own: [claim], others: [] });
  }
  return [...found.values(), ...alone]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, own, others }) => ({ text, start, end, ...resultOf(own, others) }));
}

function resultOf(
  own: readonly Claim[],
  others: readonly Claim[],
): Pick<ReadPlace, 'claims' | 'verdict' | 'reason' | 'isOther'> {
  const claims = [...own, ...others];
  // A sum that is wrong contradicts its total.
  const isInWrongSum = worstOf(others) === 'contradicts';
  const verdict = worstOf(own) ?? (isInWrongSum ? 'open' : (worstOf(others) ?? 'open'));
  const isOther = !isInWrongSum && claims.every(isOfOther);
  if (verdict !== 'open') return { claims, verdict, isOther };
  const open = claims.filter(({ reason }) => reason !== undefined);
  // That it can mean several numbers says less than a word.
  const told = open.find(({ reason }) => reason?.reason !== 'several' && reason?.reason !== 'nothing') ?? open[0];
  const reason: Doubt = isInWrongSum ? { reason: 'sum' } : (told?.reason ?? { reason: 'nothing' });
  return { claims, verdict, reason: { ...reason, text: reasonText(reason, told?.kind ?? 'unread') }, isOther };
}

/** True if neither the figure nor those it is counted with are about what the tables count. */
function isOfOther({ statement }: Claim): boolean {
  if (statement.kind === 'unread') return statement.isOther === true;
  if (statement.kind === 'change') return statement.subjects.every(({ quantity }) => quantity === undefined);
  const isUnknown = statement.kind === 'list' && statement.quantities.every((quantity) => quantity === undefined);
  return isUnknown && LOOSE_UNITS.includes(statement.whole.unit);
}

function worstOf(claims: readonly Claim[]): Agreement | undefined {
  const verdicts = new Set(claims.map(({ verdict }) => verdict));
  if (verdicts.has('contradicts')) return 'contradicts';
  return verdicts.has('agrees') ? 'agrees' : undefined;
}

/** A figure of the prose, or a conclusion without a figure, with the claims read from it. */
export interface ReadFigure {
  readonly path: Path;
  /** The sentence before and after the figure, at most 1000 characters, as in the file but with bound numbers printed. */
  readonly before: string;
  readonly figure: string;
  readonly after: string;
  /** The claims that the figure makes, or is a part of, and the cells they were compared with. */
  readonly claims: readonly Claim[];
  /** The worst verdict of its claims. */
  readonly verdict: Agreement;
  /** Why the verdict is `open`. */
  readonly reason?: Silence;
  /** The figure counts what no table counts: 培训12场. */
  readonly isOther: boolean;
}

/** The proofreader's list: all figures of the prose in printed order, and the conclusions without a figure. */
export function figuresOf(years: Reading): ReadFigure[] {
  return placesOf(years).map(({ text, start, end, claims, verdict, reason, isOther }) => {
    const [from, to] = sentenceAround(text.text, start, end);
    const [sentence, figure] = [text.placeOf(from, to), text.placeOf(start, end)];
    // A bound number is shown as it is printed, as one figure.
    const shown = (one: number, other: number) => withNumbers(years.report, text.raw.slice(one, other));
    return {
      path: text.path,
      before: shown(sentence.from, figure.from),
      figure: shown(figure.from, figure.to),
      after: shown(figure.to, sentence.to),
      claims,
      verdict,
      isOther,
      ...(reason && { reason }),
    };
  });
}

/** A statement of a text, compared with a report. */
export interface ReadStatement extends Omit<Judged, 'reason'> {
  /** Its words, as in the text. */
  readonly words: string;
  /** Its position in the text, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** Why the verdict is `open`. */
  readonly reason?: Silence;
}

/** The statements of a text that need not be in the report. */
export function statementsIn(
  raw: string,
  { section = 'overview', ...reading }: Reading & { section?: string },
): ReadStatement[] {
  const text = textAt(reading.report, [section], raw);
  return readerOf(reading)(text).map(
    ({ path: _path, kind, figure: _figure, start, end, words, reason, ...judged }) => ({
      ...judged,
      words,
      ...text.placeOf(start, end),
      ...(reason && { reason: { ...reason, text: reasonText(reason, kind) } }),
    }),
  );
}

const ENDS = ['。', '!', '?', '\n'];
/** Characters on each side of a figure. In a sentence of many figures, each would repeat all of it. */
const LONGEST_SIDE = 1000;

/** Where the sentence around a figure starts and ends; of a longer one, what is near. */
function sentenceAround(text: string, start: number, end: number): [number, number] {
  const before = text.slice(Math.max(0, start - LONGEST_SIDE), start);
  const after = text.slice(end, end + LONGEST_SIDE);
  const from = Math.max(...ENDS.map((sign) => before.lastIndexOf(sign))) + 1;
  const to = after.search(/[。!?\n]/u);
  return [start - before.length + from, end + (to < 0 ? after.length : to)];
}
