import { expect, test } from 'vitest';
import { diffWith } from './compare.ts';

const problems = (text: string) => ({ 'problems.text': text });
const changes = (before: string, after: string) =>
  diffWith(problems(before), problems(after)).sentences.map(({ kind, before, after }) => [
    kind,
    before?.text,
    after?.text,
  ]);

test('an added and a removed sentence', () => {
  expect(changes('解读形式单一。下一步增加图解。', '解读形式单一。队伍不够稳定，人员变动频繁。')).toEqual([
    ['removed', '下一步增加图解。', undefined],
    ['added', undefined, '队伍不够稳定，人员变动频繁。'],
  ]);
});

test('a slightly changed sentence shows the changed words', () => {
  const { sentences } = diffWith(problems('全年培训12次，参加人员340人。'), problems('全年培训15次，参加人员340人。'));
  expect(sentences).toHaveLength(1);
  expect(sentences[0]?.kind).toBe('changed');
  expect(sentences[0]?.words).toEqual([
    { kind: 'same', text: '全年培训' },
    { kind: 'removed', text: '12' },
    { kind: 'added', text: '15' },
    { kind: 'same', text: '次，参加人员340人。' },
  ]);
});

test('a moved sentence, also to another section', () => {
  const moved = diffWith(
    {
      'problems.text': '政策解读形式单一。',
      'other_matters.text': '没有收取信息处理费。本机关没有其他需要报告的事项。',
    },
    {
      'problems.text': '政策解读形式单一。本机关没有其他需要报告的事项。',
      'other_matters.text': '没有收取信息处理费。',
    },
  ).sentences;
  expect(moved.map(({ kind, before, after }) => [kind, before?.path.join('.'), after?.path.join('.')])).toEqual([
    ['moved', 'other_matters.text', 'problems.text'],
  ]);
});

test('a bound number is compared as printed', () => {
  const bound = (count: number, text: string) => ({
    'applications.received': { natural_person: count },
    'problems.text': text,
  });
  expect(
    diffWith(bound(3, '收到申请3件。'), bound(3, '收到申请{{applications.received.total}}件。')).sentences,
  ).toEqual([]);
  const { sentences } = diffWith(
    bound(3, '收到申请{{applications.received.total}}件。'),
    bound(4, '收到申请{{applications.received.total}}件。'),
  );
  expect(sentences.map(({ before, after }) => [before?.text, after?.text])).toEqual([
    ['收到申请3件。', '收到申请4件。'],
  ]);
});

test('line breaks, width of punctuation and kinds of quotation marks are no change of the content, but are counted', () => {
  const diff = diffWith(problems('解读“一图读懂”较少，形式单一。'), problems('解读「一图读懂」较少,\n形式单一。'));
  expect([diff.sentences, diff.typography, diff.isSame]).toEqual([[], 1, true]);
});

test('the same sentence once more, and once less', () => {
  expect(changes('形式单一。', '形式单一。形式单一。')).toEqual([['added', undefined, '形式单一。']]);
  expect(changes('形式单一。形式单一。', '形式单一。')).toEqual([['removed', '形式单一。', undefined]]);
});

test('texts of thousands of sentences that all differ end soon, with nothing lost', () => {
  const many = (word: string) => Array.from({ length: 6000 }, (_, at) => `${word}${at}号。`).join('');
  const { sentences } = diffWith(problems(many('甲')), problems(many('乙')));
  const count = (of: 'before' | 'after') => sentences.filter((one) => one[of]).length;
  expect([count('before'), count('after')]).toEqual([6000, 6000]);
});
