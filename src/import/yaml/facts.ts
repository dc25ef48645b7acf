import type { ImportedFact } from '../reading.ts';
import { placeText } from '../words.ts';
import { clean, comment, scalar } from './scalars.ts';

/** The facts of a reading as lines of YAML; each is written once. */
export interface FactLines {
  /** `key: value`, indented, with a comment if the fact is doubtful; nothing without such a fact. */
  line(path: string, indent: string): string[];
  /** The same; without such a fact, null and what the key is for. */
  needed(path: string, indent: string, meaning: string): string[];
  value(path: string): string | undefined;
  /** What no line was made of. */
  rest(): ImportedFact[];
}

/** Of several facts with one path, the first is used; the others are left. */
export function factLines(facts: readonly ImportedFact[]): FactLines {
  const left = new Set(facts.filter(({ value }) => clean(value) !== ''));
  const find = (path: string) => [...left].find((fact) => fact.path === path);
  const line = (path: string, indent: string): string[] => {
    const fact = find(path);
    if (!fact) return [];
    left.delete(fact);
    const key = path.slice(path.lastIndexOf('.') + 1);
    const value = clean(fact.value);
    const isNumber = /^(?:year$|other_matters\.)/u.test(path) && /^\d+(?:\.\d+)?$/u.test(value);
    const text = isNumber ? value : scalar(value, `${indent}  `);
    const doubt = fact.confidence === 'sure' ? '' : doubtOf(fact);
    // A comment after a text on lines of its own would be part of it.
    const lines = text.includes('\n')
      ? [`${indent}${key}: ${text}`]
      : [`${indent}${key}: ${text}${doubt && ` ${comment(doubt)}`}`];
    return text.includes('\n') && doubt ? [`${indent}${comment(doubt)}`, ...lines] : lines;
  };
  return {
    line,
    needed: (path, indent, meaning) => {
      const lines = line(path, indent);
      const key = path.slice(path.lastIndexOf('.') + 1);
      return lines.length > 0 ? lines : [`${indent}${key}: null ${comment(`没有读出${meaning}`)}`];
    },
    value: (path) => {
      const fact = facts.find((one) => one.path === path);
      return fact && clean(fact.value);
    },
    rest: () => [...left],
  };
}

function doubtOf({ text, place }: ImportedFact): string {
  const where = placeText(place).zh;
  const from = clean(text) === '' ? '' : `原文“${text}”`;
  return ['存疑，请核对', from, where].filter((part) => part !== '').join('，');
}
