import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { parse } from '../../../src/source/parse.ts';
import { type Data, nothingHappened, yamlOf } from '../../reports.ts';

type Row = Readonly<Record<string, number>>;

/** 自然人 9＋1＝8＋2, 商业企业 5＋0＝4＋1. */
const ROWS = {
  received: { natural_person: 9, commercial_enterprise: 5 },
  carried_over: { natural_person: 1 },
  disclosed: { natural_person: 5, commercial_enterprise: 3 },
  partially_disclosed: { natural_person: 3, commercial_enterprise: 1 },
  carried_forward: { natural_person: 2, commercial_enterprise: 1 },
};

function errors(changed: Partial<Record<keyof typeof ROWS | 'total', Row>>) {
  const { received, carried_over, carried_forward, ...outcomes } = { ...ROWS, ...changed };
  const nothing = { not_disclosed: 0, unable_to_provide: 0, not_processed: 0, other_handling: 0 };
  const data: Data = {
    ...nothingHappened(),
    applications: { received, carried_over, outcomes: { ...outcomes, ...nothing }, carried_forward },
  };
  const { diagnostics } = check(parse(yamlOf(data), 'report.yaml'));
  return diagnostics.filter(({ severity }) => severity === 'error');
}
const roots = (changed: Parameters<typeof errors>[0]) =>
  errors(changed)
    .filter(({ cause }) => cause === undefined)
    .map(({ path, hint }) => `${path.slice(1).join('.')}: ${hint?.zh ?? ''}`);

test('the rows add up', () => expect(errors({})).toEqual([]));

describe('a number in the wrong column is one finding at that number', () => {
  test.each([
    ['received', { natural_person: 9, research_institution: 5 }, 'received.research_institution', '商业企业'],
    ['carried_over', { commercial_enterprise: 1 }, 'carried_over.commercial_enterprise', '自然人'],
    [
      'disclosed',
      { natural_person: 5, research_institution: 3 },
      'outcomes.disclosed.research_institution',
      '商业企业',
    ],
    ['disclosed', { natural_person: 5, other_organization: 3 }, 'outcomes.disclosed.other_organization', '商业企业'],
    [
      'disclosed',
      { legal_service_institution: 5, commercial_enterprise: 3 },
      'outcomes.disclosed.legal_service_institution',
      '自然人',
    ],
    [
      'carried_forward',
      { natural_person: 2, research_institution: 1 },
      'carried_forward.research_institution',
      '商业企业',
    ],
  ] as const)('%s %j', (key, row, place, column) => {
    const [first, ...others] = roots({ [key]: row });
    expect(first).toMatch(new RegExp(`^${place}: “.*”的 [0-9] 是不是该填在“${column}”一列？`));
    expect(others).toEqual([]);
    expect(errors({ [key]: row })).toHaveLength(2);
  });

  test('also where the totals are written', () => {
    const total = { natural_person: 8, commercial_enterprise: 4, total: 12 };
    const found = roots({ total, disclosed: { natural_person: 5, research_institution: 3, total: 8 } });
    expect(found).toEqual([expect.stringMatching(/^outcomes\.disclosed\.research_institution: .*“商业企业”一列/)]);
  });
});

describe('no such hint', () => {
  test.each([
    ['if the columns differ by different numbers', { disclosed: { natural_person: 6, commercial_enterprise: 1 } }],
    ['if only a part of a number would have to move', { disclosed: { natural_person: 7, commercial_enterprise: 1 } }],
    ['if three columns are broken', { disclosed: { research_institution: 3, other_organization: 5 } }],
    [
      'if two numbers could have slipped',
      {
        received: { natural_person: 10, commercial_enterprise: 4 },
        disclosed: { natural_person: 7, commercial_enterprise: 3 },
        carried_forward: { commercial_enterprise: 1 },
      },
    ],
  ])('%s', (_, changed) => {
    expect(roots(changed).length).toBeGreaterThan(0);
    expect(roots(changed).join()).not.toContain('一列？');
  });
});
