import { describe, expect, test } from 'vitest';
import { fixReport } from '../../src/edit/fix.ts';
import { parse } from '../../src/source/parse.ts';

const HEAD = 'year: 2023\nagency: { name: 清溪县教育局, level: county, kind: department }\n';
const fix = (text: string) => fixReport(parse(text, 'report.yaml'));
const said = (text: string) => fix(text).changes.map(({ line, message }) => `${line} ${message.zh}`);

/** The part of a report file that matters, before and after; the rest is all zeros. */
function becomes(before: string, after: string): void {
  const [was, is] = [whole(before), whole(after)];
  expect(fix(was).source.text).toBe(is);
  expect(fix(is).changes).toEqual([]);
}

function whole(part: string): string {
  const others = ['active_disclosure', 'applications', 'reconsideration_and_litigation'];
  const zeros = others.filter((key) => !new RegExp(`^${key}:`, 'm').test(part)).map((key) => `${key}: 0\n`);
  return HEAD + zeros.join('') + part;
}

const unchanged = (part: string) => becomes(part, part);
const litigation = (row: string) => `reconsideration_and_litigation:\n  reconsideration: ${row}\n  litigation: 0\n`;

describe('totals', () => {
  test.each([
    ['left out', '{ upheld: 1, pending: 2 }', '{ upheld: 1, pending: 2, total: 3 }'],
    ['left out, tightly written', '{upheld: 1,pending: 2}', '{upheld: 1,pending: 2, total: 3}'],
    ['left out behind a comma', '{ upheld: 1, }', '{ upheld: 1, total: 1, }'],
    [
      'left out, with a remark in a cell',
      '{ pending: { value: 1, note: 二审 } }',
      '{ pending: { value: 1, note: 二审 }, total: 1 }',
    ],
    ['left out of quoted keys', '{"upheld": "1"}', '{"upheld": "1", "total": 1}'],
    ['left out, and zero', '{ upheld: 0 }', '{ upheld: 0, total: 0 }'],
    ['null', '{ upheld: 1, total: null }', '{ upheld: 1, total: 1 }'],
    ['~', '{ upheld: 1, total: ~ } # c', '{ upheld: 1, total: 1 } # c'],
    ['nothing', '{ upheld: 1, total: }', '{ upheld: 1, total: 1 }'],
    ['only a key', '{ total, upheld: 1 }', '{ total: 1, upheld: 1 }'],
    ['empty quotes', '{ upheld: 1, total: "" }', '{ upheld: 1, total: "1" }'],
    [
      'null with a remark',
      '{ upheld: 1, total: { value: null, note: 注 } }',
      '{ upheld: 1, total: { value: 1, note: 注 } }',
    ],
  ])('%s', (_, before, after) => becomes(litigation(before), litigation(after)));

  test('in a block, at the indentation of its columns, before the comments of what follows', () => {
    becomes(
      'reconsideration_and_litigation:\n  reconsideration:\n      upheld: 1 # a\n      # b\n\n      pending: 2 # c\n\n  # d\n  litigation: 0\n',
      'reconsideration_and_litigation:\n  reconsideration:\n      upheld: 1 # a\n      # b\n\n      pending: 2 # c\n      total: 3\n\n  # d\n  litigation: 0\n',
    );
  });

  test('below a total that was commented out, and below other comments on its row', () => {
    becomes(
      'reconsideration_and_litigation:\n  reconsideration:\n    upheld: 1\n    # total: 2\n    # 待核\n  # 诉讼\n  litigation: 0\n',
      'reconsideration_and_litigation:\n  reconsideration:\n    upheld: 1\n    # total: 2\n    # 待核\n    total: 1\n  # 诉讼\n  litigation: 0\n',
    );
  });

  test.each([
    ['stated and wrong', '{ upheld: 1, total: 5 }'],
    ['with a part that is null', '{ upheld: 1, pending: null }'],
    ['null, with a part that is text', '{ upheld: 1, pending: 无, total: null }'],
    ['that is text', '{ upheld: 1, total: / }'],
    ['of a row of zeros', '0'],
    ['of an unknown row', 'null'],
    ['of an empty row', '{}'],
    ['with a key that may be a column, mistyped', '{ upheld: 1, pendng: 2 }'],
    ['with a number that a comma cut short', '{ upheld: 1, 204 }'],
    ['written with a question mark', '{ upheld: 1, ? total }'],
    ['in a block of text', '\n    upheld: 1\n    total: |\n'],
  ])('%s: left alone', (_, row) => unchanged(litigation(row)));

  const applications = (
    total: string,
    disclosed = '{ natural_person: 2, other_organization: 1, total: 3 }',
    received = disclosed,
  ) =>
    `applications:\n  received: ${received}\n  carried_over: 0\n  outcomes:\n    disclosed: ${disclosed}\n    partially_disclosed: 0\n    not_disclosed: 0\n    unable_to_provide: 0\n    not_processed: 0\n    other_handling: 0 # z\n${total}  carried_forward: 0\n`;

  test('（七）总计 left out, null or a part of it missing', () => {
    const row = '{ natural_person: 2, other_organization: 1, total: 3 }';
    becomes(applications(''), applications(`    total: ${row}  # （七）总计\n`));
    becomes(applications('    total: null # t\n'), applications(`    total: ${row} # t\n`));
    becomes(applications('    total:\n'), applications(`    total: ${row}\n`));
    becomes(applications('    total: ""\n'), applications(`    total: ${row}\n`));
    becomes(
      applications('    total: { natural_person: null, other_organization: 1 }\n'),
      applications('    total: { natural_person: 2, other_organization: 1, total: 3 }\n'),
    );
    becomes(applications('', '{ total: 0 }'), applications('    total: 0  # （七）总计\n', '{ total: 0 }'));
  });

  test('（七）总计 of a column that is not known is not written: left out, it would be zero', () => {
    unchanged(applications('', '{ natural_person: null, other_organization: 1 }'));
    unchanged(applications('    total: null\n', '{ natural_person: null, other_organization: 1 }'));
    unchanged(applications('    total: { natural_person: 7, total: 7 }\n'));
  });

  test('（七）总计 of numbers that do not add up is not written: it would hide which one is wrong', () => {
    unchanged(applications('', undefined, '{ natural_person: 2, other_organization: 2, total: 4 }'));
    unchanged(applications('    total: null\n', undefined, '0'));
  });
});

