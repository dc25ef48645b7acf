import { describe, expect, test } from 'vitest';
import { EDITIONS, editionById } from '../../../src/form/editions.ts';
import type { FormDef } from '../../../src/form/types.ts';
import { reportYaml } from '../../../src/import/yaml/report-yaml.ts';
import { findBindings } from '../../../src/prose/bindings.ts';
import { proseFields } from '../../../src/prose/fields.ts';
import { readReport } from '../../../src/report/report.ts';
import { parse } from '../../../src/source/parse.ts';
import { type Random, randomOf } from '../../fuzz/random.ts';
import { at, type Data } from '../../reports.ts';
import { type CellPart, fact, place, readingWith } from '../reading.ts';

const options = { schema: '../report.schema.json' };
const written = (...args: Parameters<typeof readingWith>) => reportYaml(readingWith(...args), options);
const dataOf = (text: string): Data => {
  const source = parse(text, 'report.yaml');
  expect(source.findings.map(({ message, range }) => [message.en, text.split('\n')[(range?.line ?? 1) - 1]])).toEqual(
    [],
  );
  expect(
    source.remarks.map(({ message, path, start }) => [path, message.message.en, text.slice(start - 40, start + 20)]),
  ).toEqual([]);
  return source.data as Data;
};

describe('the numbers', () => {
  test('rows and groups of zeros are folded, with their official names', () => {
    const text = written({ cells: { 'applications.outcomes.disclosed.total': { value: '2' } } });
    expect(text).toContain('\n    not_disclosed: 0 # （三）不予公开\n');
    expect(text).toContain('\n  carried_over: 0 # 二、上年结转政府信息公开申请数量\n');
    expect(text).toContain('\n# 三、收到和处理政府信息公开申请情况\napplications:\n');
  });

  test('a total is written as read, a zero beside numbers is left out', () => {
    const text = written({
      cells: {
        'applications.received.natural_person': { value: '14', text: '14' },
        'applications.received.total': { value: '15', text: '15' },
      },
    });
    expect(text).toContain('  received: { natural_person: 14, total: 15 } # 一、本年新收政府信息公开申请数量\n');
  });

  test('what was not plainly a number is told beside the cell, with its place', () => {
    const text = written({
      cells: {
        'active_disclosure.normative_documents.issued': {
          value: '22',
          note: '其中修订16件',
          text: '22（其中修订16件）',
          reason: 'note',
          place,
        },
        'active_disclosure.normative_documents.in_force': {
          text: '/',
          confidence: 'unknown',
          reason: 'dash',
          place,
        },
      },
    });
    expect(text).toContain(
      '  normative_documents: # 行政规范性文件\n' +
        '    issued: { value: 22, note: "其中修订16件" } # 原文“22（其中修订16件）”，第3页第2个表第5行第4列\n' +
        '    in_force: null # 原文“/”，没有写数，第3页第2个表第5行第4列\n',
    );
    expect(at(dataOf(text), 'active_disclosure.normative_documents')).toEqual({
      issued: { value: 22, note: '其中修订16件' },
      in_force: null,
    });
  });

  test('a row without any number is null, and says once why', () => {
    const columns = [...readingWith().tables.cells.keys()].filter((path) =>
      path.startsWith('applications.carried_over.'),
    );
    const blank = { text: '', confidence: 'unknown', reason: 'blank', place } as const;
    const text = written({
      cells: Object.fromEntries(columns.map((path, column) => [path, { ...blank, place: { ...place, column } }])),
    });
    expect(text).toContain('  carried_over: null # 二、上年结转政府信息公开申请数量；原文空白，第3页第2个表第5行\n');
  });

  test('zeros that only the sums give are marked', () => {
    const proved = { text: '', confidence: 'doubtful', reason: 'proved-zero' } as const;
    const text = written({ cells: { 'active_disclosure.rules.issued': proved } });
    expect(text).toContain('    issued: 0 # 没有写数，按本表的勾稽关系只能是 0，请核对\n');
  });

  test('a table that was not found is told once', () => {
    const { form, cells } = readingWith().tables;
    const none = Object.fromEntries(
      [...cells.keys()].map((path) => [path, { text: '', confidence: 'unknown', reason: 'missing' } as const]),
    );
    const text = written({ cells: none, tables: { missing: form.tables.map(({ key }) => key) } });
    expect(text.match(/没有找到这张表/gu)).toHaveLength(3);
    expect(text).toContain('\n  carried_over: null # 二、上年结转政府信息公开申请数量\n');
  });

  test('a group that was printed as a row is a row', () => {
    const group = 'applications.outcomes.not_processed';
    const columns = [...readingWith().tables.cells.keys()].flatMap((path) =>
      path.startsWith('applications.received.') ? [path.replace('applications.received', group)] : [],
    );
    const zeros = Object.fromEntries(columns.map((path) => [path, {}]));
    const text = written({
      cells: { ...zeros, [`${group}.natural_person`]: { value: '2' }, [`${group}.total`]: { value: '2' } },
      tables: { hybrid: [group] },
    });
    expect(at(dataOf(text), group)).toEqual({ natural_person: 2, total: 2 });
  });
});

