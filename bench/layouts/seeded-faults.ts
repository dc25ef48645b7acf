// Faults as published reports have them, put into a sound report. A reader must read them as printed.
import { proseOf } from './prose.ts';
import { fractions, type MadeReport } from './report.ts';

export interface Fault {
  readonly kind: string;
  /** The cells that were changed; none for a fault of the prose. */
  readonly paths: readonly string[];
  /** The rules of which one must find it. */
  readonly rules: readonly string[];
}

type Change = (report: MadeReport, seed: number) => readonly [MadeReport, Omit<Fault, 'kind'>];

const SUMS = ['applicants-total', 'applications-balance', 'outcomes-total', 'results-total'];
const APPLICATIONS = /^applications\./;

const withValues = (report: MadeReport, changes: Readonly<Record<string, string | undefined>>): MadeReport => ({
  ...report,
  values: new Map([...report.values, ...Object.entries(changes)]),
});

/** One total is one too many. */
const wrongTotal: Change = (report, seed) => {
  const totals = [...report.values.keys()].filter((path) => path.endsWith('.total') && !path.startsWith('active'));
  const path = totals[seed % totals.length] as string;
  const value = String(Number(report.values.get(path)) + 1);
  return [withValues(report, { [path]: value }), { paths: [path], rules: SUMS }];
};

/** Two columns of the row of new applications are exchanged. */
const exchangedColumns: Change = (report) => {
  const row = [...report.values.keys()].filter((path) => /^applications\.received\.(?!total)/.test(path));
  const one = row.find((path) => report.values.get(path) !== '0') ?? (row[0] as string);
  const other = row.find((path) => report.values.get(path) !== report.values.get(one)) ?? (row[1] as string);
  const changes = { [one]: report.values.get(other), [other]: report.values.get(one) };
  return [withValues(report, changes), { paths: [one, other], rules: SUMS }];
};

/** A row of table three is left out, although it has numbers. */
const blankRow: Change = (report) => {
  const full = [...report.values].find(
    ([path, value]) => /\.outcomes\..*\.total$/.test(path) && value !== '0' && !path.endsWith('.total.total'),
  );
  const row = (full?.[0] ?? 'applications.received.total').replace(/total$/, '');
  const paths = [...report.values.keys()].filter((path) => path.startsWith(row) && APPLICATIONS.test(path));
  const changes = Object.fromEntries(paths.map((path) => [path, undefined]));
  return [withValues(report, changes), { paths, rules: ['cell-unknown', ...SUMS] }];
};

/** The prose says another number of new applications than the table. */
const otherNumber: Change = (report, seed) => {
  const values = new Map(report.values);
  values.set('applications.received.total', String(Number(values.get('applications.received.total')) + 3));
  const prose = proseOf({ ...report, values }, fractions(seed));
  return [
    { ...report, prose },
    { paths: [], rules: ['prose-against-tables', 'prose-sums', 'prose-told-twice'] },
  ];
};

/** The prose was taken from the report of the year before. */
const lastYear: Change = (report, seed) => {
  const prose = proseOf({ ...report, year: report.year - 1 }, fractions(seed));
  return [
    { ...report, prose },
    { paths: [], rules: ['prose-year', 'period-stated', 'period-within-year'] },
  ];
};

const CHANGES: Readonly<Record<string, Change>> = {
  'wrong-total': wrongTotal,
  'exchanged-columns': exchangedColumns,
  'blank-row': blankRow,
  'other-number': otherNumber,
  'last-year': lastYear,
};

export const FAULT_KINDS: readonly string[] = Object.keys(CHANGES);

/** The report with one fault of a kind. */
export function withFault(
  report: MadeReport,
  kind: string,
  seed: number,
): { readonly report: MadeReport; readonly fault: Fault } {
  const change = CHANGES[kind];
  if (!change) throw new Error(`no fault is named ${kind}`);
  const [changed, fault] = change(report, seed);
  return { report: changed, fault: { kind, ...fault } };
}
