import { describe, expect, test } from 'vitest';
import { fixReport } from '../../../src/edit/fix.ts';
import { parse } from '../../../src/source/parse.ts';
import { findingsOf, oneLine } from '../../harness.ts';
import { sampleWith } from '../sample.ts';

const [NBSP, WIDE, ZERO] = ['\u00a0', '\u3000', '\u200b'];
const PROBLEMS = '  text: |\n    政策解读的形式不够多样，下一步增加图解和问答。\n';
const [FIRST, SECOND] = ['政策解读的形式不够多样。', '下一步增加图解和问答。'];

const found = (text: string) => findingsOf(text).map(oneLine);
const fixed = (text: string) => fixReport(parse(text, 'report.yaml')).source.text;

/** One finding, and `fix` writes `mended` in its place. */
function isOneRemark(piece: string, written: string, message: string, mended = piece): void {
  const text = sampleWith(piece, written);
  expect(found(text)).toEqual([expect.stringContaining(message)]);
  const after = fixed(text);
  expect(after).toBe(sampleWith(piece, mended));
  expect(fixed(after)).toBe(after);
}

function isSound(piece: string, written: string): void {
  const text = sampleWith(piece, written);
  expect(found(text)).toEqual([]);
  expect(fixed(text)).toBe(text);
}

describe('invisible characters', () => {
  test.each([
    [
      'natural_person: 38, commercial_enterprise: 2, total: 40 }\n  carried',
      `natural_person: 38${ZERO}, commercial_enterprise: 2, total: 40 }\n  carried`,
      '22:33 warning yaml-invisible 这里有看不见的字符：零宽空格（U+200B）',
    ],
    [
      'total: 40 }\n  carried',
      'total: 4\ufeff0 }\n  carried',
      '22:69 warning yaml-invisible 这里有看不见的字符：字节顺序标记 BOM',
    ],
    [
      'total: 40 }\n  carried',
      'total: \u200e40 }\n  carried',
      '22:68 warning yaml-invisible 这里有看不见的字符：文字方向标记',
    ],
    [
      'total: 40 }\n  carried',
      `total: 40${NBSP} }\n  carried`,
      '22:70 warning yaml-invisible 这里有看不见的字符：不换行空格',
    ],
    [
      'total: 40 }\n  carried',
      `total: ${WIDE}40 }\n  carried`,
      '22:68 warning yaml-invisible 这里有看不见的字符：全角空格',
    ],
    ['year: 2023', `year: 2023${ZERO}`, '1:11 warning yaml-invisible'],
    ['level: county', `level: county${NBSP}`, '5:16 warning yaml-invisible'],
    ['2024-01-22', '2024-01\u2060-22', '8:19 warning yaml-invisible 这里有看不见的字符：零宽连接符'],
    ['清溪县教育局', `清溪县${ZERO}教育局`, '3:12 warning yaml-invisible'],
    ['5550123 }', '5550\u00ad123 }', '7:60 warning yaml-invisible 这里有看不见的字符：软连字符'],
    ['申请40件', `申请4${ZERO}0件`, '18:16 warning yaml-invisible'],
    ['依申请公开\n', `依申请\u200c公开\n`, '16:19 warning yaml-invisible 这里有看不见的字符：零宽不连字'],
  ])('%j -> %j', isOneRemark);

  test('several in a text are one finding, at the first', () => {
    isOneRemark(
      '形式不够多样',
      `形${ZERO}式不够${ZERO}多样`,
      '38:11 warning yaml-invisible 这里有看不见的字符：零宽空格（U+200B），共 2 处',
    );
  });

  test('a line break of Word in a text is told, and left to a person', () => {
    const text = sampleWith('多样，', '多样，\u000b');
    expect(found(text)).toEqual([
      expect.stringContaining('38:17 warning yaml-invisible 这里有看不见的换行：手动换行符'),
    ]);
    expect(fixed(text)).toBe(text);
  });

  test.each(['\u000b', '\u2028'])('but line breaks behind whole sentences become empty lines: %j', (sign) => {
    const text = sampleWith(PROBLEMS, `  text: |\n    ${[FIRST, SECOND, FIRST].join(sign)}\n`);
    expect(found(text)).toEqual([expect.stringMatching(/yaml-invisible .*report fix/)]);
    expect(fixed(text)).toBe(text.replaceAll(sign, '\n\n    '));
    expect(fixed(fixed(text))).toBe(fixed(text));
  });

  test.each([
    ['joiners of an emoji', '👨\u200d👩'],
    ['joiners of another script', 'می\u200cخواهم'],
    ['no-break spaces in a text', `政策${NBSP}解读`],
    ['full-width spaces in a text', `政策${WIDE}解读`],
  ])('%s stay', (_, words) => isSound('政策解读', words));
});

