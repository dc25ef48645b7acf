import { expect, test } from 'vitest';
import { builtInDictionary } from '../../src/claims/lex/dictionary.ts';
import { lex } from '../../src/claims/lex/lexer.ts';
import type { Token } from '../../src/claims/lex/token.ts';
import { readTokens } from '../../src/claims/read-statements.ts';

/** Pieces that, repeated, would take long if a figure or a clause looked through all others. */
const PIECES = [
  ...['（收到1件', '1件）', '2023年', '、', '1,', '1件', '规章', '行政复议', '收到申请40件'],
  ...['均已办结，', '未收到申请，', '比上年增加，', '比上年增加8件，', '占48%，', '合计9件，', '县城管大队'],
  ...['其中网上3件、', '收到申请（其中网上3件），', '予以公开、部分公开分别为2件、3件，'],
];

/** A paragraph as reports have it. */
const PARAGRAPH =
  '全年新收申请40件，上年结转3件，办结41件，结转下年度2件。其中，予以公开20件，占48.8%，部分公开5件；同比增长25%。\n';

const speaker = { year: 2023, agency: '清溪县农业农村局', aggregate: false };

/** How often the reader looks at the tokens and figures of a text. */
function looksAt(text: string): number {
  let looks = 0;
  const counted = <One extends object>(one: One): One =>
    new Proxy(one, {
      get(target, key) {
        looks++;
        return Reflect.get(target, key);
      },
    });
  const tokens = lex(text, builtInDictionary(), speaker).map((token): Token => {
    return counted(token.figure ? { ...token, figure: counted(token.figure) } : token);
  });
  readTokens(tokens, speaker);
  return looks;
}

const growthOf = (piece: string, length: number): number => {
  const [short, long] = [length, 10 * length].map((one) => looksAt(piece.repeat(one / piece.length)));
  expect(short).toBeGreaterThan(500);
  return (long ?? 0) / (short ?? 0);
};

test.each(PIECES)('ten times the text takes ten times the work: %j', (piece) => {
  expect(growthOf(piece, 2000)).toBeLessThan(11);
});

test('so does a text of 200,000 characters', () => {
  expect(growthOf(PARAGRAPH, 20_000)).toBeLessThan(11);
});
