import { CONTACT_KEYS } from '../../form/envelope-schema.ts';
import { reportSchema } from '../../form/json-schema.ts';
import { proseFields } from '../../prose/fields.ts';
import { placesOf } from '../../report/schema-lookup.ts';
import type { Rule, RuleFinding, RuleInput } from '../rule.ts';

/** Reports lines of the file that became a part of the text above them, because they are indented as far as the text. */
export const keysInText: Rule = {
  id: 'keys-in-text',
  severity: 'error',
  title: { zh: '正文里没有报告的键', en: 'The text has no keys of the report' },
  why: {
    zh: 'text: | 下面缩进的行都是正文。下一个键缩进太多，就和它的内容一起印在正文里。',
    en: 'All indented lines below text: | are its text. If the next key is indented too far, it is printed as text with everything below it.',
  },
  source: { zh: '报告文件的格式', en: 'the format of the report file' },
  example: {
    good: 'preface: { text: "本报告依据条例编制。\\n\\n解读不够。" }',
    bad: 'preface: { text: "本报告依据条例编制。\\nproblems:\\n  text: 解读不够。" }',
  },
  check: (input) => proseFields(input.report).flatMap(({ path, text }) => firstKey(input, path, text)),
};

/** A key at the start of a line; the first is enough, because what follows belongs to it. */
const KEY = /^[ \t]*(?:- )?([a-z]+(?:_[a-z]+)*):(?:[ \t]|$)/gmu;

/** Keys that are also words before a telephone number or an address in a text. */
const CONTACTS = new Set(CONTACT_KEYS);

function firstKey({ report }: RuleInput, path: RuleFinding['path'], text: string): RuleFinding[] {
  const schema = reportSchema(report.form);
  for (const [written, key = ''] of text.matchAll(KEY)) {
    if (CONTACTS.has(key) || placesOf(schema, key).length === 0) continue;
    const isTop = placesOf(schema, key).some((place) => place.length === 0);
    return [
      {
        path,
        words: written.trim(),
        message: {
          zh: `“${key}:”这一行缩进太多，成了上面正文的一部分`,
          en: `The line of "${key}:" is indented too far and became part of the text above it`,
        },
        hint: isTop
          ? {
              zh: `删去 ${key}: 前面的空格，从行首写起`,
              en: `Remove the spaces before ${key}:, so that it starts the line`,
            }
          : {
              zh: `减少 ${key}: 前面的空格，和上面的 text: 左边对齐；- 开头的一项上面要有一行 parts:`,
              en: `Indent ${key}: less, aligned with the text: above it; an item that begins with - needs a line parts: above it`,
            },
      },
    ];
  }
  return [];
}
