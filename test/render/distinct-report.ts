import { EDITIONS } from '../../src/form/editions.ts';
import type { FormDef } from '../../src/form/types.ts';
import { formCells } from '../../src/form/walk.ts';
import { type Report, readReport } from '../../src/report/report.ts';
import { type Data, put } from '../reports.ts';

/** A report in which every cell has a different number of at least three digits, and all identities are true. */
export function distinctReport(editionId: string): Report {
  const form = EDITIONS.find(({ id }) => id === editionId) as FormDef;
  for (let seed = 1; seed < 500; seed++) {
    const report = readReport(reportData(form, seed));
    const numbers = [...report.cells.values()].map(({ text }) => text);
    if (numbers.every((text) => text.length >= 3) && new Set(numbers).size === numbers.length) return report;
  }
  throw new Error('no seed gives distinct numbers');
}

/** The same as data of a file. Totals are left out, because the report computes them. */
export function reportData(form: FormDef, seed: number) {
  const next = random(seed);
  const data: Data = {};
  for (const [path, cell] of formCells(form)) {
    if (cell.column.total || cell.row.total) continue;
    put(data, path, cell.column.kind === 'wan_yuan' ? `${next()}.25` : String(next()));
  }
  balance(data as never);
  return {
    ...data,
    year: form.years.from,
    agency: { name: '清溪县人民政府', level: 'county', kind: 'government' },
    published: `${form.years.from + 1}-01-20`,
    overview: { text: '总体情况。' },
    problems: { text: '问题和改进。' },
    other_matters: { text: '没有其他事项。' },
  };
}

const APPLICANTS = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'public_interest_organization',
  'legal_service_institution',
  'other_organization',
];

/** Sets 一、本年新收 so that 一 + 二 = 三 + 四 in every column. */
function balance({ applications }: { applications: Record<string, Record<string, string>> }): void {
  for (const applicant of APPLICANTS) {
    const sum = (node: unknown): number =>
      typeof node === 'object' && node !== null
        ? Object.entries(node).reduce(
            (total, [key, value]) => total + (key === applicant ? Number(value) : sum(value)),
            0,
          )
        : 0;
    const dealtWith = sum(applications.outcomes) + Number(applications.carried_forward?.[applicant]);
    const received = applications.received as Record<string, string>;
    received[applicant] = String(dealtWith - Number(applications.carried_over?.[applicant]));
  }
}

/** Numbers from 100 to 9999, each once (a permutation of them by a linear congruence). */
function random(seed: number): () => number {
  let state = seed * 37;
  return () => {
    state = (state + 1237) % 9900;
    return 100 + state;
  };
}
