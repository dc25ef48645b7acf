import { describe, expect, test } from 'vitest';
import { fixReport } from '../../../src/edit/fix.ts';
import { parse } from '../../../src/source/parse.ts';
import { findSlips } from '../../../src/source/slips/find-slips.ts';
import { findingsOf, oneLine } from '../../harness.ts';
import { SAMPLE, sampleWith } from '../sample.ts';

const [NBSP, WIDE, ZERO, BOM, JOINER] = ['\u00a0', '\u3000', '\u200b', '\ufeff', '\u2060'];
const ROW = 'received: { natural_person: 38, commercial_enterprise: 2, total: 40 }';
const PROBLEMS = '  text: |\n    政策解读的形式不够多样，下一步增加图解和问答。\n';

const found = (text: string) => findingsOf(text).map(oneLine);
const fixed = (text: string) => fixReport(parse(text, 'report.yaml')).source.text;

/** One message, and `fix` makes the sample of it again, or the sample with this piece in place of the first. */
function isOneSlip(piece: string, slip: string, message: string, mended = piece): void {
  const text = sampleWith(piece, slip);
  expect(found(text)).toEqual([expect.stringContaining(message)]);
  const after = fixed(text);
  expect(after).toBe(sampleWith(piece, mended));
  expect(fixed(after)).toBe(after);
}

test('the sample is sound', () => {
  expect(found(SAMPLE)).toEqual([]);
  expect(fixed(SAMPLE)).toBe(SAMPLE);
});

describe('full-width punctuation in braces', () => {
  test.each([
    ['38，', '22:33 error yaml-syntax “，”是全角逗号，这里要用英文逗号“,” → 写成 received: {'],
    ['38， ', '22:33 error yaml-syntax “，”'],
    ['38、', '22:33 error yaml-syntax “、”是顿号'],
    ['38；', '22:33 error yaml-syntax “；”是全角分号'],
    ['38; ', '22:33 error yaml-syntax “;”是分号'],
    ['38 ', '22:33 error yaml-syntax “commercial_enterprise”前面少了英文逗号'],
  ])('38%s', (end, message) =>
    isOneSlip('38, commercial_enterprise: 2, t', `${end}commercial_enterprise: 2, t`, message),
  );

  test.each([
    ['{ natural_person：38, commercial_enterprise：2, total：40 }', '22:29 error yaml-syntax “：”是全角冒号'],
    [
      '{ natural_person: 38，commercial_enterprise：2，total：40 }',
      '22:33 error yaml-syntax “，”“：”是全角（中文）标点',
    ],
    ['｛ natural_person: 38, commercial_enterprise: 2, total: 40 ｝', '22:13 error yaml-syntax “｛”“｝”是全角'],
    ['{ natural_person: 38, commercial_enterprise: 2, total: 40 ｝', '22:71 error yaml-syntax “｝”是全角花括号'],
    ['（ natural_person: 38, commercial_enterprise: 2, total: 40 ）', '22:13 error yaml-syntax “（”“）”'],
    [
      '{ natural_person:38, commercial_enterprise:2, total:40 }',
      '22:30 error yaml-syntax “natural_person:”后面没有空格',
    ],
    [
      '{ “natural_person”: 38, commercial_enterprise: 2, total: 40 }',
      '22:15 error yaml-syntax “natural_person”两边有引号',
    ],
    [
      '{ natural＿person: 38, commercial_enterprise: 2, total: 40 }',
      '22:15 error yaml-syntax “natural＿person”里有全角字符',
    ],
    ['{ natural_person: ""38"", commercial_enterprise: 2, total: 40 }', '22:31 error yaml-syntax 引号写了两层'],
    ['{ natural_person: 38, commercial_enterprise: 2, total: 40 }}', '22:72 error yaml-syntax 多了一个“}”'],
    [
      'natural_person: 38, commercial_enterprise: 2, total: 40 }',
      '22:13 error yaml-syntax 几个键写在一行里，要用英文花括号',
    ],
    [
      'natural_person: 38, commercial_enterprise: 2, total: 40',
      '22:13 error yaml-syntax 几个键写在一行里，要用英文花括号',
    ],
    [
      `{ natural_person:${NBSP}38, commercial_enterprise: 2, total: 40 }`,
      '22:30 error yaml-syntax 这里有看不见的字符：不换行空格',
    ],
    [
      `{ natural_${ZERO}person: 38, commercial_enterprise: 2, total: 40 }`,
      '22:15 error yaml-syntax 这里有看不见的字符：零宽空格',
    ],
  ])('%s', (row, message) => isOneSlip(ROW, `received: ${row}`, message));

  test('a row over several lines, each with its message', () => {
    const text = sampleWith(ROW, 'received: { natural_person: 38，\n    commercial_enterprise: 2,\n    total：40 }');
    expect(found(text)).toEqual([expect.stringContaining('22:33 error yaml-syntax “，”“：”')]);
    expect(fixed(text)).toContain('received: { natural_person: 38,\n    commercial_enterprise: 2,\n    total: 40 }\n');
  });

  test('a value with words that need quotes', () => {
    isOneSlip('学院路30号', '学院路 #30 号', '7:36 error yaml-syntax “#”前面有空格', "'学院路 #30 号'");
    isOneSlip(
      'office: 办公室',
      'office: 办公室: 一楼',
      '7:22 error yaml-syntax 值里有英文冒号加空格',
      "office: '办公室: 一楼'",
    );
  });

  test.each(['学院路30号，教育大楼', '学院路30号（教育大楼）', '学院路30号；教育大楼', '学院路30号：教育大楼'])(
    'a text with such punctuation stays: %s',
    (address) => {
      const text = sampleWith('学院路30号', address);
      expect(found(text)).toEqual([]);
      expect(fixed(text)).toBe(text);
      const withSlip = text.replace('{ office: ', '{ office：');
      expect(found(withSlip)).toEqual([expect.stringContaining('7:20 error yaml-syntax “：”是全角冒号')]);
      expect(fixed(withSlip)).toBe(text);
    },
  );
});

