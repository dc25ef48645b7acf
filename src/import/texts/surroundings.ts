import type { PublishedDocument } from '../document.ts';
import type { Unplaced } from '../reading.ts';
import { looksLikeAgency } from './agency-name.ts';
import { squeezed } from './clean.ts';
import { type CorrectionNotice, correctionIn, findSignOff, isBelowReport, type SignOff } from './closing.ts';
import type { Sections } from './find-sections.ts';
import { dateAlone } from './found-dates.ts';
import { furnitureOf, isMenuEntry } from './furniture.ts';
import { rowsOf } from './markdown.ts';
import { type PageDetails, pageDetails } from './page-details.ts';
import type { PublishedLine, PublishedPiece } from './pieces.ts';
import { type FoundTitle, findTitles, type ReportTitle, readTitle } from './title.ts';

/** What stands around the prose of a report, and where the prose begins and ends. */
export interface ReportSurroundings {
  readonly title: (ReportTitle & { readonly place: PublishedLine['place'] }) | undefined;
  readonly details: PageDetails;
  readonly head: { readonly day?: string; readonly name?: string; readonly line?: PublishedLine };
  readonly signOff: SignOff | undefined;
  readonly correction: CorrectionNotice | undefined;
  /** Lines of the page around the report. */
  readonly page: readonly PublishedLine[];
  /** The first piece of the prose, and the one behind it. */
  readonly start: number;
  readonly end: number;
  /** Pieces in between that are no prose. */
  readonly skip: ReadonlySet<number>;
  readonly leftovers: readonly Unplaced[];
}

/** Finds title, sign-off, details of the page and furniture. `lines` are details that were in a table. */
export function surroundingsOf(
  pieces: readonly PublishedPiece[],
  sections: Sections,
  lines: Parameters<typeof pageDetails>[0],
  properties: PublishedDocument['properties'],
): ReportSurroundings {
  const marks = marksOf(sections);
  const firstMark = Math.min(pieces.length, ...marks);
  const lastMark = Math.max(-1, ...marks);
  const titles = findTitles(pieces, firstMark);
  const [title] = titles;
  const start = title ? title.last + 1 : firstText(pieces, firstMark);
  const end = endOf(pieces, Math.max(lastMark + 1, start));
  const skip = new Set<number>();
  const texts = pieces.flatMap((piece, at) => (piece.kind === 'text' ? [{ piece, at }] : []));
  const outside = texts.filter(({ at }) => at < firstMark || at >= end);
  for (const { piece, at } of outside) if (furnitureOf(piece) !== undefined) skip.add(at);
  // Buttons can stand between the last sentence and the foot of the page.
  for (const { piece, at } of texts) if (at > lastMark && furnitureOf(piece) === 'button') skip.add(at);
  const corrections = texts.flatMap(({ piece, at }) => {
    const correction = correctionIn(piece);
    if (correction) skip.add(at);
    return correction ? [correction] : [];
  });
  const lastText = withoutDetails(pieces, [lastMark + 1, end], skip);
  const signOff = findSignOff(pieces, [lastMark + 1, lastText], title?.agency);
  for (const at of signOff?.at ?? []) skip.add(at);
  withoutDetails(pieces, [lastMark + 1, lastText], skip);
  const head = headOf(pieces, start, firstMark, { title, skip });
  const page = texts.flatMap(({ piece, at }) => (skip.has(at) && furnitureOf(piece) !== undefined ? [piece] : []));
  return {
    title: title ? { ...title, place: title.line.place } : titleElsewhere(lines, properties),
    page,
    details: pageDetails([...lines, ...page]),
    head,
    signOff,
    correction: corrections[0],
    start,
    end,
    skip,
    leftovers: outsideOf(pieces, { start, end, skip, titles }),
  };
}

const marksOf = ({ headings, tables }: Sections): number[] => [
  ...headings.flatMap((heading) => (heading ? [heading.at] : [])),
  ...[...tables.values()].flatMap(({ first, last }) => [first, last]),
];

/** Without a title, the prose begins with the first line that is neither furniture nor the entry of a menu. */
function firstText(pieces: readonly PublishedPiece[], end: number): number {
  const at = pieces.findIndex(
    (piece) => piece.kind !== 'text' || !(furnitureOf(piece) !== undefined || isMenuEntry(piece)),
  );
  return at < 0 ? end : Math.min(at, end);
}

function endOf(pieces: readonly PublishedPiece[], from: number): number {
  const at = pieces.findIndex((piece, index) => index >= from && piece.kind === 'text' && furnitureOf(piece) === 'end');
  return at < 0 ? pieces.length : at;
}

/** The end of the prose before the details of the page, which are added to `skip`. */
function withoutDetails(pieces: readonly PublishedPiece[], [start, end]: [number, number], skip: Set<number>): number {
  let last = end;
  for (; last > start && (skip.has(last - 1) || isHeadLine(pieces[last - 1])); last--) skip.add(last - 1);
  return last;
}

/** 成文日期：2024年1月22日 is a sign-off, not the date of publication. */
const isHeadLine = (piece: PublishedPiece | undefined): boolean =>
  piece?.kind === 'text' &&
  !/^(?:成文|编制|报告|填报)(?:日期|时间)/u.test(piece.squeezed.text) &&
  (furnitureOf(piece) === 'head' || isBelowReport(piece));

/** Reads name, date and repeated title between the title and the prose, and adds them to `skip`. */
function headOf(
  pieces: readonly PublishedPiece[],
  start: number,
  end: number,
  { title, skip }: { title: FoundTitle | undefined; skip: Set<number> },
): ReportSurroundings['head'] {
  let head: ReportSurroundings['head'] = {};
  const whole = squeezed(title?.text ?? '');
  for (let at = start; at < end; at++) {
    const line = pieces[at];
    if (line?.kind !== 'text' || skip.has(at)) continue;
    const { text } = line.squeezed;
    const day = dateAlone(line.text);
    const isTitle =
      title !== undefined && (readTitle(line.text)?.text === title.text || (text.length > 5 && whole.includes(text)));
    if (!isTitle && !day && !looksLikeAgency(text)) continue;
    skip.add(at);
    if (day) head = { ...head, day, line };
    else if (!isTitle) head = { ...head, name: text, line };
  }
  return head;
}

function titleElsewhere(
  lines: Parameters<typeof pageDetails>[0],
  { title = '' }: PublishedDocument['properties'],
): ReportSurroundings['title'] {
  for (const { text, place } of lines) {
    const read = readTitle(text.replace(/^(?:信息)?(?:名称|标题):/u, ''));
    if (read) return { ...read, place };
  }
  const read = readTitle(title);
  return read && { ...read, place: {} };
}

/** What stands before the title and below the end and is no furniture. */
function outsideOf(
  pieces: readonly PublishedPiece[],
  { start, end, skip, titles }: Pick<ReportSurroundings, 'start' | 'end' | 'skip'> & { titles: readonly FoundTitle[] },
): Unplaced[] {
  const inTitle = new Set(titles.flatMap(({ first, last }) => [first, last, Math.ceil((first + last) / 2)]));
  return pieces.flatMap((piece, at): Unplaced[] => {
    if ((at >= start && at < end) || skip.has(at) || piece.kind === 'form') return [];
    if (piece.kind === 'grid') return [{ text: rowsOf(piece.grid), place: piece.place }];
    const isDropped = inTitle.has(at) || furnitureOf(piece) !== undefined || isMenuEntry(piece);
    return isDropped ? [] : [{ text: piece.text, place: piece.place }];
  });
}
