import { closest, distance } from 'fastest-levenshtein';
import { textIn } from './access.ts';
import type { Cell } from './cell.ts';
import type { Report } from './report.ts';

/** What a dotted path means in a report: one of its numbers, or a short text of its head. */
export type Resolved = { readonly cell: Cell } | { readonly text: string };

// Short texts that prose may repeat; longer ones (other prose) it may not, so that nothing nests.
const TEXTS = [
  'year',
  'title',
  'published',
  'corrected.date',
  'agency.name',
  'agency.short_name',
  'period.from',
  'period.to',
];

/** Is this the path of a short text that a report may have? */
export const isTextPath = (path: string): boolean => TEXTS.includes(path);

/** The one resolver of dotted paths. */
export function resolve(report: Report, path: string): Resolved | undefined {
  const cell = report.cells.get(path);
  if (cell) return { cell };
  if (path === 'title') return { text: report.title };
  const text = TEXTS.includes(path) ? textIn(report.data, path) : undefined;
  return text === undefined ? undefined : { text };
}

/**
 * The path that was probably meant, if one is near: as many keys, each the same or a slip of the pen away.
 * A key that means something else (`disclosed` for `not_disclosed`) is never offered: its number would be printed as the other's.
 */
export function suggestPath(report: Report, path: string): string | undefined {
  const keys = path.split('.');
  const cells = [...report.cells.keys()];
  const groups = new Set(cells.map((cell) => cell.split('.').slice(0, keys.length).join('.')));
  const near = [...cells, ...groups, ...TEXTS].filter((candidate) => {
    const others = candidate.split('.');
    return others.length === keys.length && others.every((key, depth) => distance(key, keys[depth] ?? '') <= 2);
  });
  return didYouMean(path, near);
}

/** The candidate nearest to what was written, if it is near enough to be meant. */
export function didYouMean(written: string, candidates: readonly string[]): string | undefined {
  const others = candidates.filter((candidate) => candidate !== written);
  if (others.length === 0 || written === '' || written.length > 200) return undefined;
  const best = closest(written, others);
  return distance(written, best) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined;
}