describe('a key and its colon', () => {
  test.each([
    ['level: county', 'level：county', '5:8 error yaml-syntax “：”是全角冒号'],
    ['level: county', 'level∶ county', '5:8 error yaml-syntax “∶”是比号'],
    [
      'level: county',
      'level:county',
      '5:9 error yaml-syntax “level:”后面没有空格 → 英文冒号后面要空一格，写成 level: county',
    ],
    ['level: county', 'level county', '5:3 error yaml-syntax “level”后面少了英文冒号'],
    ['level: county', 'level= county', '5:3 error yaml-syntax “level”后面是等号'],
    ['level: county', `level:${WIDE}county`, '5:9 error yaml-syntax 这里有看不见的字符：全角空格（U+3000）'],
    ['level: county', `level${ZERO}: county`, '5:3 error yaml-syntax 这里有看不见的字符：零宽空格（U+200B）'],
    ['level: county', `le${JOINER}vel: county`, '5:3 error yaml-syntax 这里有看不见的字符：零宽连接符'],
    ['level: county', `level${NBSP}: county`, '5:3 error yaml-syntax 这里有看不见的字符：不换行空格'],
    ['year: 2023', '“year”: 2023', '1:1 error yaml-syntax “year”两边有引号'],
    ['year: 2023', 'ｙｅａｒ: 2023', '1:1 error yaml-syntax “ｙｅａｒ”里有全角字符'],
    ['agency:', 'agency：', '2:7 error yaml-syntax “：”是全角冒号'],
    ['problems:', 'problems', '36:1 error yaml-syntax “problems”后面少了英文冒号'],
    ['carried_over: 0', 'carried_over：0', '23:15 error yaml-syntax “：”是全角冒号'],
    ['litigation: 0', 'litigation:0', '35:14 error yaml-syntax “litigation:”后面没有空格'],
    ['received: { n', 'received：{ n', '22:11 error yaml-syntax “：”是全角冒号'],
    ['received: { n', 'received:{ n', '22:12 error yaml-syntax “received:”后面没有空格'],
    [PROBLEMS, PROBLEMS.replace(': |', '：|'), '37:7 error yaml-syntax “：”是全角冒号'],
    [PROBLEMS, PROBLEMS.replace(': |', ':|'), '37:8 error yaml-syntax “text:”后面没有空格'],
    [PROBLEMS, PROBLEMS.replace('|', '｜'), '37:9 error yaml-syntax “｜”是全角竖线'],
    ['- aspect', '－ aspect', '15:5 error yaml-syntax “－”是全角减号'],
    ['- aspect', '—aspect', '15:5 error yaml-syntax “—”是破折号'],
    ['- aspect', '• aspect', '15:5 error yaml-syntax “•”是圆点'],
    ['- aspect', '-aspect', '15:6 error yaml-syntax 列表的减号“-”后面没有空格'],
    ['# 一、', '＃ 一、', '10:1 error yaml-syntax “＃”是全角井号'],
    ['  level: county', '   level: county', '5:1 error yaml-syntax “level”比上面的“short_name”缩进得多'],
  ])('%j -> %j', isOneSlip);

  test('many lines with the same slip are one message', () => {
    const text = SAMPLE.replaceAll(/^( *(?:- )?[a-z_]+):/gm, '$1：');
    expect(found(text)).toEqual([
      expect.stringMatching(/^1:5 error yaml-syntax “：”是全角冒号.*；下面还有 \d+ 处也是/),
    ]);
    expect(fixed(text)).toBe(SAMPLE);
  });
});

