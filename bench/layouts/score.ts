// Compares a reading with the truth about its file.
import { diffArrays } from 'diff';
import type { ImportedCell, PublishedReading, TextsReading } from '../../src/import/reading.ts';
import type { CellTruth, FileTruth } from './page.ts';
import type { SectionTexts } from './prose.ts';

/** What became of a cell; a blank one that nothing proves is neither right nor wrong. */
export type Verdict = 'right' | 'doubtfulRight' | 'doubtfulWrong' | 'unknown' | 'blank' | 'wrong';

export interface CellScore {
  readonly path: string;
  readonly verdict: Verdict;
  readonly truth: CellTruth;
  readonly cell: ImportedCell | undefined;
}

export interface Score {
  readonly cells: readonly CellScore[];
  /**
   * Characters of the true prose, how many of them were found in order in their section, and how many were found that
   * are no prose of it; and how many are nowhere in the reading, not even among the leftovers. Undefined if the truth has
   * no prose.
   */
  readonly prose?: { readonly kept: number; readonly all: number; readonly extra: number; readonly lost: number };
  readonly facts: { readonly right: number; readonly all: number };
}

export function scoreOf(reading: PublishedReading, truth: FileTruth): Score {
  const cells = [...truth.cells].map(([path, one]) => {
    const cell = reading.tables.cells.get(path);
    return { path, verdict: verdictOn(cell, one), truth: one, cell };
  });
  return {
    cells,
    facts: factsOf(reading.texts, truth),
    ...(truth.prose && { prose: proseOf(reading.texts, truth.prose) }),
  };
}

function verdictOn(cell: ImportedCell | undefined, { value, blank }: CellTruth): Verdict {
  if (blank && (!cell || cell.confidence === 'unknown')) return 'blank';
  if (!cell || cell.value === undefined) return 'unknown';
  // A number in a blank cell is never sure; as a proved zero it is what a reader can offer.
  if (blank && cell.confidence === 'sure') return 'wrong';
  const same = shortest(cell.value) === shortest(value ?? '0');
  if (blank) return same && cell.reason === 'proved-zero' ? 'right' : same ? 'doubtfulRight' : 'doubtfulWrong';
  if (cell.confidence === 'sure') return same ? 'right' : 'wrong';
  return same ? 'doubtfulRight' : 'doubtfulWrong';
}

/** Without zeros that say nothing: 0.00 yuan are 0. */
const shortest = (value: string): string => value.replace(/(\.\d*?)0+(?!\d)/u, '$1').replace(/\.(?!\d)/u, '');

function factsOf({ facts }: TextsReading, truth: FileTruth): Score['facts'] {
  const told = (path: string) => facts.find((fact) => fact.path === path)?.value;
  const checks = [
    ...(truth.year ? [told('year') === String(truth.year)] : []),
    ...(truth.agency ? [told('agency.name') === truth.agency] : []),
  ];
  return { right: checks.filter(Boolean).length, all: checks.length };
}

/** The texts of a section of a reading, in the order of a report file. */
const textsOf = ({ texts, parts }: TextsReading, section: string): string[] => [
  ...texts.filter(({ path }) => path.startsWith(`${section}.`)).map(({ text }) => text),
  ...(parts.get(section as 'overview') ?? []).flatMap(({ heading, text }) => [heading, text]),
];

const SECTIONS = [
  'preface',
  'overview',
  'active_disclosure',
  'applications',
  'reconsideration_and_litigation',
  'problems',
  'other_matters',
];

/** A clause is kept or lost as a whole; numbers of parts and Markdown don't count. */
function clausesOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/[，。；：、！？\n]/u))
    .map((clause) =>
      clause.replace(/[\s\u00a0\u3000*_\\>#-]/gu, '').replace(/^(（[一二三四五六七八九十]+）|\d+[.．])/u, ''),
    )
    .filter((clause) => clause !== '' && !/^[一二三四五六七八九十]$/u.test(clause));
}

function proseOf(reading: TextsReading, truth: SectionTexts): NonNullable<Score['prose']> {
  const length = (clauses: readonly string[]) => clauses.join('').length;
  const scores = SECTIONS.map((section) => {
    const own = clausesOf(truth[section] ?? []);
    const parts = diffArrays(own, clausesOf(textsOf(reading, section)));
    const kept = parts.filter(({ added, removed }) => !added && !removed).flatMap(({ value }) => value);
    const extra = parts.filter(({ added }) => added).flatMap(({ value }) => value);
    return { kept: length(kept), all: length(own), extra: length(extra) };
  });
  const everything = clausesOf([
    ...SECTIONS.flatMap((one) => textsOf(reading, one)),
    ...reading.leftovers.map(({ text }) => text),
  ]).join('');
  const lost = clausesOf(Object.values(truth).flat()).filter((clause) => !everything.includes(clause));
  const sum = (key: 'kept' | 'all' | 'extra') => scores.reduce((total, one) => total + one[key], 0);
  return { kept: sum('kept'), all: sum('all'), extra: sum('extra'), lost: length(lost) };
}
