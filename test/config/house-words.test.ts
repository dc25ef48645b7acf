import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { parse } from '../../src/source/parse.ts';

const read = (text: string) => readConfig(parse(text, 'c'));

/** Each fault in one line: `2:18 message → hint`. */
function faultsOf(text: string): string[] {
  const config = read(text);
  if (!('length' in config)) return [];
  return config.map(({ range, message, hint }) => `${range.line}:${range.column} ${message.zh} → ${hint.zh}`);
}

const NO_WORD = '一个词是 1 到 20 个字，没有数、空格和标点；几个词写成 [登记, 收悉]';

describe('words of the house in the settings', () => {
  test('are read by meaning', () => {
    expect(read('prose: { words: { received: [登记, 收悉], request: [公开件] }, ignore: [稳妥] }')).toMatchObject({
      settings: { prose: { words: { received: ['登记', '收悉'], request: ['公开件'] }, ignore: ['稳妥'] } },
    });
    expect(read('prose: {}')).toMatchObject({ settings: { prose: { words: {}, ignore: [] } } });
    expect(read('rules: {}')).not.toHaveProperty('settings.prose');
  });

  test.each([
    ['a misspelt meaning', 'words: { recieved: [登记] }', '1:19 没有“recieved”这个意思 → 是不是 received？'],
    ['a meaning in Chinese', 'words: { 收到: [登记] }', '1:19 没有“收到”这个意思 → 是不是 received？'],
    [
      'ignore inside words',
      'words: { ignore: [圆满] }',
      '1:19 没有“ignore”这个意思 → ignore 和 words 并列，不写在里面',
    ],
    ['no meaning at all', 'words: { xyz: [登记] }', '1:19 没有“xyz”这个意思 → 能写哪些，见 docs/prose.zh-CN.md'],
    [
      'a key of a prototype',
      'words: { __proto__: [登记] }',
      '1:19 没有“__proto__”这个意思 → 能写哪些，见 docs/prose.zh-CN.md',
    ],
    ['a misspelt key', 'ignored: [登记]', '1:10 这里没有“ignored”这个键 → 是不是 ignore？'],
    ['one word for a list', 'words: { received: 登记 }', '1:29 prose.words.received 要是列表 → 写成 [登记, 收悉] 这样'],
    ['an empty word', "ignore: ['']", `1:19 “”不能作为词 → ${NO_WORD}`],
    ['a long word', `ignore: [${'很'.repeat(21)}]`, `1:19 “${'很'.repeat(21)}”不能作为词 → ${NO_WORD}`],
    ['digits', 'ignore: [12件]', `1:19 “12件”不能作为词 → ${NO_WORD}`],
    ['a number in Chinese', 'ignore: [三件]', `1:19 “三件”不能作为词 → ${NO_WORD}`],
    ['a number word', 'ignore: [三十]', `1:19 “三十”不能作为词 → ${NO_WORD}`],
    ['signs of patterns', "ignore: ['收(到|)']", `1:19 “收(到|)”不能作为词 → ${NO_WORD}`],
    ['two words in one', "ignore: ['登记、收悉']", `1:19 “登记、收悉”不能作为词 → ${NO_WORD}`],
    [
      'a word with two meanings',
      'words: { received: [登记], new: [登记] }',
      '1:41 “登记”已经写在 prose.words.received 里 → 一个词只能有一个意思，留下一处',
    ],
  ])('with %s are refused', (_, text, fault) => {
    expect(faultsOf(`prose: { ${text} }`)).toEqual([fault]);
  });

  test('are not endless', () => {
    const words = Array.from({ length: 101 }, (_, index) => String.fromCodePoint(0x6000 + index));
    expect(faultsOf(`prose: { ignore: [${words.join(', ')}] }`)[0]).toContain('→ 最多 100 个');
    expect(faultsOf(`prose: { ignore: [${words.slice(20).join(', ')}] }`)).toEqual([]);
  });
});
