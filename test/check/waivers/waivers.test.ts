import { describe, expect, test } from 'vitest';
import { type CheckOptions, check } from '../../../src/check/check.ts';
import { ALL_RULES } from '../../../src/check/rule-list.ts';
import { applyWaivers } from '../../../src/check/waivers/waivers.ts';
import { readReport } from '../../../src/report/report.ts';
import { parse } from '../../../src/source/parse.ts';
import { type Data, nothingHappened, put, yamlOf } from '../../reports.ts';

const IN_FORCE = 'active_disclosure.normative_documents.in_force';
const ISSUED = 'active_disclosure.normative_documents.issued';
const RULE = 'in-force-below-issued';

/** A report with one finding: two documents were issued and none is in force. */
const late = (): Data => put(put(put(nothingHappened(), 'active_disclosure', null), ISSUED, 2), IN_FORCE, 0);
const withTables = (data: Data): Data => {
  const rows = ['rules', 'administrative_licensing', 'administrative_penalties', 'administrative_compulsion'];
  for (const row of [...rows, 'administrative_fees']) put(data, `active_disclosure.${row}`, 0);
  return data;
};

interface Case extends CheckOptions {
  readonly report?: Data;
}

/** A report with these waivers, checked; `waivers` is YAML, items of the list. */
function checkWith(waivers: string, { report = withTables(late()), ...options }: Case = {}) {
  const source = parse(`${yamlOf(report)}waivers:\n${waivers.replaceAll(/^/gmu, '  ')}\n`, 'report.yaml');
  return check(source, { today: '2025-01-10', ...options });
}

const waiver = (more = '', rule = RULE, at = IN_FORCE): string =>
  `- rule: ${rule}\n  at: ${at}\n  reason: 都在年内到期失效\n${more}`;
const rules = (checked: ReturnType<typeof check>): string[] => checked.diagnostics.map(({ rule }) => rule).sort();
const states = (checked: ReturnType<typeof check>): string[] => checked.waivers.map(({ state }) => state);

describe('a waiver that counts', () => {
  test('takes out the finding of its rule at its place, and says why', () => {
    const checked = checkWith(waiver());
    expect(rules(checked)).toEqual([]);
    expect(checked.waived).toMatchObject([{ diagnostic: { rule: RULE }, by: 'waiver', reason: '都在年内到期失效' }]);
    expect(states(checked)).toEqual(['in-force']);
  });

  test('is needed: without it the finding stands', () => {
    expect(rules(checkWith('[]'))).toEqual([RULE]);
  });

  test.each([
    ['a number', `values: { ${ISSUED}: 2 }`],
    ['a number in quotes', `values: { ${ISSUED}: "2" }`],
    ['a zero', `values: { ${IN_FORCE}: 0 }`],
    ['the number of a row of zeros', 'values: { active_disclosure.rules.issued: 0 }'],
    [
      'money, however many zeros it ends in',
      'values: { active_disclosure.administrative_fees.amount_wan_yuan: 12.50 }',
    ],
    ['money in quotes', 'values: { active_disclosure.administrative_fees.amount_wan_yuan: "12.5" }'],
    ['a date', 'values: { published: 2024-01-22 }'],
    ['a name', 'values: { agency.name: 清溪县教育局 }'],
    ['no values at all', 'values: {}'],
  ])('with %s', (_, values) => {
    const report = put(withTables(late()), 'active_disclosure.administrative_fees', { amount_wan_yuan: '12.5' });
    expect(rules(checkWith(waiver(`  ${values}`), { report }))).toEqual([]);
  });

  test('counts on the day it expires, and no longer on the next', () => {
    const until = waiver('  expires: 2025-01-10');
    expect(rules(checkWith(until, { today: '2025-01-10' }))).toEqual([]);
    expect(rules(checkWith(until, { today: '2025-01-11' }))).toEqual([RULE, 'waiver-expired']);
    expect(states(checkWith(until, { today: '2025-01-11' }))).toEqual(['expired']);
  });
});

