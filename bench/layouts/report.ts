// A made-up report whose sums hold: numbers by path, an invented agency, and prose in our own words.
import { editionById, groupsThatMayBeRows, withGroupsAsRows } from '../../src/form/editions.ts';
import type { FormDef } from '../../src/form/types.ts';
import { formCells } from '../../src/form/walk.ts';
import { at, type Data, soundReport } from '../../test/reports.ts';
import { type Prose, proseOf } from './prose.ts';

export interface MadeReport {
  readonly form: FormDef;
  readonly year: number;
  readonly agency: string;
  /** `2024-01-18`. */
  readonly published: string;
  /** Every cell of the form by path, as a report file has it; undefined: left blank by mistake. */
  readonly values: ReadonlyMap<string, string | undefined>;
  readonly prose: Prose;
}

/** A report of an edition; the same seed gives the same report. */
export function makeReport(seed: number, edition: '2019' | '2021', hybrid = false): MadeReport {
  const random = fractions(seed);
  const official = editionById(edition) as FormDef;
  const form = hybrid ? withGroupsAsRows(official, new Set(groupsThatMayBeRows(official))) : official;
  const year = edition === '2019' ? 2019 + (seed % 2) : 2021 + (seed % 4);
  const data = soundReport(form, counts(random));
  const values = new Map<string, string>();
  for (const [path, { column }] of formCells(form)) {
    const value = path.startsWith('active_disclosure.')
      ? activeDisclosure(path, column.kind, random)
      : String(at(data as Data, path));
    values.set(path, value);
  }
  const documents = 'active_disclosure.normative_documents';
  const issued = values.get(`${documents}.issued`);
  // No more documents are made in a year than are in force at its end.
  if (issued) values.set(`${documents}.in_force`, String(Number(issued) + Math.floor(random() * 90)));
  const agency = pick(PLACES, random) + pick(BODIES, random);
  const published = `${year + 1}-01-${10 + Math.floor(random() * 20)}`;
  const facts = { form, year, agency, published, values };
  return { ...facts, prose: proseOf(facts, random) };
}

/** Numbers from 0 to 1 (mulberry32), the same for the same seed. */
export function fractions(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

/** Most cells of a real report are zero, a few are large. */
const counts = (random: () => number) => (): number => {
  const kind = random();
  if (kind < 0.62) return 0;
  return 1 + Math.floor(random() * (kind < 0.94 ? 30 : 1800));
};

function activeDisclosure(path: string, kind: string, random: () => number): string {
  const whole = Math.floor(random() * 9000);
  if (kind === 'wan_yuan')
    return random() < 0.3 ? '0' : `${whole}.${1 + Math.floor(random() * 9)}${'37'.slice(random() * 2)}`;
  if (kind === 'change') return String(Math.floor(random() * 9) - 4);
  if (kind === 'amount') return random() < 0.5 ? `${whole * 100 + 50}元` : `${whole}.25万元`;
  if (path.includes('.rules.')) return '0';
  return random() < 0.25 ? '0' : String(Math.floor(random() * (path.includes('decisions') ? 5200 : 60)));
}

const PLACES = [
  '青溪县',
  '云岫市',
  '白石区',
  '临泽县',
  '松岭县',
  '南浦区',
  '鹿鸣市',
  '沙汀县',
  '望川区',
  '桐坞县',
  '北陌县',
  '澄江市',
];
const BODIES = [
  '教育局',
  '交通运输局',
  '卫生健康局',
  '人民政府',
  '市场监督管理局',
  '自然资源和规划局',
  '财政局',
  '民政局',
  '水利局',
  '文化和旅游局',
  '应急管理局',
  '统计局',
];
