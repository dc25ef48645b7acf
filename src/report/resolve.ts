import { distance } from 'fastest-levenshtein';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { textIn } from './access.ts';
import type { Cell } from './cell.ts';
import type { Report } from './report.ts';

/** The target of a dotted path in a report: one of its numbers, or a short text of its head. */
export type Resolved = { readonly cell: Cell } | { readonly text: string };

// Short texts that prose can include. Other prose cannot be included, so that nothing nests.
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

/** Whether this is the path of a short text of the head. */
export const isTextPath = (path: string): boolean => TEXTS.includes(path);

/** Resolves a dotted path; undefined if the report has nothing there. */
export function resolve(report: Report, path: string): Resolved | undefined {
  const cell = report.cells.get(path);
  if (cell) return { cell };
  if (path === 'title') return { text: report.title };
  const text = TEXTS.includes(path) ? textIn(report.data, path) : undefined;
  return text === undefined ? undefined : { text };
}

/**
 * The path that was probably meant: one with the same number of keys, each equal or with a small typing error.
 * A key with another meaning (`disclosed` for `not_disclosed`) is never suggested, because it has a different number.
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