describe('the words of a waiver', () => {
  const path = ['overview', 'text'];
  const finding = { rule: RULE, severity: 'warning', path, message: { zh: '', en: '' }, words: '统计 期限' } as const;
  const standing = (words: string) => {
    const data = parse(`waivers:\n  - { rule: ${RULE}, at: overview.text, words: "${words}", reason: x }`, '').data;
    return applyWaivers([finding], { report: readReport(data), previous: undefined }, { rules: ALL_RULES }).standing
      .length;
  };

  test('are those of the finding, but for the spaces that YAML folds away', () => {
    expect([standing('统计 期限'), standing('统计期限')]).toEqual([0, 0]);
  });

  test('and no others', () => {
    // The finding, and that nothing was waived.
    expect([standing('统计'), standing('期限 统计')]).toEqual([2, 2]);
  });
});

describe('a waiver is void, and the finding is back,', () => {
  test.each([
    ['when a number has changed', `${ISSUED}: 3`, `${ISSUED} 当时是 3，现在是 2`],
    ['when it was not known then', `${ISSUED}: null`, '当时是空的，现在是 2'],
    ['when a date has changed', 'published: 2024-01-21', 'published 当时是 2024-01-21，现在是 2024-01-22'],
    [
      'when there is no such cell',
      'active_disclosure.documents.issued: 2',
      '报告里没有“active_disclosure.documents.issued”',
    ],
    ['when the key is a prototype', '__proto__: 2', '报告里没有“__proto__”'],
    ['when the number is none', `${ISSUED}: true`, '当时是 true'],
  ])('%s', (_, values, message) => {
    const checked = checkWith(waiver(`  values: { ${values} }`));
    expect(rules(checked).filter((rule) => rule !== 'wrong-type')).toEqual([RULE, 'waiver-void']);
    const found = checked.diagnostics.find(({ rule }) => rule === 'waiver-void');
    expect(found?.message.zh).toContain(message);
    expect(found?.path.slice(0, 3)).toEqual(['waivers', 0, 'values']);
    expect(states(checked)).toEqual(['void']);
  });

  test('with the path that was meant, where one is near', () => {
    const checked = checkWith(waiver(`  values: { ${ISSUED.replace('issued', 'isued')}: 2 }`));
    const hints = checked.diagnostics.map(({ hint }) => hint?.en);
    expect(hints).toContain(`Did you mean ${ISSUED}?`);
  });
});

describe('a waiver that is of no use is named', () => {
  test('when the finding is gone', () => {
    const report = put(withTables(late()), IN_FORCE, 2);
    expect(rules(checkWith(waiver(), { report }))).toEqual(['waiver-unused']);
  });

  test('when it is somewhere else, with the place', () => {
    const checked = checkWith(waiver('', RULE, 'active_disclosure.rules.in_force'));
    expect(rules(checked)).toEqual([RULE, 'waiver-unused']);
    expect(checked.diagnostics.find(({ rule }) => rule === 'waiver-unused')?.hint?.en).toContain(IN_FORCE);
  });

  test('when another one further up does the same', () => {
    const checked = checkWith(`${waiver()}\n${waiver()}`);
    expect(rules(checked)).toEqual(['waiver-unused']);
    expect(states(checked)).toEqual(['in-force', 'unused']);
    expect(checked.waived).toHaveLength(1);
  });

  test('but the second counts where the first does not', () => {
    const checked = checkWith(`${waiver('  expires: 2001-01-01')}\n${waiver()}`);
    expect(states(checked)).toEqual(['expired', 'in-force']);
    expect(rules(checked)).toEqual(['waiver-expired']);
  });
});

