import type { FormDef } from '../../src/form/types.ts';
import { type Data, soundReport, type Value } from '../reports.ts';

/** Fractions from 0 to 1, the same for the same seed. */
export function fractions(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

/** A correct report written carelessly, the intended numbers, and the values that cannot be corrected. */
export interface Rough {
  readonly text: string;
  readonly comments: readonly string[];
  /** The intended numbers by dotted path, for all cells that can be corrected. */
  readonly meant: ReadonlyMap<string, number>;
  readonly refused: ReadonlySet<string>;
}

const REFUSED = ['"-"', '/', '无', '1e3', '0x1F', '12.5', '-3', '约12', '12余', '十几', '"1, 204"', '3人次', '2万件'];

/**
 * Makes a report with missing or null totals, missing rows, numbers in all notations, block and flow maps, and
 * comments.
 */
export function roughReport(form: FormDef, seed: number): Rough {
  const next = fractions(seed);
  const chance = (share: number) => next() < share;
  const report = soundReport(form, () => (chance(0.5) ? 0 : Math.floor(next() ** 4 * 5000)));
  const [meant, refused, comments] = [new Map<string, number>(), new Set<string>(), [] as string[]];
  const eol = chance(0.3) ? '\r\n' : '\n';
  const step = chance(0.3) ? 4 : 2;
  const [wild, flows] = [next() * 0.5, next()];

  const comment = (share: number): string => {
    if (!chance(share)) return '';
    comments.push(`# c${comments.length}, "x": { 1 }`);
    return ` ${comments.at(-1)}`;
  };
  const number = (path: string, value: number, flow: boolean): string => {
    if (chance(wild * 0.1)) {
      refused.add(path);
      const text = REFUSED[Math.floor(next() * REFUSED.length)] ?? '';
      return flow && !text.startsWith('"') ? `"${text}"` : text;
    }
    meant.set(path, value);
    if (!chance(wild)) return chance(0.1) ? `"${value}"` : String(value);
    return dressed(value, next);
  };
  const isTotal = (key: string, value: Value) => key === 'total' && typeof value === 'number';
  const pairs = (map: Data, path: string): [string, Value, string][] =>
    Object.entries(map).flatMap(([key, value]): [string, Value, string][] => {
      const here = path ? `${path}.${key}` : key;
      const tables =
        (path !== '' && here.includes('applications')) || here.startsWith('reconsideration_and_litigation.');
      if (tables && isTotal(key, value) && chance(0.5)) {
        meant.set(here, value as number);
        return chance(0.5) ? [] : [[key, chance(0.5) ? null : '', here]];
      }
      if (tables && typeof value === 'object' && chance(wild * 0.1)) return [];
      return [[key, value, here]];
    });
  const flowMap = (map: Data, path: string): string => {
    const space = chance(0.8) ? ' ' : '';
    const items = pairs(map, path).map(([key, value, here]) => `${key}: ${inline(value, here, true)}`);
    return items.length === 0
      ? '0'
      : `{${space}${items.join(chance(0.9) ? ', ' : `,${eol}${' '.repeat(20)}`)}${space}}`;
  };
  const inline = (value: Value, path: string, flow: boolean): string => {
    if (typeof value === 'number' && /applications|reconsideration/.test(path)) return number(path, value, flow);
    if (value === '') return '';
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return flowMap(value, path);
    return typeof value === 'string' && !/^[\w-]+$/.test(value) ? JSON.stringify(value) : String(value);
  };
  const blockMap = (map: Data, path: string, indent: string): string[] =>
    pairs(map, path).flatMap(([key, value, here]) => {
      const above = chance(0.1) ? [`${indent}${comment(1).trim()}`] : chance(0.05) ? [''] : [];
      const nested = typeof value === 'object' && value !== null && Object.keys(value).length > 0 && !chance(flows);
      if (!nested) return [...above, `${indent}${key}: ${inline(value, here, false)}${comment(0.1)}`];
      const inner = blockMap(value as Data, here, indent + ' '.repeat(step));
      return inner.length === 0 ? [] : [...above, `${indent}${key}:${comment(0.1)}`, ...inner];
    });
  const lines = blockMap(report, '', '');
  const text = lines.join(eol) + (chance(0.8) ? eol : '');
  return { text, comments: comments.filter((one) => text.includes(one)), meant, refused };
}

/** A number as people write it. */
function dressed(value: number, next: () => number): string {
  const thousands = String(value).replace(/(?<=\d)(?=(\d{3})+$)/g, ',');
  const wide = (text: string) =>
    text.replace(/[0-9,]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0));
  const forms = [
    thousands,
    `"${thousands}"`,
    wide(String(value)),
    wide(thousands),
    `${value}件`,
    `'${value} 件'`,
    `" ${value} "`,
    `00${value}`,
    `+${value}`,
  ];
  return forms[Math.floor(next() * forms.length)] ?? String(value);
}
