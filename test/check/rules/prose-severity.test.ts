import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { parse } from '../../../src/source/parse.ts';
import { nothingHappened, put, yamlOf } from '../../reports.ts';

const zeros = () =>
  Object.fromEntries(
    'prohibited_by_law security_and_stability third_party_rights internal_affairs process_information enforcement_case_file administrative_query'
      .split(' ')
      .map((key) => [key, 0]),
  );

const report = (text: string, section = 'other_matters') => {
  const data = nothingHappened();
  data.applications = {
    received: { natural_person: 12 },
    carried_over: 0,
    outcomes: {
      disclosed: { natural_person: 8 },
      partially_disclosed: 0,
      not_disclosed: { ...zeros(), state_secret: { natural_person: 2 } },
      unable_to_provide: 0,
      not_processed: 0,
      other_handling: 0,
    },
    carried_forward: { natural_person: 2 },
  };
  return put(data, `${section}.text`, `${text}没有收取信息处理费。`);
};
const found = (text: string) =>
  check(parse(yamlOf(report(text)), 'a.yaml'))
    .diagnostics.filter(({ rule }) => rule.startsWith('prose-'))
    .map(({ rule, severity }) => `${severity} ${rule}`);

describe('what can be read in one way only is an error', () => {
  test.each([
    ['全年新收政府信息公开申请13件。', ['error prose-against-tables']],
    ['本年新收政府信息公开申请共13件。', ['error prose-against-tables']],
    ['新收政府信息公开申请12件，结转下年度继续办理3件。', ['error prose-against-tables']],
    ['全年收到政府信息公开申请13件。', ['warning prose-against-tables']],
    ['全年办结政府信息公开申请11件。', ['warning prose-against-tables']],
    ['新收政府信息公开申请12件，结转下年度继续办理2件。', []],
    [
      '办结10件，其中予以公开8件，部分公开0件，不予公开1件，无法提供0件，不予处理0件，其他处理0件。',
      ['error prose-sums', 'warning prose-against-tables'],
    ],
  ])('%s', (text, rules) => {
    expect(found(text).sort()).toEqual([...rules].sort());
  });
});

describe('the same words with another number in another text', () => {
  const twice = (first: string, second: string) => {
    const data = put(report(second), 'problems.text', `${first}政策解读的形式不够多样，下一步增加图解和问答。`);
    return check(parse(yamlOf(data), 'a.yaml')).diagnostics.filter(({ rule }) => rule === 'prose-told-twice');
  };

  test('are found, with the other place', () => {
    const [finding, ...others] = twice('全年通过门户网站公开信息312条。', '通过门户网站公开信息共321条。');
    expect(others).toEqual([]);
    expect(finding?.message.zh).toBe('这里说“通过门户网站公开信息共321条”，前面说“全年通过门户网站公开信息312条”');
    expect(finding?.related.map(({ path }) => path.join('.'))).toEqual(['problems.text']);
  });

  test('so is the same quantity in other words, while its cell is not known', () => {
    const data = put(report('本年度新收申请14件。'), 'problems.text', '全年新受理政府信息公开申请13件。下一步改进。');
    put(data, 'applications.received', null as never);
    const rules = check(parse(yamlOf(data), 'a.yaml')).diagnostics.filter(({ rule }) => rule === 'prose-told-twice');
    expect(rules.map(({ message }) => message.zh)).toEqual([
      '这里说“新收申请14件”，前面说“新受理政府信息公开申请13件”',
    ]);
  });

  test.each([
    ['the same number', '通过门户网站公开信息321条。', '通过门户网站公开信息321条。'],
    ['another unit', '通过门户网站公开信息312条。', '通过门户网站公开信息321篇。'],
    ['a round number', '通过门户网站公开信息300余条。', '通过门户网站公开信息321条。'],
    ['another year', '上年通过门户网站公开信息312条。', '上年通过门户网站公开信息321条。'],
    ['short words', '公开信息312条。', '公开信息321条。'],
  ])('%s is not', (_, first, second) => {
    expect(twice(first, second)).toEqual([]);
  });
});