describe('a waiver of a rule', () => {
  test.each([
    ['that is misspelt', 'in-force-below-isued', 'Did you mean in-force-below-issued?'],
    ['that nobody knows', 'nonsense', 'report explain lists all rules'],
    ['of a prototype', '__proto__', 'report explain lists all rules'],
    ['that cannot be waived', 'outcomes-total', 'Remove the waiver and correct the report'],
    ['about waivers', 'waiver-unused', 'Remove the waiver and correct the report'],
  ])('%s is an error', (_, rule, hint) => {
    const checked = checkWith(waiver('', rule));
    expect(rules(checked)).toEqual([RULE, 'waiver-invalid']);
    expect(checked.diagnostics.find(({ rule: found }) => found === 'waiver-invalid')?.hint?.en).toBe(hint);
    expect(states(checked)).toEqual(['invalid']);
  });

  test('that the settings switch off is neither used nor of no use', () => {
    const settings = { severities: { [RULE]: 'off' as const }, deadlines: {} };
    const checked = checkWith(waiver(), { settings });
    expect([rules(checked), checked.waived]).toEqual([[], []]);
    const gone = put(withTables(late()), IN_FORCE, 2);
    expect(rules(checkWith(waiver(), { report: gone, settings }))).toEqual([]);
  });

  test('that is off by default is not called of no use', () => {
    const at = 'applications.carried_forward.total';
    expect(rules(checkWith(waiver('', 'carried-forward-share', at)))).toEqual([RULE]);
    const settings = { severities: { 'carried-forward-share': 'warning' as const }, deadlines: {} };
    expect(rules(checkWith(waiver('', 'carried-forward-share', at), { settings }))).toEqual([RULE, 'waiver-unused']);
  });
});

describe('a waiver that is not well written is for the schema to name', () => {
  test.each([
    ['without a reason', `- { rule: ${RULE}, at: ${IN_FORCE} }`, 'missing-key'],
    ['with an empty reason', `- { rule: ${RULE}, at: ${IN_FORCE}, reason: "" }`, 'empty-text'],
    ['with a reason that a person has yet to write', `- rule: ${RULE}\n  at: ${IN_FORCE}\n  reason:`, 'empty-text'],
    ['that is a text', '- 不改', 'wrong-type'],
    ['with a date there is not', waiver('  expires: 2024-02-30'), 'not-a-date'],
    ['with a date that is a number', waiver('  expires: 20241231'), 'not-a-date'],
    ['with a key nobody knows', waiver('  until: 2024-12-31'), 'unknown-key'],
    ['with a map for a value', waiver(`  values: { ${ISSUED}: { value: 2 } }`), 'wrong-type'],
    ['with a list for a value', waiver(`  values: { ${ISSUED}: [2, { a: 1 }] }`), 'wrong-type'],
    ['with a number for its values', waiver('  values: 2'), 'wrong-type'],
  ])('%s', (_, text, rule) => {
    expect(rules(checkWith(text))).toContain(rule);
  });
});

describe('rules that compare two years', () => {
  const AT = 'applications.carried_over.natural_person';
  const report = (): Data =>
    put(
      put(
        put(nothingHappened(), 'applications', { received: 0, carried_over: { natural_person: 3 } }),
        'applications.outcomes',
        Object.fromEntries([
          ['disclosed', { natural_person: 3 }],
          ...['partially_disclosed', 'not_disclosed', 'unable_to_provide', 'not_processed', 'other_handling'].map(
            (row) => [row, 0] as const,
          ),
        ]),
      ),
      'applications.carried_forward',
      0,
    );
  const lastYear = (year = 2022) => {
    const source = parse(yamlOf(nothingHappened(year)), 'previous.yaml');
    return { source, report: readReport(source.data) };
  };
  const PREVIOUS = 'previous.applications.carried_forward.natural_person';
  const values = (number: number) => `  values: { ${AT}: 3, ${PREVIOUS}: ${number} }`;
  const checked = (number: number, previous?: ReturnType<typeof lastYear>) =>
    checkWith(waiver(values(number), 'carried-over', AT), { report: report(), ...(previous && { previous }) });

  test("are waived with last year's number", () => {
    expect(rules(checked(0, lastYear()))).toEqual(['carried-over']);
    expect(checked(0, lastYear()).diagnostics[0]?.path.at(-1)).toBe('total');
  });

  test("are void when last year's number is another", () => {
    expect(rules(checked(2, lastYear()))).toEqual(['carried-over', 'carried-over', 'waiver-void']);
  });

  test("without last year's report, nothing is said of the waiver", () => {
    expect(rules(checked(0))).toEqual([]);
    expect(states(checked(0))).toEqual(['in-force']);
  });

  test('with the report of another year, only that is said', () => {
    expect(rules(checked(0, lastYear(2020)))).toEqual(['previous-year']);
  });

  test('what followed from a waived finding stands for itself', () => {
    const { diagnostics } = checked(0, lastYear());
    expect(diagnostics.map(({ cause }) => cause)).toEqual([undefined]);
  });
});
