import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import type { FormDef } from '../../../src/form/types.ts';
import { parse } from '../../../src/source/parse.ts';
import { findingsOf, oneLine } from '../../harness.ts';
import {
  at,
  type Data,
  distinctNumbers,
  EVERY_EDITION,
  put,
  randomNumbers,
  soundReport,
  yamlOf,
} from '../../reports.ts';

const COMMON_ROWS = `disclosed partially_disclosed
  not_disclosed.state_secret not_disclosed.prohibited_by_law not_disclosed.security_and_stability
  not_disclosed.third_party_rights not_disclosed.internal_affairs not_disclosed.process_information
  not_disclosed.enforcement_case_file not_disclosed.administrative_query
  unable_to_provide.not_held unable_to_provide.requires_creation unable_to_provide.unclear_after_supplement
  not_processed.petition_or_complaint not_processed.duplicate not_processed.published_material
  not_processed.excessive_repetition not_processed.confirmation_or_reissue`.split(/\s+/);
const OTHER_ROWS: Record<string, string[]> = {
  2019: ['other_handling'],
  2021: ['other_handling.supplement_overdue', 'other_handling.fee_unpaid', 'other_handling.other'],
};
const PARTS = `natural_person commercial_enterprise research_institution public_interest_organization
  legal_service_institution other_organization`.split(/\s+/);

interface Sum {
  readonly rule: string;
  readonly cells: readonly string[];
  readonly derived: boolean;
}

/** The identities of the form as the notice states them, written out here once more. The first cell is where a finding stands. */
function sums({ id }: FormDef): Sum[] {
  const outcomes = [...COMMON_ROWS, ...(OTHER_ROWS[id] ?? [])].map((row) => `applications.outcomes.${row}`);
  const rows = ['received', 'carried_over', 'carried_forward', 'outcomes.total'].map((row) => `applications.${row}`);
  const perColumn = [...PARTS, 'total'].flatMap((column) => {
    const cells = (paths: string[]) => paths.map((path) => `${path}.${column}`);
    const balance = ['received', 'carried_over', 'outcomes.total', 'carried_forward'].map(
      (row) => `applications.${row}`,
    );
    return [
      { rule: 'applications-balance', cells: cells(balance), derived: column === 'total' },
      {
        rule: 'outcomes-total',
        cells: cells(['applications.outcomes.total', ...outcomes]),
        derived: column === 'total',
      },
    ];
  });
  const perRow = [...rows, ...outcomes].map((row) => ({
    rule: 'applicants-total',
    cells: ['total', ...PARTS].map((column) => `${row}.${column}`),
    derived: false,
  }));
  const results = ['reconsideration', 'litigation.direct', 'litigation.after_reconsideration'].map((row) => ({
    rule: 'results-total',
    cells: ['total', 'upheld', 'corrected', 'other_result', 'pending'].map(
      (column) => `reconsideration_and_litigation.${row}.${column}`,
    ),
    derived: false,
  }));
  return [...perColumn, ...perRow, ...results];
}

const pathOf = ({ path }: { path: Diagnostic['path'] }): string => path.join('.');
const describeSum = (rule: string, cells: readonly string[]) => `${rule}: ${[...cells].sort().join(' ')}`;
const describeFinding = (finding: Diagnostic) =>
  describeSum(finding.rule, [pathOf(finding), ...finding.related.map(pathOf)]);
const findings = (data: Data) => check(parse(yamlOf(data), 'report.yaml')).diagnostics;

