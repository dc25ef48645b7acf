import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { placesOf } from '../../src/check/read-figures.ts';
import type { HouseWords } from '../../src/claims/house-words.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';

const yaml = (text: string) => `year: 2024
agency: { name: 云岭县林业局, level: county, kind: department }
overview: { text: ${JSON.stringify(text)} }
active_disclosure:
  rules: 0
  normative_documents: { issued: 4, repealed: 0, in_force: 9 }
applications:
  received: { natural_person: 40 }
  carried_over: 0
  outcomes:
    disclosed: { natural_person: 22 }
    partially_disclosed: 0
    not_disclosed: 0
    unable_to_provide: { not_held: { natural_person: 15 } }
    not_processed: 0
    other_handling: 0
  carried_forward: { natural_person: 3 }
reconsideration_and_litigation:
  reconsideration: { upheld: 2 }
  litigation: 0
`;

/** The figures and conclusions of a text, each as `words verdict`, or as `words reason (word)` if it was not compared. */
const placesIn = (text: string): string[] =>
  placesOf({ report: readReport(parse(yaml(text), 'a.yaml').data) }).map(
    ({ text: { written }, start, end, verdict, reason }) =>
      `${written(start, end)} ${reason ? [reason.reason, reason.word].filter(Boolean).join(' ') : verdict}`,
  );

const strictIn = (text: string, prose?: HouseWords) =>
  check(parse(yaml(text), 'a.yaml'), {
    settings: { severities: { 'prose-not-understood': 'warning' }, deadlines: {}, ...(prose && { prose }) },
  }).diagnostics.filter(({ rule }) => rule === 'prose-not-understood');

describe('every figure has one verdict, and a reason if it was not compared', () => {
  test.each([
    ['全年新收政府信息公开申请40件。', ['40件 agrees']],
    ['全年新收政府信息公开申请41件。', ['41件 contradicts']],
    ['县城管大队新收政府信息公开申请12件。', ['12件 body 县城管大队']],
    ['上半年新收政府信息公开申请12件。', ['12件 time 上半年']],
    ['计划办理政府信息公开申请30件。', ['30件 plan 计划']],
    ['组织业务骨干培训12场。', ['12场 unit 场']],
    ['全年新收政府信息公开申请40件，同比增长5%。', ['40件 agrees', '5% previous']],
    ['全年制发行政规范性文件4件。', ['4件 agrees']],
  ])('%s', (text, expected) => {
    expect(placesIn(text)).toEqual(expected);
  });

  test('a figure that is only a part of a sum that adds up was compared', () => {
    expect(placesIn('全年新收政府信息公开申请40件，其中网上申请30件，信函申请10件。')).toEqual([
      '40件 agrees',
      '30件 agrees',
      '10件 agrees',
    ]);
  });

  test('a sum that does not add up contradicts its total', () => {
    const text = '全年新收政府信息公开申请40件，其中网上申请30件，信函申请9件。';
    expect(placesIn(text)).toEqual(['40件 contradicts', '30件 sum', '9件 sum']);
    expect(strictIn(text)).toEqual([]);
  });

  test('a conclusion that is not compared', () => {
    expect(placesIn('县城管大队未收到政府信息公开申请。')).toEqual(['未收到政府信息公开申请 body 县城管大队']);
    expect(placesIn('政府信息公开申请均按时答复。')).toHaveLength(1);
  });
});

describe('strict prose', () => {
  test('has one finding for a figure, with the reason, and where it is a word, the line to paste', () => {
    const [one, ...others] = strictIn('全年妥善化解政府信息公开申请9件。');
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      severity: 'warning',
      message: { zh: '“全年妥善化解政府信息公开申请9件”没有核对：不认识“化解”，它可能限定了这个数' },
      hint: { zh: expect.stringContaining('prose: { ignore: [化解] }') },
    });
  });

  test('says what to do for the reason', () => {
    const hintOf = (text: string) => strictIn(text).map(({ hint }) => hint?.zh);
    expect(hintOf('县城管大队新收政府信息公开申请12件。')).toEqual([
      expect.stringContaining('prose: { words: { own: [县城管大队] } }'),
    ]);
    expect(hintOf('全年新收政府信息公开申请40件。转办3件。').join()).not.toContain('own');
    expect(hintOf('计划办理政府信息公开申请30件。')).toEqual([expect.stringContaining('不用改')]);
    expect(hintOf('上半年新收政府信息公开申请12件。')).toEqual([expect.stringContaining('请人工核对')]);
    expect(hintOf('全年新收政府信息公开申请40件，同比增长5%。')).toEqual([expect.stringContaining('--against')]);
  });

  test('is silent once the word is in the settings', () => {
    const words = { words: { finished: ['化解'] }, ignore: [] };
    expect(strictIn('全年妥善化解政府信息公开申请37件。', words)).toEqual([]);
    expect(strictIn('全年新收挂号政府信息公开申请10件。').map(({ message }) => message.zh)).toEqual([
      expect.stringContaining('不认识“挂号”'),
    ]);
    expect(strictIn('全年新收挂号政府信息公开申请40件。', { words: {}, ignore: ['挂号'] })).toEqual([]);
  });

  test('lists what no table counts, but not as warnings', () => {
    expect(strictIn('组织培训12场，参加300人。').map(({ severity }) => severity)).toEqual(['info', 'info']);
  });

  test('names the place of each, where the same words stand twice', () => {
    const found = strictIn('上半年新收申请12件。下半年新收申请12件。');
    expect(new Set(found.map(({ range }) => range.column)).size).toBe(2);
  });

  test('says nothing about figures that were compared', () => {
    expect(strictIn('全年新收政府信息公开申请40件，予以公开22件。')).toEqual([]);
  });
});
