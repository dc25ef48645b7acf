import { describe, expect, test } from 'vitest';
import { findingsInExample } from '../../rule-examples.ts';

const found = (text: string, name = '清溪县教育局', kind = 'department') =>
  findingsInExample(
    {},
    JSON.stringify({
      year: 2025,
      agency: { name, short_name: '本级', level: 'county', kind },
      problems: { text: `${text}存在不足，下一步改进。` },
    }),
  )
    .filter(({ rule }) => rule === 'other-agency')
    .map(({ message }) => message.zh);

describe('the same agency of another place, in the place of this one', () => {
  test.each<[string, string?, string?]>([
    ['云阳县教育局将进一步改进解读。'],
    ['2025年，云阳县教育局认真落实《条例》。'],
    ['存在不足。\n\n云阳县教育局高度重视公开工作。'],
    ['下一步，云阳县教育局将加强培训。'],
    ['云阳县人民政府将进一步改进解读。', '清溪县人民政府', 'government'],
    ['清溪县柳林镇人民政府主动公开信息12条。', '清溪县石桥镇人民政府', 'government'],
  ])('%s', (text, name, kind) => {
    expect(found(text, name, kind)).toHaveLength(1);
  });

  test('is found once', () => {
    expect(found('云阳县教育局将改进解读。云阳县教育局将加强培训。')).toHaveLength(1);
  });
});

describe('no finding, because the agency is another kind, above this one, a partner or the agency itself', () => {
  test.each<[string, string?, string?]>([
    ['临江市教育局将统一改造平台。'],
    ['清溪县教育局将进一步改进解读。'],
    ['临江市清溪县教育局将进一步改进解读。'],
    ['云阳县水利局将改进河道公示。'],
    ['云阳县教育局主动与我局交流做法。'],
    ['云阳县教育局移送的申请1件已经办结。'],
    ['学习云阳县教育局的做法，改进解读。'],
    ['县教育局将进一步改进解读。'],
    ['清溪县柳林镇人民政府主动公开信息12条。', '清溪县人民政府', 'government'],
  ])('%s', (text, name, kind) => {
    expect(found(text, name, kind)).toEqual([]);
  });
});
