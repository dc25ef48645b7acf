import { stringify } from 'yaml';
import { EDITIONS } from '../src/form/editions.ts';
import type { FormDef } from '../src/form/types.ts';
import { tableRows } from '../src/form/walk.ts';

/** The content of a report file, which a test can change. */
export type Data = { [key: string]: Value };

export type Value = Data | number | string | boolean | null | Value[];

/** The smallest report without findings: all numbers are zero. */
export const nothingHappened = (year = 2023): Data => ({
  year,
  agency: { name: '清溪县教育局', level: 'county', kind: 'department' },
  published: `${year + 1}-01-22`,
  overview: {
    text: '主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作正常开展，年度考核、社会评议合格，没有发生责任追究，监督电话0570-5550123。',
  },
  active_disclosure: 0,
  applications: 0,
  reconsideration_and_litigation: 0,
  problems: { text: '政策解读的形式不够多样，下一步增加图解和问答。' },
  other_matters: { text: '没有收取信息处理费。' },
});

export const yamlOf = (data: Data): string => stringify(data, { lineWidth: 0 });

/** Sets the value at a dotted path and creates missing maps. */
export function put(data: Data, path: string, value: Value): Data {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let here = data;
  for (const key of keys) {
    if (typeof here[key] !== 'object' || here[key] === null) here[key] = {};
    here = here[key] as Data;
  }
  here[last] = value;
  return data;
}

/** The value at a dotted path. */
export const at = (data: Data, path: string): unknown =>
  path.split('.').reduce<unknown>((here, key) => (here as Data | undefined)?.[key], data);

export const yearOf = (form: FormDef): number => form.years.to ?? form.years.from;

const APPLICANTS = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'public_interest_organization',
  'legal_service_institution',
  'other_organization',
];
const RESULTS = ['upheld', 'corrected', 'other_result', 'pending'];

/**
 * A report in which tables 三 and 四 add up, with all cells and totals written. `next` gives the number of each
 * independent cell; 本年新收 follows from them. It does not use the sums of the product, because it tests them.
 */
export function soundReport(form: FormDef, next: () => number): Data {
  const data = nothingHappened(yearOf(form));
  data.overview = { text: `${(data.overview as { text: string }).text}申请人撤回的申请计入其他。` };
  data.other_matters = { text: '对逾期未缴纳信息处理费的申请不再处理。' };
  data.applications = {};
  data.reconsideration_and_litigation = {};
  const outcomes = new Map(APPLICANTS.map((column) => [column, 0]));
  const rows = applicationRows(form);
  for (const row of rows) {
    for (const column of APPLICANTS) {
      const value = next();
      put(data, `${row}.${column}`, value);
      if (row.includes('.outcomes.')) outcomes.set(column, (outcomes.get(column) ?? 0) + value);
    }
  }
  for (const column of APPLICANTS) {
    const total = outcomes.get(column) ?? 0;
    const carriedForward = Number(at(data, `applications.carried_forward.${column}`));
    // 上年结转 is at most the number concluded plus the number carried forward.
    const carriedOver = Math.min(Number(at(data, `applications.carried_over.${column}`)), total + carriedForward);
    put(data, `applications.carried_over.${column}`, carriedOver);
    put(data, `applications.outcomes.total.${column}`, total);
    put(data, `applications.received.${column}`, total + carriedForward - carriedOver);
  }
  for (const row of [...rows, 'applications.outcomes.total', 'applications.received']) sumInto(data, row, APPLICANTS);
  for (const row of ['reconsideration', 'litigation.direct', 'litigation.after_reconsideration']) {
    const path = `reconsideration_and_litigation.${row}`;
    for (const column of RESULTS) put(data, `${path}.${column}`, next());
    // Litigation after reconsideration needs a reconsideration.
    if (row === 'reconsideration' && RESULTS.every((column) => at(data, `${path}.${column}`) === 0))
      put(data, `${path}.upheld`, 1);
    sumInto(data, path, RESULTS);
  }
  return data;
}

/** The rows of table 三 without totals and without 本年新收. */
const applicationRows = (form: FormDef): string[] =>
  form.tables
    .flatMap(tableRows)
    .map(({ path }) => path)
    .filter((path) => path.startsWith('applications.'))
    .filter((path) => path !== 'applications.outcomes.total' && path !== 'applications.received');

function sumInto(data: Data, row: string, columns: readonly string[]): void {
  const sum = columns.reduce((total, column) => total + Number(at(data, `${row}.${column}`)), 0);
  put(data, `${row}.total`, sum);
}

/** Gives 101, 104, 107, …: all different, and the sum of two is never one of them. */
export function distinctNumbers(): () => number {
  let last = 98;
  return () => {
    last += 3;
    return last;
  };
}

/** Gives random numbers (mulberry32), the same for the same seed. Most are zero, as in real reports. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return () => (fraction() < 0.5 ? 0 : Math.floor(fraction() * 500));
}

export const EVERY_EDITION = EDITIONS.map((form) => [form.id, form as FormDef] as const);