describe.each(EVERY_EDITION)('form of %s', (_, form) => {
  const sound = soundReport(form, distinctNumbers());
  const all = sums(form);
  const cells = [...new Set(all.flatMap((sum) => sum.cells))];
  /** What is found where a cell has one too many. */
  const found = new Map<string, readonly Diagnostic[]>();
  beforeAll(() => {
    for (const cell of cells) found.set(cell, findings(put(structuredClone(sound), cell, Number(at(sound, cell)) + 1)));
  });

  test('a report that adds up has no finding', () => {
    expect(findings(sound).map(oneLine)).toEqual([]);
  });

  test('every cell of tables 三 and 四 takes part in a sum', () => {
    const rows = form.id === '2021' ? 25 : 23;
    expect(cells.length).toBe(rows * 7 + 15);
  });

  test('one too many in any cell breaks every sum it stands in, and no other', () => {
    for (const cell of cells) {
      const broken = all.filter((sum) => sum.cells.includes(cell));
      expect
        .soft(found.get(cell)?.map(describeFinding).sort(), cell)
        .toEqual(broken.map((sum) => describeSum(sum.rule, sum.cells)).sort());
    }
  });

  test('in table 三, that cell is named with the number it had, and the other findings hang under it', () => {
    for (const cell of cells.filter((path) => path.startsWith('applications.'))) {
      const before = Number(at(sound, cell));
      const those = found.get(cell) ?? [];
      const roots = those.filter(({ cause }) => cause === undefined);
      expect.soft(roots.map(pathOf), cell).toEqual([cell]);
      expect.soft(roots[0]?.hint?.en, cell).toContain(`${before + 1} -> ${before} would fix these ${those.length}`);
      const root = those.findIndex(({ cause }) => cause === undefined);
      expect
        .soft(
          those.every(({ cause }, index) => index === root || cause === root),
          cell,
        )
        .toBe(true);
    }
  });

  test('two cells that differ by different numbers are both named', () => {
    const data = structuredClone(sound);
    const [first, second] = [
      'applications.received.natural_person',
      'applications.outcomes.disclosed.other_organization',
    ];
    put(data, first as string, Number(at(sound, first as string)) + 1);
    put(data, second as string, Number(at(sound, second as string)) + 5);
    const roots = findings(data).filter(({ cause }) => cause === undefined);
    expect(roots.map(pathOf).sort()).toEqual([second, first]);
    expect(roots.every(({ hint }) => hint?.zh.includes('就都平了'))).toBe(true);
  });

  test('where several cells would explain a sum as well, none is named', () => {
    const upheld = 'reconsideration_and_litigation.reconsideration.upheld';
    const [only] = findings(put(structuredClone(sound), upheld, Number(at(sound, upheld)) + 1));
    expect(only?.hint).toBeUndefined();
    const data = structuredClone(sound);
    for (const cell of ['received.natural_person', 'carried_over.other_organization']) {
      put(data, `applications.${cell}`, Number(at(sound, `applications.${cell}`)) + 1);
    }
    expect(findings(data).filter(({ hint }) => hint !== undefined)).toEqual([]);
  });

  test('where two or three cells would, they are the choice', () => {
    const upheld = 'reconsideration_and_litigation.reconsideration.upheld';
    const [only] = findings(put(structuredClone(sound), upheld, 9999));
    expect(only?.hint?.zh).toContain(`由 9999 改成 ${at(sound, upheld)}`);
    expect(only?.hint?.zh).toMatch(/“行政复议 · 总计”由 .*；或者“行政复议 · 结果维持”由 /u);
    expect(only?.hint?.en).toMatch(/^One change would fix this finding: .* -> \d+, or .* 9999 -> \d+$/u);
  });

  test('one too few is found as well, with both sides and the difference', () => {
    const cell = 'applications.outcomes.disclosed.natural_person';
    const data = put(structuredClone(sound), cell, Number(at(sound, cell)) - 1);
    const found = findings(data).find(({ rule }) => rule === 'outcomes-total');
    const total = Number(at(sound, 'applications.outcomes.total.natural_person'));
    expect(found?.message.zh).toBe(`自然人：（七）总计是 ${total}，（一）至（六）各行之和是 ${total - 1}，相差 1`);
    expect(found?.message.en).toBe(
      `自然人: （七）总计 is ${total}; rows （一） to （六） add up to ${total - 1}; a difference of 1`,
    );
  });

  test('totals left out are computed, and wrong parts are found all the same', () => {
    const data = withoutTotals(sound);
    expect(findings(data).map(oneLine)).toEqual([]);
    put(data, 'applications.outcomes.disclosed.natural_person', 9999);
    const found = findings(data);
    expect(found.map(({ rule, path }) => [rule, path.at(-1)])).toEqual([
      ['applications-balance', 'total'],
      ['applications-balance', 'natural_person'],
    ]);
    expect(found.map(({ cause }) => cause)).toEqual([1, undefined]);
  });

  test('equal numbers in another order are as good', () => {
    const same = soundReport(form, () => 3);
    expect(findings(same).map(oneLine)).toEqual([]);
    const data = structuredClone(sound);
    const [first, second] = [
      'reconsideration_and_litigation.reconsideration.upheld',
      'reconsideration_and_litigation.reconsideration.pending',
    ];
    put(data, first ?? '', Number(at(sound, second ?? '')));
    put(data, second ?? '', Number(at(sound, first ?? '')));
    expect(findings(data).map(oneLine)).toEqual([]);
  });

  test('no report that adds up is flagged, whatever its numbers', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const report = soundReport(form, randomNumbers(seed));
      expect.soft(findingsOf(yamlOf(report)).map(oneLine), `seed ${seed}`).toEqual([]);
      expect.soft(findingsOf(yamlOf(withoutTotals(report))).map(oneLine), `seed ${seed}, no totals`).toEqual([]);
    }
  });
});

/** Without the （七）总计 row and without the 总计 columns. */
function withoutTotals(data: Data): Data {
  return JSON.parse(JSON.stringify(data, (key, value) => (key === 'total' ? undefined : value)));
}
