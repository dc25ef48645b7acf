import type { Text } from '../diagnostics/text.ts';
import type { ImportedFact, PublishedReading } from './reading.ts';

/** The facts that a report file needs, with their names. */
const NEEDED: ReadonlyMap<string, Text> = new Map([
  ['year', { zh: '年度', en: 'the year' }],
  ['agency.name', { zh: '机关全称', en: 'the name of the agency' }],
  ['agency.level', { zh: '层级', en: 'its level' }],
  ['agency.kind', { zh: '机关类型', en: 'its kind' }],
  ['published', { zh: '公布日期', en: 'the date of publication' }],
]);

/** The name of a fact; of facts that no report needs, the path. */
export const factName = (path: string): Text => NEEDED.get(path) ?? { zh: path, en: path };

/** What a person must look up: the facts that were guessed, and the names of those that a report needs and that were not found. */
export function factsInDoubt({ source, texts: { facts } }: PublishedReading): {
  readonly doubtful: readonly ImportedFact[];
  readonly missing: readonly Text[];
} {
  if (source) return { doubtful: [], missing: [] };
  // Of several facts with one path, the first is used.
  const used = new Map([...facts].reverse().map((fact) => [fact.path, fact]));
  return {
    doubtful: [...used.values()].reverse().filter(({ confidence }) => confidence === 'doubtful'),
    missing: [...NEEDED].flatMap(([path, name]) => (used.has(path) ? [] : [name])),
  };
}
