import { textFinder } from '../check/locate-findings.ts';
import { headTextsOf, type ReportText, textsOf } from '../check/texts/report-texts.ts';
import type { Path, Range } from '../diagnostics/diagnostic.ts';
import type { PageFault } from '../diagnostics/page-faults.ts';
import { getIn, isData } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import type { Source } from '../source/parse.ts';
import { correctionText } from '../view/head.ts';
import { pageView } from '../view/page.ts';
import type { PageView } from '../view/page-view.ts';

/** A place in the report file. */
interface TextPlace {
  readonly path: Path;
  /** The range of the words themselves, if they stand in the file. */
  readonly range?: Range;
}

/**
 * The place in the report file of words as a page shows them: the words or brace that they were printed from, the brace
 * of their chart, or the value that the title or a date comes from.
 */
export function placeOfText(source: Source, report: Report, fault: PageFault): TextPlace | undefined {
  const { words = '', focus = [0, words.length], chart } = fault;
  if (chart !== undefined) return placeOfChart(source, report, Number(chart.replace(/\D/gu, '')));
  if (signs(words) === '') return undefined;
  const view = pageView(report);
  for (const around of [words.length, ...NARROWER]) {
    const first = Math.max(0, focus[0] - around);
    const piece = {
      words: words.slice(first, focus[1] + around),
      before: words.slice(first, focus[0]),
      focus: words.slice(...focus),
    };
    const found =
      placeInTexts(source, report, piece) ??
      placeOfValue(report, view, words, focus) ??
      placeInHead(report, view, piece, fault.focus !== undefined);
    if (found) return found;
  }
  const sides = [words.slice(Math.max(0, focus[0] - SIDE), focus[1]), words.slice(focus[0], focus[1] + SIDE)].map(
    signs,
  );
  const index = view.charts.findIndex(({ words: told, caption }) =>
    [told, caption].some((text) => sides.some((side) => side.length > SIDE / 2 && signs(text).includes(side))),
  );
  return index < 0 ? undefined : placeOfChart(source, report, index + 1);
}

/** Characters to one side, for words of a chart. */
const SIDE = 12;
/** Characters to both sides. Words may begin in one text and end in another. */
const NARROWER = [8, 4, 2];

interface Piece {
  readonly words: string;
  readonly before: string;
  readonly focus: string;
}

/** What is the same on a page and in a file: letters and digits. */
const SIGN = /[\p{L}\p{N}]/u;
const signs = (text: string): string => [...text.normalize('NFKC')].filter((char) => SIGN.test(char)).join('');

function placeInTexts(source: Source, report: Report, piece: Piece): TextPlace | undefined {
  const [wanted, before, focus] = [piece.words, piece.before, piece.focus].map(signs) as [string, string, string];
  if (focus === '') return undefined;
  for (const text of [...textsOf(report), ...headTextsOf(report)]) {
    const found = findSigns(text, wanted, before.length, focus.length);
    if (!found) continue;
    const find = textFinder(source, text.path);
    const start = find(text.written(found.context, found.start).trim());
    const range = find(text.written(found.start, found.end)) ?? start;
    return { path: text.path, ...(range && { range }) };
  }
  return undefined;
}

/** Where signs are in a text: a context before them, their start and their end. */
function findSigns({ text }: ReportText, wanted: string, skip: number, length: number) {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) if (SIGN.test(text.charAt(at))) places.push(at);
  const flat = places.map((at) => text.charAt(at).normalize('NFKC')).join('');
  const index = flat.indexOf(wanted);
  if (index < 0 || flat.length !== places.length) return undefined;
  const at = (offset: number) => places[Math.min(offset, places.length - 1)] ?? 0;
  return {
    context: at(Math.max(0, index + skip - CONTEXT)),
    start: at(index + skip),
    end: at(index + skip + length - 1) + 1,
  };
}
const CONTEXT = 24;

/** A date or a number of the office that is printed as it stands in the file. */
function placeOfValue(
  report: Report,
  { published, corrected }: PageView,
  words: string,
  [focus]: readonly [number, number],
): TextPlace | undefined {
  const contact = getIn(report.data, 'agency.contact');
  const values: [string, string][] = [
    [published, 'published'],
    [corrected?.date ?? '', 'corrected.date'],
    ...(isData(contact) ? Object.entries(contact) : []).map(([key, value]): [string, string] => [
      String(value),
      `agency.contact.${key}`,
    ]),
  ];
  const [all, at] = [signs(words), signs(words.slice(0, focus)).length];
  const found = values.find(([value]) => {
    const text = signs(value);
    const start = all.lastIndexOf(text, at);
    return text !== '' && start >= 0 && at < start + text.length;
  });
  return found && { path: found[1].split('.') };
}

/** What is printed above the first section, with the paths that it comes from. */
function placeInHead(
  report: Report,
  { title, published, corrected, preface }: PageView,
  piece: Piece,
  isPart: boolean,
): TextPlace | undefined {
  const has = (key: string) => getIn(report.data, key) !== undefined;
  const texts: [string, string][] = [
    [title, has('title') ? 'title' : /^\d/u.test(piece.focus) ? 'year' : 'agency.name'],
    [`发布日期：${published}`, 'published'],
    [corrected ? correctionText(corrected) : '', 'corrected'],
    // The preface lists the headings of the report; a whole heading is not a part of it.
    [isPart ? preface.replace(/<[^>]*>/gu, '') : '', has('preface') ? 'preface' : 'agency'],
  ];
  const all = texts.map(([text]) => signs(text));
  const index = all.join('').indexOf(signs(piece.words));
  if (index < 0) return undefined;
  let at = index + signs(piece.before).length;
  const own = all.findIndex((text) => {
    at -= text.length;
    return at < 0;
  });
  return { path: (texts[own]?.[1] ?? '').split('.') };
}

/** The brace of a chart, by its number from 1. */
function placeOfChart(source: Source, report: Report, number: number): TextPlace | undefined {
  const braces = textsOf(report).flatMap(({ path, raw }) =>
    [...raw.matchAll(CHART)].map(([brace], nth) => ({ path, brace, nth })),
  );
  const own = braces[number - 1];
  if (!own) return undefined;
  const find = textFinder(source, own.path);
  let range: Range | undefined;
  for (let count = 0; count <= own.nth; count++)
    range = find(braces.filter(({ path }) => path === own.path)[count]?.brace ?? '');
  return { path: own.path, ...(range && { range }) };
}
const CHART = /\{\{\s*chart\b[^{}]*\}\}/gu;