describe('all of it', () => {
  test('stands in the order of a report file', () => {
    const text = written({
      facts: [
        fact('year', '2023'),
        fact('agency.name', '清溪县教育局'),
        fact('agency.contact.postcode', '032500'),
        fact('agency.level', 'county', 'doubtful'),
        fact('published', '2024-01-20'),
      ],
      texts: [{ path: 'overview.text', text: '第一段。\n\n第二段。', place }],
      parts: new Map([['problems', [{ heading: '存在的问题', text: '不够细。', place }]]]),
      leftovers: [{ text: '打印本页', place }],
    });
    const data = dataOf(text);
    expect(Object.keys(data)).toEqual([
      'year',
      'agency',
      'published',
      'overview',
      'active_disclosure',
      'applications',
      'reconsideration_and_litigation',
      'problems',
      'other_matters',
    ]);
    expect(data.agency).toEqual({ name: '清溪县教育局', level: 'county', kind: null, contact: { postcode: '032500' } });
    expect(text).toContain('    postcode: "032500"\n');
    expect(text).toContain('  level: county # 存疑，请核对，原文“county”');
    expect(text).toMatch(/\n# 第3页第2个表第5行第4列：打印本页\n$/u);
    expect(at(data, 'overview.text')).toBe('第一段。\n\n第二段。\n');
  });

  test('texts of the page are one bounded block at the very end', () => {
    const furniture = (text: string) => ({ text, place: {}, furniture: true as const });
    const few = written({ leftovers: [furniture('打印'), { text: '另附说明', place: {} }, furniture('关闭\n窗口')] });
    expect(few).toMatch(/\n# 另附说明\n\n# 页面上的其他文字（导航、按钮、页眉页脚等）：\n# 打印；关闭 窗口\n$/u);
    const many = written({
      leftovers: Array.from({ length: 500 }, (_, at) => furniture(`栏目${String(at).padStart(8, '0')}`)),
    });
    expect(many).toMatch(/\n# ……另有 200 段，没有列出\n$/u);
    expect(many.split('\n').every((line) => line.length < 400)).toBe(true);
  });

  test('the edition is named where the year does not tell it', () => {
    const form = editionById('2019') as FormDef;
    expect(dataOf(written({ form, facts: [fact('year', '2020')] })).form).toBeUndefined();
    expect(dataOf(written({ form, facts: [fact('year', '2023')] })).form).toBe('2019');
    expect(dataOf(written({ form })).form).toBe('2019');
  });

  test('the title is written unless it is the usual one', () => {
    const facts = [fact('year', '2023'), fact('agency.name', '清溪县教育局')];
    const titled = (title: string) => dataOf(written({ facts: [...facts, fact('title', title)] })).title;
    expect(titled('清溪县教育局2023年政府信息公开工作年度报告')).toBeUndefined();
    expect(titled('清溪县教育局2023年度报告')).toBe('清溪县教育局2023年度报告');
  });

  test('a report file that was inside is taken as it is', () => {
    const source = { name: 'a.yaml', text: 'year: 2023 # 不动\r\n' };
    expect(written({ source })).toBe(source.text);
  });
});

const PIECES = [
  ...[
    ': ',
    ' #',
    '# ',
    '\t',
    '---',
    '...',
    '{{',
    '}}',
    '{{year}}',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\r\n',
  ],
  ...[
    '\n',
    '\n\n',
    '  ',
    '\u3000',
    '\0',
    '\u001b[31m',
    '"',
    "'",
    '“',
    '”',
    '\\',
    '|',
    '>',
    '&a',
    '*a',
    '!t',
    '%',
    '@',
    '`',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    ',',
    '- ',
    '? ',
    'null',
    'true',
    '~',
    '012',
    '1e3',
    '0x1F',
    '政府',
    '信息公开',
    '，',
    '。',
    '备注：',
    '注释:',
  ],
  ...[
    ' # 备注：',
    '\ud800',
    '\udc00',
    '😀',
    '\u200d',
    'a',
    '<<',
    '::add',
    '##[',
    '（一）',
    '；',
    'text: |',
    '甲 乙',
    '\n# 三、',
    '\n- ',
  ],
];

const textFrom = ({ below, pick }: Random, most: number): string =>
  Array.from({ length: 1 + below(most) }, () => pick(PIECES)).join('');

describe.each(EDITIONS.map((form) => [form.id, form] as const))(
  'whatever the file says, in the form of %s',
  (_, form: FormDef) => {
    test.each(Array.from({ length: 40 }, (_, seed) => seed))('it stays a value or a comment (%i)', (seed) => {
      const random = randomOf('yaml', form.id, seed);
      const some = (most = 12) => textFrom(random, most);
      const paths = [...readingWith({ form }).tables.cells.keys()];
      const cells = Object.fromEntries(
        paths
          .filter(() => random.chance(0.3))
          .map((path): [string, CellPart] => {
            const printed = { text: some(), place: { ...place, sheet: some() } };
            return random.pick([
              [path, { value: String(random.below(50)), text: '5' }],
              [path, { ...printed, confidence: 'unknown', reason: 'not-a-number' }],
              [path, { ...printed, value: '7', note: some(), reason: 'note' }],
            ]);
          }),
      );
      const long = '长'.repeat(seed === 0 ? 10_000 : 3);
      const reading = readingWith({
        form,
        cells,
        facts: [
          fact('agency.name', some()),
          fact('agency.contact.address', some(), 'doubtful'),
          fact('elsewhere', some()),
        ],
        texts: [
          { path: 'overview.text', text: `${some(40)}${long}`, place },
          { path: 'applications.footnote', text: some(), place },
          { path: 'nowhere', text: some(), place },
        ],
        parts: new Map([
          [
            'overview',
            [
              { heading: some(), text: some(40), place },
              { heading: some(), text: some(), place },
            ],
          ],
        ]),
        leftovers: [{ text: some(40), place }],
        tables: { remarks: [{ table: 'applications', kind: 'split', text: some(), place }] },
      });
      const text = reportYaml({ ...reading, file: some() }, options);
      const data = dataOf(text);
      const report = readReport(data);
      for (const [path, { value, note }] of reading.tables.cells) {
        const cell = report.cells.get(path);
        expect(cell?.state === 'unknown' ? undefined : (cell?.text ?? 'absent'), path).toBe(value);
        expect(shown(cell?.note ?? ''), path).toBe(value === undefined ? '' : shown(note ?? ''));
      }
      const name = reading.texts.facts[0]?.value ?? '';
      expect(shown(String(at(data, 'agency.name') ?? ''))).toBe(shown(name));
      expect(shown(String(at(data, 'overview.text') ?? ''))).toBe(shown(reading.texts.texts[0]?.text ?? ''));
      const parts = at(data, 'overview.parts') as unknown as { heading: string; text: string }[];
      expect(parts.map((part) => [shown(part.heading), shown(part.text)])).toEqual(
        reading.texts.parts.get('overview')?.map((part) => [shown(part.heading), shown(part.text)]),
      );
      expect(proseFields(report).flatMap(({ text: prose }) => findBindings(prose))).toEqual([]);
    });
  },
);

/** What a reader of the text sees: without invisible characters, white space, and backslashes. */
function shown(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('\\', '')
    .replace(/[\s\p{Cc}\p{Cf}]/gu, '');
}