describe('signs around a value', () => {
  test.each([
    [
      'name: 清溪县教育局',
      'name: “清溪县教育局”',
      '3:9 warning yaml-around-value 值两边有引号（“ ”），会一起印出来 → 写成 清溪县教育局',
    ],
    ['name: 清溪县教育局', 'name: ”清溪县教育局”', '3:9 warning yaml-around-value'],
    ['name: 清溪县教育局', 'name: 「清溪县教育局」', '3:9 warning yaml-around-value'],
    ['name: 清溪县教育局', 'name: ＂清溪县教育局＂', '3:9 warning yaml-around-value'],
    ['name: 清溪县教育局', 'name: “清溪县教育局"', '3:9 warning yaml-around-value'],
    ['name: 清溪县教育局', 'name: ““清溪县教育局””', '3:9 warning yaml-around-value'],
    ['short_name: 县教育局', 'short_name: ‘县教育局’', '4:15 warning yaml-around-value'],
    ['heading: 依申请公开', 'heading: “依申请公开”', '16:16 warning yaml-around-value'],
    ['office: 办公室', 'office: “办公室”', '7:22 warning yaml-around-value'],
    ['0570-5550123 }', '“0570-5550123” }', '7:51 warning yaml-around-value'],
    ['total: 40 }\n  carried', 'total: ““40”” }\n  carried', '22:68 error'],
    ['total: 40 }\n  carried', 'total: ‘40’ }\n  carried', '22:68 error'],
    ['total: 40 }\n  carried', 'total: 40，}\n  carried', '22:68 error'],
    ['carried_over: 0', 'carried_over: 0。', '23:17 error'],
    ['carried_over: 0', 'carried_over: 0,', '23:17 error'],
    ['level: county', 'level: “county”', '5:10 error'],
    ['year: 2023', 'year: “2023”', '1:7 error'],
    ['published: 2024-01-22', 'published: “2024-01-22”', '8:12 error'],
  ])('%s -> %s', (piece, written, message) => {
    const text = sampleWith(piece, written);
    expect(found(text)).toEqual([expect.stringContaining(message)]);
    expect(findingsOf(fixed(text))).toEqual([]);
  });

  test('fix takes them off', () => {
    isOneRemark('name: 清溪县教育局', 'name: “清溪县教育局” # 全称', '3:9', 'name: 清溪县教育局 # 全称');
  });

  test.each(['“一网通办”推进“一件事”', '“放管服”改革', '推进“一网通办”', '《清溪县规章》', "'“双减”和“双增”'"])(
    'quotation marks of a text stay: %s',
    (heading) => isSound('heading: 依申请公开', `heading: ${heading}`),
  );
});