describe('an indent', () => {
  test.each([
    ['  level: county', `${NBSP}${NBSP}level: county`, '5:1 error yaml-syntax 这一行用不换行空格（U+00A0）缩进'],
    ['  level: county', ` ${NBSP}level: county`, '5:2 error yaml-syntax 这一行用不换行空格'],
    ['  level: county', `  ${NBSP}level: county`, '5:3 error yaml-syntax 这一行用不换行空格'],
    ['  level: county', `${WIDE}level: county`, '5:1 error yaml-syntax 这一行用全角空格（U+3000）缩进'],
    ['  level: county', `${WIDE}${WIDE}level: county`, '5:1 error yaml-syntax 这一行用全角空格'],
    ['  level: county', '\tlevel: county', '5:1 error yaml-tab 这一行用制表符（Tab）缩进'],
    ['  level: county', `${ZERO}  level: county`, '5:1 error yaml-syntax 这一行开头有看不见的字符：零宽空格'],
    ['agency:', `${BOM}agency:`, '2:1 error yaml-syntax 这一行开头有看不见的字符：字节顺序标记 BOM'],
    ['  name: 清', `${WIDE}name: 清`, '3:1 error yaml-syntax 这一行用全角空格'],
    ['    - aspect', `${WIDE}${WIDE}- aspect`, '15:1 error yaml-syntax 这一行用全角空格'],
    ['\n\n# 一、', `\n${NBSP}\n# 一、`, '9:1 error yaml-syntax 这一行只有看不见的字符：不换行空格'],
  ])('%j -> %j', isOneSlip);

  test.each([
    ['tabs', '\t'],
    ['no-break spaces', NBSP.repeat(2)],
    ['full-width spaces', WIDE],
  ])('of %s in the whole file', (_, unit) => {
    const text = SAMPLE.replaceAll(/^(?: {2})+/gm, (spaces) => unit.repeat(spaces.length / 2));
    expect(found(text)).toEqual([expect.stringMatching(/^3:1 error yaml-\w+ 这一行用.+缩进；下面还有 \d+ 处也是/)]);
    expect(findingsOf(fixed(text))).toEqual([]);
  });
});

