import { ANY_TEXT, atMatch, inserting, type Mutation, repeating, replacing } from './mutate.ts';
import { CHARACTERS, DATES, EXPRESSIONS, MARKDOWN, NUMBERS, PROSE, YAML } from './pieces.ts';

const NUMBER = /(?<=: )-?\d[\d.,]*/g;
const KEY = /\b[a-z_]+(?=:)/g;
const VALUE = /(?<=: ).+/g;
const DEPTHS = [2, 10, 100, 1000, 5000];

/** Mutations for YAML: numbers, keys, values, dates, indentation, nesting and large scalars. */
export const ANY_YAML: readonly Mutation[] = [
  ...ANY_TEXT,
  replacing(NUMBER, NUMBERS),
  atMatch(NUMBER, (found, random) => String(Number.parseInt(found, 10) + random.below(3) - 1)),
  replacing(VALUE, NUMBERS),
  replacing(VALUE, YAML),
  replacing(/\d{4}-\d\d-\d\d/g, DATES),
  inserting(YAML),
  inserting(['\n', ' ', '  ', ', ', ': ']),
  atMatch(KEY, (found, random) => random.pick(['__proto__', 'constructor', `${found}s`, found.slice(1), '', '"a b"'])),
  atMatch(KEY, (found) => `${found}: 1\n${found}`),
  atMatch(/^ +/gm, (found, random) => random.pick(['\t', '', ` ${found}`, found.slice(1), found + found])),
  atMatch(VALUE, (_, random) => nested(random.pick(DEPTHS), random.chance(0.5))),
  atMatch(
    VALUE,
    (found, random) =>
      `"${random.pick(CHARACTERS.filter((one) => one !== '"' && one !== '\\'))}${found.replace(/["\\]/g, '')}"`,
  ),
  atMatch(VALUE, (found, random) => `${random.pick(['&a ', '!!str ', '!!int ', '!a '])}${found}`),
];

const nested = (depth: number, list: boolean): string =>
  list ? '['.repeat(depth) + ']'.repeat(depth) : `${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}`;

/** Puts pieces between the words of the prose, not between the keys. */
const inProse = (pieces: readonly string[], more: Mutation): Mutation =>
  atMatch(/[\u4e00-\u9fff，。；]{2,}/g, (found, random) =>
    random.chance(0.2) ? more(found, random) : inserting(pieces)(found, random).replaceAll('\n', '\n\n      '),
  );

export const REPORT: readonly Mutation[] = [
  ...ANY_YAML,
  inProse(PROSE, repeating(PROSE)),
  inProse(EXPRESSIONS, repeating(EXPRESSIONS)),
  inProse(MARKDOWN, repeating(MARKDOWN)),
];

/** Mutations for prose that is not inside YAML. */
export const proseWith = (pieces: readonly string[]): readonly Mutation[] => [
  ...ANY_TEXT.slice(0, -2),
  inserting(pieces),
  inserting(pieces),
  inserting(pieces),
  inserting(PROSE),
  repeating(pieces),
  atMatch(/[a-z_]+/g, (found, random) =>
    random.pick([`${found}.${found}`, found.slice(1), found.toUpperCase(), '', '__proto__']),
  ),
  atMatch(/[.{} ]/g, (found, random) => random.pick([found + found, '', ' ', '\u3000', '..'])),
];