describe('numbers', () => {
  const documents = (row: string) =>
    `active_disclosure:\n  rules: 0\n  normative_documents: ${row}\n  administrative_licensing: 0\n  administrative_penalties: 0\n  administrative_compulsion: 0\n  administrative_fees: 0\n`;

  test.each([
    ['{ issued: "1,204", repealed: １２, in_force: 40件 }', '{ issued: "1204", repealed: 12, in_force: 40 }'],
    [`{ issued: '12 件', repealed: " 3 ", in_force: 012 }`, `{ issued: '12', repealed: "3", in_force: 12 }`],
    ['{ issued: 1,204, repealed: 0 }', '{ issued: 1204, repealed: 0 }'],
    ['{issued: 1,204,567}', '{issued: 1204567}'],
    ['{ issued: 1,204, repealed: 2,204 }', '{ issued: 1204, repealed: 2204 }'],
    ['{ issued: 1,204件, in_force: +3 }', '{ issued: 1204, in_force: 3 }'],
    ['{ issued: { value: 1,204, note: 含修订 } }', '{ issued: { value: 1204, note: 含修订 } }'],
    ['{ issued: "\\uff11\\uff12" }', '{ issued: "12" }'],
    ['０', '0'],
    ['0件 # 无', '0 # 无'],
  ])('%s', (before, after) => becomes(documents(before), documents(after)));

  test.each([
    '{ issued: 1, 204, repealed: 0 }',
    '{ issued: 1,20, repealed: 0 }',
    '{ issued: 0,204, repealed: 0 }',
    '{ issued: 01,204, repealed: 0 }',
    '{ issued: １, 204, repealed: 0 }',
    '{ issued: { value: 01,204, note: 注 } }',
    '{ issued: "1",204 }',
    '{ issued: 1,204: 3 }',
    '{ issued: 1e3, repealed: 0x1F, in_force: 12.5 }',
    '{ issued: 约12, repealed: "-", in_force: -3 }',
    '{ issued: true, repealed: [1], in_force: "" }',
    '{ issued: "12\n      件" }',
    '12件',
    '"/"',
  ])('%s: left alone', (row) => unchanged(documents(row)));

  test('in blocks of text: left alone', () => {
    unchanged(documents('\n    issued: |\n      12件\n    repealed: 0'));
  });

  test('money keeps its unit, and is never turned into the other', () => {
    const fees = (text: string) =>
      `other_matters:\n  information_processing_fee: { notices_issued: 1件, amount_collected_yuan: ${text} }\n`;
    expect(fix(whole(fees('2,230.50元'))).source.text).toContain(
      '{ notices_issued: 1, amount_collected_yuan: 2230.50 }',
    );
    expect(fix(whole(fees('0.2万元'))).source.text).toContain('amount_collected_yuan: 0.2万元');
  });

  test('the year decides the form', () => {
    const text = `year: ２０２０ # 年度\n${HEAD.split('\n')[1]}\nactive_disclosure: { rules: 0 }\napplications: 0\nreconsideration_and_litigation: 0\n`;
    expect(fix(text).source.text).toMatch(/^year: 2020 # 年度\n[\s\S]*government_procurement: null/);
  });
});

describe('missing rows', () => {
  test('between their neighbours, with their comments, in the order of the form', () => {
    becomes(
      'reconsideration_and_litigation:\n    # 行政诉讼\n    litigation:\n        direct: 0 # d',
      'reconsideration_and_litigation:\n    reconsideration: null  # 行政复议\n    # 行政诉讼\n    litigation:\n        direct: 0 # d\n        after_reconsideration: null  # 复议后起诉',
    );
  });

  test('groups with all their rows', () => {
    becomes(
      'reconsideration_and_litigation:\n  reconsideration: 0\n  footnote: |\n    # 注\n\nproblems: { text: 一 }\n',
      'reconsideration_and_litigation:\n  reconsideration: 0\n  litigation:  # 行政诉讼\n    direct: null  # 未经复议直接起诉\n    after_reconsideration: null  # 复议后起诉\n  footnote: |\n    # 注\n\nproblems: { text: 一 }\n',
    );
  });

  test('between braces', () => {
    becomes(
      'reconsideration_and_litigation: { litigation: { after_reconsideration: 0 } }\n',
      'reconsideration_and_litigation: { reconsideration: null, litigation: { direct: null, after_reconsideration: 0 } }\n',
    );
  });

  test('（六）其他处理 in one row stays one row', () => {
    const table = (row: string, received = '0') =>
      `applications:\n  received: ${received}\n  carried_over: 0\n  outcomes: { disclosed: 0, partially_disclosed: 0, not_disclosed: 0, unable_to_provide: 0, not_processed: 0, other_handling: ${row} }\n  carried_forward: 0\n`;
    const total = ', total: { natural_person: 1, total: 1 }';
    const one = '{ natural_person: 1, total: 1 }';
    becomes(table('{ natural_person: 1 }', one), table(`${one}${total}`, one));
    becomes(table('{ other: 0 }'), table('{ supplement_overdue: null, fee_unpaid: null, other: 0 }'));
  });

  test('above nothing but a footnote that looks like comments', () => {
    becomes(
      'reconsideration_and_litigation:\n  footnote: |\n    # 注\n  litigation: 0\n',
      'reconsideration_and_litigation:\n  footnote: |\n    # 注\n  reconsideration: null  # 行政复议\n  litigation: 0\n',
    );
  });

  test('whole tables, as in the skeleton', () => {
    const { text } = fix(`${HEAD}applications: 0\nproblems: { text: 一 }\n`).source;
    expect(text).toMatch(
      /department }\n\n# 二、主动公开政府信息情况\nactive_disclosure:\n[\s\S]* {2}rules: null {2}# 规章\n[\s\S]*\napplications: 0\n\n# 四、/,
    );
    expect(text).toMatch(
      / {4}after_reconsideration: null {2}# 复议后起诉\n {2}# footnote: … {2}# 表注，可以不写\n {2}# text_below: … {2}# 表后正文，可以不写\nproblems: { text: 一 }\n$/,
    );
    expect(fix(text).changes).toEqual([]);
  });

  test('a text in front of a table keeps its blank lines', () => {
    const { text } = fix(`${HEAD}overview:\n  text: |+\n    一\n\nproblems: { text: 一 }`).source;
    expect(parse(text, '').data).toHaveProperty('overview.text', '一\n\n');
    expect(text).toContain('    一\n\n# 二、');
    expect(text).toMatch(/\n\nproblems: \{ text: 一 \}$/);
  });

  test.each([
    ['a mistyped row', 'reconsideration_and_litigation:\n  reconsidration: 0\n  litigation: 0\n'],
    ['a row with a full-width colon', 'reconsideration_and_litigation:\n  reconsideration：0: 1\n  litigation: 0\n'],
    ['an empty table', 'reconsideration_and_litigation: {}\n'],
    ['an unknown table', 'reconsideration_and_litigation: null\n'],
  ])('%s: left alone', (_, part) => unchanged(part));

  test('not in a report whose form is not known', () => {
    const tables = 'active_disclosure: { rules: 0 }\napplications: 0\nreconsideration_and_litigation: 0\n';
    for (const head of ['', 'year: "20"\n', 'form: "2019"\nyear: 2023\n', 'year: 2018\n']) {
      expect(fix(head + tables).changes, head).toEqual([]);
    }
    expect(fix(`form: "2021"\n${tables}`).changes).toHaveLength(5);
  });
});