describe('words after #', () => {
  test.each([
    [
      '开设话题 #政务公开# 提高互动，下一步再改进。',
      '37:14 warning yaml-comment “#”前面有空格，YAML 把“#政务公开# 提高互动，下一步再改进。”当成注释',
    ],
    ['今年完成的第 # 号文件不够，下一步改进。', '37:16 warning yaml-comment'],
    ['存在问题 #一是解读不够', '37:14 warning yaml-comment'],
  ])('%s', (words, message) => {
    const [remark, ...others] = findingsOf(sampleWith(PROBLEMS, `  text: ${words}\n`)).toSorted(
      (a, b) => (a.cause === undefined ? 0 : 1) - (b.cause === undefined ? 0 : 1),
    );
    expect(remark && oneLine(remark)).toContain(message);
    expect(others.every(({ cause }) => cause !== undefined)).toBe(true);
  });

  test('fix brings a topic back into the text', () => {
    const text = sampleWith(PROBLEMS, '  text: 解读不够，开设话题 #政务公开# 改进。\n');
    expect(fixed(text)).toBe(sampleWith(PROBLEMS, '  text: |\n    解读不够，开设话题 #政务公开# 改进。\n'));
    isOneRemark(
      'heading: 依申请公开',
      'heading: 开设 #一件事# 专栏',
      '16:19 warning yaml-comment',
      "heading: '开设 #一件事# 专栏'",
    );
  });

  test.each([
    ['name: 清溪县教育局', 'name: 清溪县教育局  # 机关全称'],
    ['name: 清溪县教育局', 'name: 清溪县教育局 #机关全称'],
    ['level: county', 'level: county #县'],
    ['total: 40 }\n  carried', 'total: 40 } #见附件1#\n  carried'],
    [PROBLEMS, PROBLEMS.replace('|', '| # 问题和改进措施都要写')],
    [PROBLEMS, PROBLEMS.replace('|\n    ', '').replace('。\n', '。 # 见会议纪要。\n')],
    [PROBLEMS, PROBLEMS.replace('政策', '# 主要问题\n    政策')],
    [PROBLEMS, PROBLEMS.replace('解读的', '解读 #政务公开# 的')],
  ])('a comment is a comment, and # in a block is text: %j -> %j', isSound);

  test.each(['# 问题和改进措施都要写\n    ', '# 备注：和去年一样\n    '])(
    'a comment that was copied into a text: %j',
    (comment) => {
      const text = sampleWith(PROBLEMS, PROBLEMS.replace('政策', `${comment}政策`));
      expect(found(text)).toEqual([expect.stringContaining('38:5 warning yaml-comment 这条注释在正文里，会印出来')]);
      expect(fixed(text)).toBe(text);
    },
  );
});

describe('paragraphs that YAML joins', () => {
  const KEPT = `  text: |\n    ${FIRST}\n\n    ${SECOND}\n`;
  test.each([
    [`  text: ${FIRST}\n\n    ${SECOND}\n`, '39:5', KEPT],
    [`  text:\n    ${FIRST}\n\n    ${SECOND}\n`, '40:5', KEPT],
    [`  text: "${FIRST}\n\n    ${SECOND}"\n`, '39:5', KEPT],
    [`  text: >\n    ${FIRST}\n\n    ${SECOND}\n`, '40:5', KEPT],
    [`  text: >-\n    ${FIRST}\n\n    ${SECOND}\n`, '40:5', KEPT.replace('|', '|-')],
    [`  text: ${FIRST}\n    ${SECOND}\n`, '38:5', `  text: |\n    ${FIRST}\n    ${SECOND}\n`],
    [
      `  text: >\n    问题：\n    1. 解读偏少\n    下一步改进。\n`,
      '39:5',
      `  text: |\n    问题：\n    1. 解读偏少\n    下一步改进。\n`,
    ],
    [
      `  text: 问题：\n    （一）解读偏少。\n    （二）更新慢，下一步改进。\n`,
      '38:5',
      `  text: |\n    问题：\n    （一）解读偏少。\n    （二）更新慢，下一步改进。\n`,
    ],
  ])('%j', (written, place, mended) => {
    const text = sampleWith(PROBLEMS, written);
    expect(found(text)).toEqual([
      expect.stringMatching(`^${place} warning yaml-folded 不写 \\|，YAML 就把各行连起来，这一行可能不另起一段`),
    ]);
    // `fix` also sets empty lines between paragraphs.
    expect(fixed(text)).toBe(fixed(sampleWith(PROBLEMS, mended)));
  });

  test.each([
    '  text: 政策解读的形式\n    不够多样，下一步增加图解和\n    问答。\n',
    '  text: >\n    政策解读的形式不够多样，\n    下一步增加图解和问答。\n',
    '  text: >\n    政策解读的形式不够多样，更新不够及时，与群众的期待还有距离。\n    下一步增加图解和问答。\n',
    `  text: |\n    ${FIRST}\n\n    ${SECOND}\n`,
  ])('wrapped lines of one paragraph are none: %j', (written) => isSound(PROBLEMS, written));
});

test('what is fixed is also told in one line for each', () => {
  const text = sampleWith('name: 清溪县教育局', 'name: “清溪县教育局”').replace('level: county', 'level：county');
  expect(fixReport(parse(text, 'a.yaml')).changes.map(({ line, message }) => `${line} ${message.zh}`)).toEqual([
    '3 去掉两边的引号：清溪县教育局',
    '5 “：”是全角冒号，这里要用英文冒号“:”：改成 level: county',
  ]);
});
