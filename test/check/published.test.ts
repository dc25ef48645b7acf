import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { parse } from '../../src/source/parse.ts';
import type { PrintedCell } from '../../src/source/published.ts';
import { type Data, nothingHappened, yamlOf } from '../reports.ts';

const OUTCOMES = [
  'disclosed',
  'partially_disclosed',
  'not_disclosed',
  'unable_to_provide',
  'not_processed',
  'other_handling',
];

const zh = (text: string) => ({ zh: text, en: text });

/** The findings of a report as if it had been read from a published file. */
function findingsIn(
  change: Data,
  cells: Record<string, PrintedCell>,
  missing: readonly string[] = [],
  doubt?: ReturnType<typeof zh>,
): readonly Diagnostic[] {
  const source = parse(yamlOf({ ...nothingHappened(), ...change }), '年报.html');
  const published = {
    cells: new Map(Object.entries(cells)),
    places: new Map(),
    doubtfulFacts: new Set<string>(),
    missing,
  };
  return check({ ...source, published: { ...published, ...(doubt && { doubt }) } }).diagnostics;
}
const rulesIn = (found: readonly Diagnostic[]) => found.map(({ rule }) => rule);

describe('a published file', () => {
  test('has no findings about what only a report file must say', () => {
    const { level: _level, kind: _kind, ...agency } = nothingHappened().agency as Data;
    expect(rulesIn(findingsIn({ agency, published: null }, {}))).toEqual([]);
  });

  test('the caption of a picture, which is not read, is no place to fill in; 待补充 is one', () => {
    const other_matters = { text: '图1 新收申请的申请人（单位：件）\n\n没有收取信息处理费，没有其他需要报告的事项。' };
    expect(rulesIn(findingsIn({ other_matters }, {}))).toEqual([]);
    const unfinished = { text: `${other_matters.text}\n\n待补充` };
    expect(rulesIn(findingsIn({ other_matters: unfinished }, {}))).toEqual(['placeholder']);
  });

  test('a cell in doubt is told once for each table and reason, with where it stands', () => {
    const doubt = zh('错位');
    const cell = (row: number): PrintedCell => ({ state: 'doubtful', text: '0', doubt, place: zh(`第${row}行`) });
    const found = findingsIn(
      {},
      {
        'applications.received.natural_person': cell(3),
        'applications.carried_over.natural_person': cell(4),
        'reconsideration_and_litigation.reconsideration.upheld': cell(3),
      },
    );
    expect(rulesIn(found)).toEqual(['reading-doubtful', 'reading-doubtful']);
    expect(found[0]?.related).toHaveLength(2);
    expect(found[0]?.printed).toEqual({ place: zh('第3行'), text: '0' });
    expect(found[0]?.range.line).toBe(1);
  });

  test('a doubt about the whole file is told once, and the doubts of its tables follow from it', () => {
    const doubt = zh('扫描件');
    const cell: PrintedCell = { state: 'doubtful', text: '0', doubt };
    const cells = {
      'applications.received.natural_person': cell,
      'reconsideration_and_litigation.reconsideration.upheld': cell,
    };
    const found = findingsIn({}, cells, [], doubt);
    expect(rulesIn(found)).toEqual(['reading-doubtful', 'reading-doubtful', 'reading-doubtful']);
    const whole = found.findIndex(({ path }) => path.length === 0);
    expect(found[whole]?.message).toEqual(doubt);
    expect(found.map(({ cause }) => cause)).toEqual(found.map((_, index) => (index === whole ? undefined : whole)));
    expect(findingsIn({}, {}, [], zh('第 2 页没有文字')).map(({ message }) => message.zh)).toEqual(['第 2 页没有文字']);
  });

  test('a broken sum with a cell in doubt follows from the doubt and is an info', () => {
    const outcomes = Object.fromEntries(OUTCOMES.map((key) => [key, 0]));
    const applications = { received: { natural_person: 2 }, carried_over: 0, outcomes, carried_forward: 0 };
    const plain = findingsIn({ applications }, {});
    expect(plain.map(({ severity }) => severity)).toContain('error');
    const state = { state: 'doubtful', text: '2', doubt: zh('错位') } as const;
    const found = findingsIn({ applications }, { 'applications.received.natural_person': state });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found.filter(({ cause }) => cause !== undefined && found[cause]?.rule === 'reading-doubtful')).not.toEqual(
      [],
    );
  });

  test('a table that was not found is one finding', () => {
    const found = findingsIn({ applications: null }, {}, ['applications']);
    expect(rulesIn(found)).toEqual(['table-not-found']);
  });

  test('blanks that can only be 0 are one warning for each table', () => {
    const zero = { state: 'zero', text: '' } as const;
    const found = findingsIn(
      {},
      {
        'applications.received.natural_person': zero,
        'applications.carried_over.natural_person': zero,
      },
    );
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['blank-for-zero', 'warning']]);
    expect(found[0]?.message.zh).toContain('有 2 格没有数');
  });

  test('what is no number is told with its words, and a blank without advice on YAML', () => {
    const change = {
      active_disclosure: {
        rules: 0,
        normative_documents: 0,
        administrative_compulsion: 0,
        administrative_fees: 0,
        administrative_licensing: { decisions: null },
        administrative_penalties: { decisions: null },
      },
    };
    const found = findingsIn(change, {
      'active_disclosure.administrative_licensing.decisions': { state: 'words', text: '若干' },
      'active_disclosure.administrative_penalties.decisions': { state: 'blank', text: '' },
    });
    expect(rulesIn(found)).toEqual(['not-a-count', 'cell-unknown']);
    expect(found[0]?.message.zh).toContain('若干');
    expect(found[1]?.hint?.zh).toBe('没有的印 0');
  });

  test('has no waivers to paste', () => {
    const found = findingsIn(
      { reconsideration_and_litigation: { reconsideration: { upheld: 1, total: 2 }, litigation: 0 } },
      {},
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ waiver }) => waiver)).toEqual(found.map(() => undefined));
  });
});