describe('a text that YAML takes for something else', () => {
  const [TEXT, MORE] = ['政策解读不够，', '下一步增加图解。'];
  test.each([
    ['"双减"', '37:9 error yaml-syntax 文字用英文引号（"）开头，引号后面还有字'],
    ["'双减'", "37:9 error yaml-syntax 文字用英文引号（'）开头"],
    ['[一是]', '37:9 error yaml-syntax 文字不能用“[”开头'],
    ['{一是}', '37:9 error yaml-syntax 文字不能用“{”开头'],
    ['*', '37:9 error yaml-reference 文字不能用“*”开头'],
    ['* ', '37:9 error yaml-reference 文字不能用“*”开头'],
    ['&', '37:9 error yaml-syntax 文字不能用“&”开头'],
    ['! ', '37:9 error yaml-syntax 文字不能用“!”开头'],
    ['@', '37:9 error yaml-syntax 文字不能用“@”开头'],
    ['%', '37:9 error yaml-syntax 文字不能用“%”开头'],
    ['`', '37:9 error yaml-syntax 文字不能用“`”开头'],
    ['- ', '37:9 error yaml-syntax 文字不能用“-”开头'],
    ['? ', '37:9 error yaml-syntax 文字不能用“?”开头'],
    [', ', '37:9 error yaml-syntax 文字不能用“,”开头'],
    ['#双减#', '37:9 error yaml-syntax 文字不能用“#”开头'],
    ['问题: ', '37:11 error yaml-syntax 文字里有英文冒号加空格'],
    ['>', '37:9 error yaml-syntax “>”后面要换行'],
    ['|', '37:9 error yaml-syntax “|”后面要换行'],
  ])('%s', (start, message) => {
    const text = sampleWith(PROBLEMS, `  text: ${start}${TEXT}${MORE}\n`);
    expect(found(text)).toEqual([expect.stringContaining(`${message}`)]);
    expect(found(text)[0]).toContain('text: |');
    const words = `${start.replace(/^[|>]/, '')}${TEXT}${MORE}`;
    expect(fixed(text)).toBe(sampleWith(PROBLEMS, `  text: |\n    ${words}\n`));
  });

  test('a short text is put in quotes', () => {
    isOneSlip(
      'heading: 依申请公开',
      'heading: "一件事"公开',
      '16:16 error yaml-syntax 文字用英文引号',
      `heading: '"一件事"公开'`,
    );
    isOneSlip(
      'heading: 依申请公开',
      'heading: 申请: 40件',
      '16:18 error yaml-syntax 文字里有英文冒号',
      "heading: '申请: 40件'",
    );
    isOneSlip(
      'name: 清溪县教育局',
      'name: ""清溪县教育局""',
      '3:9 error yaml-syntax 引号写了两层',
      'name: "清溪县教育局"',
    );
    isOneSlip(
      'name: 清溪县教育局',
      'name: "清溪县教育局”',
      '3:16 error yaml-syntax 用英文引号开头，却用中文引号“””收尾',
      'name: "清溪县教育局"',
    );
  });

  test('a comment stays a comment', () => {
    isOneSlip(
      PROBLEMS,
      `  text: "双减"${TEXT}  # 要写两段\n`,
      '37:9 error yaml-syntax 文字用英文引号',
      `  text: |  # 要写两段\n    "双减"${TEXT}\n`,
    );
  });
});

describe('a key that is one space short', () => {
  const parts = (second: string, more = '') =>
    `overview:\n  parts:\n    - aspect: active_disclosure\n      heading: 主动公开\n      text: 甲。\n${second}problems:\n  text: 乙。\n${more}`;
  test.each([
    ['    - aspect: on_request\n      heading: 申请\n     text: 丙。\n', 'text', 6],
    ['    - aspect: on_request\n     heading: 申请\n      text: 丙。\n', 'heading', 6],
    ['   - aspect: on_request\n     heading: 申请\n     text: 丙。\n', 'aspect', 4],
  ])('%j', (second, word, column) => {
    const [first] = findSlips(parts(second));
    expect(first?.message.message.zh).toBe(`“${word}”前面少了一个空格`);
    expect(first?.edits.map(({ text }) => text.length)).toEqual([column]);
  });
  test.each(['    - aspect: on_request\n      heading: 申请\n      text: |\n        丙。\n       注: 丁。\n'])(
    'not %j',
    (second) => {
      expect(
        findSlips(parts(second))
          .map(({ message }) => message.message.zh)
          .join(),
      ).not.toContain('少了一个空格');
    },
  );
});

describe('a sign and a space before a short value', () => {
  const headed = (heading: string) =>
    `overview:\n  parts:\n    - aspect: active_disclosure\n      heading: ${heading}\n      text: 主动公开信息312条。\n`;
  test.each(['-', '?', '!', '&', '*'])('%s is taken off', (sign) => {
    const [first] = findSlips(headed(`${sign} 主动公开`));
    expect(first?.message.hint?.zh).toBe(`去掉“${sign}”，写成 heading: 主动公开`);
    expect(first?.edits.map(({ text }) => text)).toEqual(['主动公开']);
  });
  test('so are backticks', () => {
    expect(findSlips(headed('`主动公开`'))[0]?.edits.map(({ text }) => text)).toEqual(['主动公开']);
  });
  test.each(['@ 主动公开', '% 主动公开'])('%s goes in quotes, because the sign may be meant', (heading) => {
    expect(findSlips(headed(heading))[0]?.edits.map(({ text }) => text)).toEqual([`'${heading}'`]);
  });
});

