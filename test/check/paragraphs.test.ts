import { expect, test } from 'vitest';
import { findingsOf, oneLine } from '../harness.ts';
import { nothingHappened, yamlOf } from '../reports.ts';

const OPEN = '评议的重点是公开的内容是否全面，更新是否及时，群众提出的问题是否在规定的时间以内得到答复，以及窗口';
const LONG = `${OPEN}\n    和网站的服务是否方便。这一年请了三十二位代表，分四批看了现场，逐项打分。`;
const NEXT = '明年把解读和文件一起发布，请群众评议。';

const doubts = (notation: string): string[] => {
  const { problems: _, ...rest } = nothingHappened();
  return findingsOf(`problems:\n${notation}\n${yamlOf(rest)}`)
    .filter(({ rule }) => rule === 'doubtful-paragraph')
    .map(oneLine);
};

test('a line that may begin a paragraph is named, once per text', () => {
  expect(doubts(`  text: |\n    ${LONG}\n    ${NEXT}`)).toEqual([
    '5:5 warning doubtful-paragraph 看不出这一行是不是新的一段：上一行是整句话，长短也像是写满了换行的。现在按新的一段印 → 是新的一段，就在它上面空一行（report fix 会空）；不是，就把它接到上一行后面',
  ]);
  expect(doubts(`  text: |\n    ${LONG}\n    ${LONG}\n    ${NEXT}`)[0]).toMatch(/^5:5 .*看不出这几行（第 5、7 行）/);
});

test('so is a line below a short line without a full stop', () => {
  expect(doubts('  text: |\n    清溪县教育局\n    清溪县财政局')[0]).toMatch(
    /^4:5 .*现在接着上一行印 → .*上面空一行；/,
  );
});

test.each([
  ['an empty line', `  text: |\n    ${LONG}\n\n    ${NEXT}`],
  ['folded text with an empty line', `  text: >\n    ${LONG}\n\n    ${NEXT}`],
  ['plain text with an empty line', `  text: ${LONG}\n\n    ${NEXT}`],
  ['text in one line', `  text: ${LONG}${NEXT}`],
])('not with %s', (_, notation) => expect(doubts(notation)).toEqual([]));