describe('the rest of the file', () => {
  test('keeps CRLF, also in what is added', () => {
    const text = `${whole(litigation('\n    upheld: 1'))}`.replaceAll('\n', '\r\n');
    const fixed = fix(text).source.text;
    expect(fixed).toContain('    upheld: 1\r\n    total: 1\r\n');
    expect(fixed.replace('    total: 1\r\n', '')).toBe(text);
  });

  test('stays open at its end', () => {
    const text = `${whole('reconsideration_and_litigation:\n  litigation: 0\n  reconsideration:\n    upheld: 1')}`;
    expect(fix(text).source.text).toBe(`${text}\n    total: 1`);
  });

  test('tabs between key and value, and keys that mean something to JavaScript', () => {
    becomes(litigation('\t{ upheld:\t1\t}'), litigation('\t{ upheld:\t1, total: 1\t}'));
    unchanged(litigation('{ upheld: 1, __proto__: 1, constructor: 2 }'));
    unchanged('__proto__: { polluted: 1 }\n');
  });

  test('a file in braces', () => {
    const text =
      '{"year": 2023, "agency": {"name": "甲"}, "active_disclosure": 0, "applications": 0, "problems": {"text": "一"}}';
    expect(fix(text).source.text).toBe(
      text.replace(', "problems"', ', "reconsideration_and_litigation": null, "problems"'),
    );
  });

  test.each([
    ['a broken file', 'a: [1\n'],
    ['an anchor', `${HEAD}applications: &a 0\nactive_disclosure: *a\n`],
    ['keys that stand twice', `${HEAD}year: 2024\napplications: { received: { natural_person: 1,204 } }\n`],
    ['a list', '- 1\n'],
    ['a text', 'year\n'],
    ['nothing', '# only a comment\n'],
  ])('%s is returned as it is', (_, text) => {
    const { source, changes } = fix(text);
    expect([source.text === text || source.text === '', changes]).toEqual([true, []]);
  });

  test('each change is said with its line in the corrected file', () => {
    expect(said(whole('reconsideration_and_litigation:\n  litigation:\n    direct: { upheld: 1件 }\n'))).toEqual([
      '6 行政复议：补上 null（还不知道）',
      '8 行政诉讼 · 未经复议直接起诉 · 结果维持：“1件”改成 1',
      '8 行政诉讼 · 未经复议直接起诉 · 总计：填上 1',
      '9 行政诉讼 · 复议后起诉：补上 null（还不知道）',
    ]);
  });
});