describe('paragraphs without indent', () => {
  const [FIRST, SECOND] = ['政策解读的形式不够多样。', '下一步增加图解和问答。'];
  const BLOCK = `  text: |\n    ${FIRST}\n    ${SECOND}\n`;
  test.each([
    [`  text: ${FIRST}\n${SECOND}\n`, '38:1 error yaml-syntax “text”的文字从这一行起缩进不够', BLOCK],
    [`  text: ${FIRST}\n  ${SECOND}\n`, '38:1 error yaml-syntax “text”的文字从这一行起缩进不够', BLOCK],
    [`  text: |\n${FIRST}\n${SECOND}\n`, '38:1 error yaml-syntax “text”的文字从这一行起缩进不够', BLOCK],
    [`  text: |\n  ${FIRST}\n  ${SECOND}\n`, '38:1 error yaml-syntax “text”的文字从这一行起缩进不够', BLOCK],
    [`  text: |\n    ${FIRST}\n${SECOND}\n`, '39:1 error yaml-syntax “text”的文字从这一行起缩进不够', BLOCK],
    [`  text:\n${FIRST}\n${SECOND}\n`, '38:1 error yaml-syntax “text”的文字从这一行起缩进不够', BLOCK],
    [
      `  text: |\n        ${FIRST}\n    ${SECOND}\n`,
      '39:1 error yaml-syntax',
      `  text: |\n        ${FIRST}\n        ${SECOND}\n`,
    ],
    [`  text: |\n    ${FIRST}\n\n${SECOND}\n`, '40:1 error yaml-syntax', `  text: |\n    ${FIRST}\n\n    ${SECOND}\n`],
    [`  text: |\n\t${FIRST}\n\t${SECOND}\n`, '38:1 error yaml-tab “text”的文字用制表符（Tab）缩进', BLOCK],
    [
      `  text: |\n${NBSP.repeat(4)}${FIRST}\n${NBSP.repeat(4)}${SECOND}\n`,
      '38:1 error yaml-syntax “text”的文字用不换行空格',
      BLOCK,
    ],
    [
      `  text: |\n${WIDE}${WIDE}${FIRST}\n${WIDE}${WIDE}${SECOND}\n`,
      '38:1 error yaml-syntax “text”的文字用全角空格（U+3000）缩进',
      `  text: |\n    ${WIDE}${WIDE}${FIRST}\n    ${WIDE}${WIDE}${SECOND}\n`,
    ],
    [
      `  text: |\n问题：${FIRST}\n下一步: 改进。\n`,
      '38:1 error yaml-syntax',
      `  text: |\n    问题：${FIRST}\n    下一步: 改进。\n`,
    ],
    [
      `  text: |\n- 解读不够\n- 更新慢，下一步改进\n`,
      '38:1 error yaml-syntax',
      '  text: |\n    - 解读不够\n    - 更新慢，下一步改进\n',
    ],
    [
      `  text: ${FIRST}  # 要写两段\n${SECOND}\n`,
      '38:1 error yaml-syntax',
      `  text: |  # 要写两段\n    ${FIRST}\n    ${SECOND}\n`,
    ],
  ])('%j', (slip, message, mended) => {
    const text = sampleWith(PROBLEMS, slip);
    expect(found(text)).toEqual([expect.stringContaining(message)]);
    // If the lines above are below `|` already, only the indent is told.
    expect(found(text)[0]).toMatch(
      /冒号后面只写 \|（text: \|），文字从下一行写起|这一行前面空 [48] 格，和上面的文字左边对齐/,
    );
    // `fix` also sets empty lines between paragraphs.
    expect(fixed(text)).toBe(fixed(sampleWith(PROBLEMS, mended)));
  });

  test('also with the line ends of Windows', () => {
    const text = sampleWith(PROBLEMS, `  text: ${FIRST}\n${SECOND}\n`).replaceAll('\n', '\r\n');
    expect(fixed(text)).toBe(fixed(sampleWith(PROBLEMS, BLOCK)).replaceAll('\n', '\r\n'));
  });
});

