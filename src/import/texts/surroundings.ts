import type { PublishedDocument } from '../document.ts';
import { looksLikeAgency } from './agency-name.ts';
import { squeezed } from './clean.ts';
import { type CorrectionNotice, correctionIn, findSignOff, isBelowReport, type SignOff } from './closing.ts';
import type { Sections } from './find-sections.ts';
import { dateAlone } from './found-dates.ts';
import { furnitureOf, isFoot, isMenuEntry } from './furniture.ts';
import { type PageDetails, pageDetails } from './page-details.ts';
import type { PublishedLine, PublishedPiece } from './pieces.ts';
import { type FoundTitle, findTitles, type ReportTitle, readTitle } from './title.ts';

/** What stands around the prose of a report, and where the prose begins and ends. */
export interface ReportSurroundings {
  readonly title: (ReportTitle & { readonly place: PublishedLine['place'] }) | undefined;
  readonly details: PageDetails;
  /** A date and a name alone below the title. */
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
  /** Pieces that are neither prose nor the source of a fact, in order. */
  readonly left: readonly PublishedPiece[];
  /** Names and days above and below the prose. Facts come from the best of them. */
  readonly dated: readonly DatedLine[];
}

/** A line with nothing but a name, a day or both. */
export interface DatedLine {
  readonly text: string;
  readonly place: PublishedLine['place'];
  readonly day?: string | undefined;
  readonly name?: string | undefined;
}

/** Finds title, sign-off, details of the page and furniture. `lines` are details that were in a table. */
export function surroundingsOf(
  pieces: readonly PublishedPiece[],
  sections: Sections,
  lines: Parameters<typeof pageDetails>[0],
  properties: PublishedDocument['properties'],
): ReportSurroundings {
  const marks = marksOf(sections);
  const headings = new Set(sections.headings.map((heading) => heading?.at));
  const firstMark = Math.min(pieces.length, ...marks);
  const lastMark = Math.max(-1, ...marks);
  const titles = findTitles(pieces, firstMark);
  const [title] = titles;
  const start = title ? title.last + 1 : firstText(pieces, firstMark);
  const end = endOf(pieces, Math.max(lastMark + 1, start), title);
  const texts = pieces.flatMap((piece, at) => (piece.kind === 'text' ? [{ piece, at }] : []));
  const skip = furnitureAround(texts, { firstMark, lastMark, end });
  const [corrected] = texts.flatMap(({ piece, at }) => {
    const correction = correctionIn(piece);
    return correction ? [{ correction, at }] : [];
  });
  if (corrected) skip.add(corrected.at);
  const lastText = withoutDetails(pieces, [lastMark + 1, end], skip);
  const signOff = findSignOff(pieces, [lastMark + 1, lastText], title?.agency);
  for (const at of signOff?.at ?? []) skip.add(at);
  withoutDetails(pieces, [lastMark + 1, lastText], skip);
  const dated = headOf(pieces, start, firstMark, { title, skip });
  const told = new Set([corrected?.at, ...(signOff?.at ?? []), ...dated.map(({ at }) => at)]);
  const page = texts.flatMap(({ piece, at }) => (skip.has(at) && furnitureOf(piece) !== undefined ? [piece] : []));
  return {
    title: title ? { ...title, place: title.line.place } : titleElsewhere(lines, properties),
    page,
    details: pageDetails([...lines, ...page]),
    head: headFrom(dated),
    signOff,
    correction: corrected?.correction,
    start,
    end,
    skip,
    left: pieces.filter((piece, at) => {
      const isProse = at >= start && at < end && !skip.has(at) && !sections.contents.has(at);
      return !isProse && !told.has(at) && !headings.has(at) && !isOfTitle(piece, title);
    }),
    dated: [...dated, ...(signOff ? [{ ...signOff, place: signOff.line.place }] : [])],
  };
}

/** The furniture above the first heading or table and from `end` on. */
function furnitureAround(
  texts: readonly { readonly piece: PublishedLine; readonly at: number }[],
  { firstMark, lastMark, end }: Readonly<Record<'firstMark' | 'lastMark' | 'end', number>>,
): Set<number> {
  const found = texts.filter(({ piece, at }) => {
    const furniture = furnitureOf(piece);
    const isOutside = at < firstMark || at >= end;
    // Buttons can stand between the last sentence and the foot of the page.
    return isOutside ? furniture !== undefined : at > lastMark && furniture === 'button';
  });
  return new Set(found.map(({ at }) => at));
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

function endOf(pieces: readonly PublishedPiece[], from: number, title: FoundTitle | undefined): number {
  const isEnd = (piece: PublishedPiece) =>
    piece.kind === 'text'
      ? furnitureOf(piece) === 'end' || isOfOtherReport(piece, title)
      : piece.kind === 'grid' && isFoot(piece);
  const at = pieces.findIndex((piece, index) => index >= from && isEnd(piece));
  return at < 0 ? pieces.length : at;
}

/** Whether a line is the whole title of another report, which begins below. */
function isOfOtherReport(line: PublishedLine, title: FoundTitle | undefined): boolean {
  const other = readTitle(line.text);
  return other !== undefined && other.agency !== '' && other.years.length > 0 && other.text !== title?.text;
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

/** The names and days alone between the title and the prose; they and the title printed again are added to `skip`. */
function headOf(
  pieces: readonly PublishedPiece[],
  start: number,
  end: number,
  { title, skip }: { title: FoundTitle | undefined; skip: Set<number> },
): (DatedLine & { readonly line: PublishedLine; readonly at: number })[] {
  const above = pieces.slice(0, end);
  for (const [at, piece] of above.entries()) if (at >= start && isNoProse(above, at, piece)) skip.add(at);
  return above.flatMap((line, at) => {
    if (at < start || line.kind !== 'text' || skip.has(at)) return [];
    const { text, place } = line;
    const day = dateAlone(text);
    const isTitle = isOfTitle(line, title);
    if (!isTitle && !day && !looksLikeAgency(line.squeezed.text)) return [];
    skip.add(at);
    const name = day ? undefined : line.squeezed.text;
    return isTitle ? [] : [{ text, place, line, at, day, name }];
  });
}

/** An English subtitle, or the names of tabs and buttons: so many short lines are no prose. */
function isNoProse(pieces: readonly PublishedPiece[], at: number, piece: PublishedPiece): boolean {
  if (piece.kind !== 'text') return false;
  if (/[A-Za-z]{3}/u.test(piece.text) && !/[\p{Script=Han}@]/u.test(piece.text)) return true;
  const isEntry = (one: number) => {
    const other = pieces[one];
    return other?.kind === 'text' && isMenuEntry(other);
  };
  return [at - 2, at - 1, at].some((from) => [from, from + 1, from + 2].every(isEntry));
}

/** The last day and the last name. */
function headFrom(dated: ReturnType<typeof headOf>): ReportSurroundings['head'] {
  const day = dated.findLast((one) => one.day)?.day;
  const name = dated.findLast((one) => one.name)?.name;
  const line = dated.at(-1)?.line;
  return { ...(day && { day }), ...(name && { name }), ...(line && { line }) };
}

/** Whether a line is the title, or a part of it on a line of its own. */
function isOfTitle(piece: PublishedPiece, title: FoundTitle | undefined): boolean {
  if (piece.kind !== 'text' || !title) return false;
  const { text } = piece.squeezed;
  return readTitle(piece.text)?.text === title.text || (text.length > 5 && squeezed(title.text).includes(text));
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
