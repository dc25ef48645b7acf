import { textIn } from '../../report/access.ts';
import type { Report } from '../../report/report.ts';
import { MOST_PER_TEXT, plain, type ReportText } from './report-texts.ts';

/** Words that an agency uses for itself and for its area. */
const SELF =
  /我局|我委|我办|我厅|我市|我县|我区|我省|我镇|我乡|我街道|我单位|我部门|本机关|本单位|本部门|本局|本委|本办|本镇|本乡|本街道|本级|全局|全委|全市|全县|全区|全省|全镇|全乡|全街道|全系统/y;

const known = new WeakMap<Report, readonly string[]>();

/** The agency's names in the report: full and short. The result is cached. */
export function ownNames(report: Report): readonly string[] {
  const names = known.get(report) ?? namesIn(report);
  known.set(report, names);
  return names;
}

const namesIn = ({ data }: Report): string[] =>
  ['agency.name', 'agency.short_name'].flatMap((path) => {
    const name = plain(textIn(data, path) ?? '').replaceAll('\n', '');
    return name ? [name] : [];
  });

/**
 * The offset after one of these names, or after a word that an agency uses for itself; the same offset if there is none. This
 * takes less time than compiling a pattern with the names of each report.
 */
export function afterSelf(text: string, at: number, names: readonly string[]): number {
  const name = names.find((one) => text.startsWith(one, at));
  return at + (name ?? matchAt(SELF, text, at)?.[0] ?? '').length;
}

/** Words of a text between which the agency may name itself. */
export interface AroundSelf {
  readonly start: number;
  readonly end: number;
  /** The words before and after the agency. */
  readonly before: string;
  readonly after: string;
  /** All of them as written in the file. */
  readonly words: string;
}

/** All matches of a pattern and, behind it or behind the agency, of a sticky one. The same words count once. */
export function aroundSelf(report: Report, { text, written }: ReportText, begin: RegExp, rest: RegExp): AroundSelf[] {
  const found = new Map<string, AroundSelf>();
  let done = 0;
  for (const { index: start, 0: before } of text.matchAll(begin)) {
    const match =
      start < done ? undefined : matchAt(rest, text, afterSelf(text, start + before.length, ownNames(report)));
    if (!match) continue;
    done = rest.lastIndex;
    const words = written(start, done).trim();
    if (!found.has(words)) found.set(words, { start, end: done, before, after: match[0], words });
    if (found.size === MOST_PER_TEXT) break;
  }
  return [...found.values()];
}

/** The match of a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
