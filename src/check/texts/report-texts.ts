import type { Path } from '../../diagnostics/diagnostic.ts';
import type { Text } from '../../diagnostics/text.ts';
import { paragraphsOf, proseFields } from '../../prose/fields.ts';
import type { ProseLine } from '../../prose/paragraphs.ts';
import { type ReadText, readText } from '../../prose/read-text.ts';
import { get, getIn, textIn } from '../../report/access.ts';
import { evaluate } from '../../report/expression.ts';
import type { Report } from '../../report/report.ts';
import type { RuleFinding } from '../rule.ts';

/** A text of a report, normalized for the rules about prose. */
export interface ReportText extends ReadText {
  readonly path: Path;
  /** The text as it is in the file's data. */
  readonly raw: string;
}

/** A match of a pattern in a text, with the words as written in the file. */
export interface Found {
  readonly match: RegExpExecArray;
  readonly words: string;
}

/** Matches in one text stop here; nobody reads more findings. */
export const MOST_PER_TEXT = 20;

const known = new WeakMap<Report, readonly ReportText[]>();

/** All prose texts of a report in printed order. The result is cached. */
export function textsOf(report: Report): readonly ReportText[] {
  const texts =
    known.get(report) ??
    proseFields(report).map((field) => textAt(report, field.path, field.text, paragraphsOf(field)));
  known.set(report, texts);
  return texts;
}

const HEAD_TEXTS = ['title', 'agency.name', 'agency.short_name', 'agency.contact.office', 'agency.contact.address'];

const knownHeads = new WeakMap<Report, readonly ReportText[]>();

/** The short texts at the top of a report, if they are given. The result is cached. */
export function headTextsOf(report: Report): readonly ReportText[] {
  const texts =
    knownHeads.get(report) ??
    HEAD_TEXTS.flatMap((dotted) => {
      const path = dotted.split('.');
      const text = path.reduce<unknown>(get, report.data);
      return typeof text === 'string' ? [textAt(report, path, text)] : [];
    });
  knownHeads.set(report, texts);
  return texts;
}

/** The texts of one section (`preface`, `overview`, `problems`, `other_matters`), including the headings of its parts. */
export const sectionTexts = (report: Report, section: string): readonly ReportText[] =>
  textsOf(report).filter(({ path }) => path[0] === section);

/** All texts of a section, joined. */
export const sectionText = (report: Report, section: string): string =>
  sectionTexts(report, section)
    .map(({ text }) => text)
    .join('\n');

/** All texts of a section, joined; undefined if one is still missing or blank, which other checks report. */
export function finishedSection(report: Report, section: string): string | undefined {
  const parts = getIn(report.data, `${section}.parts`);
  const own = getIn(report.data, `${section}.text`);
  const inParts = Array.isArray(parts) ? parts.flatMap((part) => [get(part, 'heading'), get(part, 'text')]) : [];
  const texts = [...(own === undefined ? [] : [own]), ...inParts];
  const finished = texts.length > 0 && texts.every((text) => typeof text === 'string' && text.trim() !== '');
  return finished ? sectionText(report, section) : undefined;
}

/** All matches of a pattern with the flag `g` in a text; the same words count once. */
export function findAll({ text, written }: ReportText, pattern: RegExp): Found[] {
  // Most texts have no match, and `matchAll` makes a copy of the pattern.
  if (text.search(pattern) < 0) return [];
  const found = new Map<string, Found>();
  for (const match of text.matchAll(pattern)) {
    const words = written(match.index, match.index + match[0].length).trim();
    if (!found.has(words)) found.set(words, { match, words });
    if (found.size === MOST_PER_TEXT) break;
  }
  return [...found.values()];
}

/** A pattern with what every match has one of: most texts have none, and `includes` is much faster than the pattern. */
export interface SignedPattern {
  readonly pattern: RegExp;
  readonly signs?: readonly string[];
}

/** Whether a text can have matches of a pattern. */
export const mayMatch = ({ text }: Pick<ReportText, 'text'>, { signs }: SignedPattern): boolean =>
  !signs || signs.some((sign) => text.includes(sign));

/** Makes a finding about some words of a text. */
export const wordsFinding = ({ path }: ReportText, words: string, message: Text, hint: Text): RuleFinding => ({
  path,
  ...(words && { words }),
  message,
  hint,
});

/** Normalizes a text in the same way as the texts of a report. */
export const plain = (text: string): string => readText(text, () => undefined).text;

/** The groups of which no word is in the text. */
export const missingFrom = <T extends { readonly words: readonly string[] }>(text: string, groups: readonly T[]): T[] =>
  groups.filter(({ words }) => !words.some((word) => text.includes(word)));

/** A text as it would be read at a path of a report. */
export function textAt(report: Report, path: Path, raw: string, paragraphs?: readonly ProseLine[]): ReportText {
  const print = (expression: string): string | undefined => {
    const found = evaluate(report, expression);
    return 'text' in found ? found.text : undefined;
  };
  return { path, raw, ...readText(raw, print, paragraphs) };
}

/** Whether the report is that of a government: the agency is the government itself, or its office. */
export const isGovernment = ({ data }: Report): boolean =>
  ['government', 'office'].includes(textIn(data, 'agency.kind') ?? '');