describe('a brace that is not closed', () => {
  test.each([
    ['total: 40 }\n  carried_over', 'total: 40\n  carried_over'],
    ['total: 40 }\n  carried_over', 'total: 40  # 核对过\n  carried_over', 'total: 40 }  # 核对过\n  carried_over'],
    ['total: 40 }\n  carried_forward', 'total: 40，\n  carried_forward'],
    ['total: 40 }\n  carried_forward', 'total: 40 \n\n  carried_forward', 'total: 40 } \n\n  carried_forward'],
    ['phone: 0570-5550123 }\n', 'phone: 0570-5550123\n'],
    ['reconsideration: 0\n', 'reconsideration: { upheld: 0\n', 'reconsideration: { upheld: 0 }\n'],
    ['litigation: 0\n', 'litigation: { direct: { upheld: 0 }\n', 'litigation: { direct: { upheld: 0 } }\n'],
    ['litigation: 0\n', 'litigation: { direct: { upheld: 0\n', 'litigation: { direct: { upheld: 0 } }\n'],
  ])('%j -> %j', (piece, slip, mended = piece) => {
    const text = sampleWith(piece, slip);
    expect(found(text)).toEqual([expect.stringMatching(/yaml-syntax 花括号没有收尾，少了“}{1,2}”.* → 写成 /)]);
    expect(fixed(text)).toBe(fixed(sampleWith(piece, mended)));
  });
});

describe('a code block around the report', () => {
  const message = '是网页或聊天里代码块的记号';
  test.each([
    ['both marks', `\`\`\`yaml\n${SAMPLE}\`\`\`\n`],
    ['no line end after the last', `\`\`\`\n${SAMPLE}\`\`\``],
    ['tildes', `~~~ yaml\n${SAMPLE}~~~\n`],
    ['only the first', `\`\`\`YAML\n${SAMPLE}`],
    ['only the last', `${SAMPLE}\`\`\`\n`],
    ['empty lines around', `\n\`\`\`yaml\n${SAMPLE}\`\`\`\n\n`],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([expect.stringContaining(message)]);
    expect(fixed(text).trim()).toBe(SAMPLE.trim());
  });

  test('not a mark in the text of a report', () => {
    const text = sampleWith(PROBLEMS, `${PROBLEMS}    \`\`\`\n    公开\n    \`\`\`\n`);
    expect(found(text).join()).not.toContain(message);
  });
});

describe('what cannot be mended for certain is left alone', () => {
  test.each([
    ['a quote that is not closed', 'name: 清溪县教育局', 'name: "清溪县教育局'],
    ['a brace that is closed below', ROW, 'received: {\n  natural_person: 38,\n  total: 40\n'],
    ['two keys on a line', 'level: county', 'level: county kind: department'],
    [
      '0 and rows',
      '    unable_to_provide: 0',
      '    unable_to_provide: 0\n      not_held: 1\n      requires_creation: 0',
    ],
    ['a key twice', 'level: county', 'level: county\n  level: city'],
  ])('%s', (_, piece, slip) => {
    const text = sampleWith(piece, slip);
    expect(found(text)).toHaveLength(1);
    expect(fixed(text)).toBe(text);
  });
});

test('a part that was pasted twice is one message', () => {
  const twice = SAMPLE.slice(SAMPLE.indexOf('problems:'));
  expect(found(SAMPLE + twice)).toEqual([
    expect.stringContaining(
      '42:1 error duplicate-key 从这一行起，“problems”、“other_matters”又写了一遍，前一遍从第 36 行起',
    ),
  ]);
  expect(found(SAMPLE + SAMPLE)).toEqual([expect.stringContaining('42:1 error duplicate-key 从这一行起，“year”、')]);
});

test('a group with 0 and rows is told what to remove', () => {
  const text = sampleWith(
    'unable_to_provide: 0',
    'unable_to_provide: 0\n      not_held: 1\n      requires_creation: 0',
  );
  expect(found(text)).toEqual([
    expect.stringMatching(/^29:1 .+“unable_to_provide”后面写了 0，下面又写了各行.*删去 unable_to_provide: 后面的 0/su),
  ]);
});

test.each(['-', '*', '?', '@'])('a cell with only %s is told to be 0 or null, not to be quoted', (sign) => {
  expect(found(sampleWith('litigation: 0', `litigation: ${sign}`))).toEqual([
    expect.stringMatching(/这里不能只写“.”.*数没有就写 litigation: 0，还不知道就写 litigation: null/su),
  ]);
});
