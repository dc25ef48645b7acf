import { ALL_RULES } from '../check/rule-list.ts';
import { PUBLISHERS } from '../check/settings.ts';
import { MEANINGS } from '../claims/house-words.ts';
import type { JsonSchema } from '../form/schema-types.ts';

/** `01-28`: a day in the year after the report's year. */
const DAY_PATTERN = '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';

const closed = (title: string, description: string, properties: Record<string, JsonSchema>): JsonSchema => ({
  title,
  description,
  type: 'object',
  additionalProperties: false,
  properties,
});

/** A word of the prose: letters only, because numbers and marks are read apart from words. */
export const WORD_PATTERN = '^(?![〇零一二两三四五六七八九十百千万亿]+$)\\p{L}{1,20}$';

/** More words would be a vocabulary of their own. */
export const MOST_WORDS = 100;

const words = (title: string, description: string): JsonSchema => ({
  title,
  description,
  type: 'array',
  maxItems: MOST_WORDS,
  items: { type: 'string', pattern: WORD_PATTERN },
});

/** The JSON Schema of `report.config.yaml`, with every rule whose severity can be set. */
export function configSchema(): JsonSchema {
  const rules = ALL_RULES.filter(({ fixed }) => !fixed).map(({ id, title, severity, off }) => [
    id,
    {
      title: title.zh,
      description: `${title.en}. 默认 default: ${off ? 'off' : severity}`,
      type: 'string',
      enum: ['error', 'warning', 'info', 'off'],
    },
  ]);
  const days = Object.entries(PUBLISHERS).map(([key, label]) => [
    key,
    { title: label.zh, description: label.en, type: 'string', pattern: DAY_PATTERN, examples: ['01-28'] },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:ogi-report:config',
    ...closed('report.config.yaml', '一个文件夹里全部报告的设置 / settings for the reports of a folder', {
      rules: closed('规则', '每条规则的级别 / severity by rule', Object.fromEntries(rules)),
      deadlines: closed(
        '公布期限',
        '本地的期限，次年的月和日 / local deadlines, month and day of the next year',
        Object.fromEntries(days),
      ),
      prose: closed(
        '正文的词',
        '读正文里的数时用的、本单位自己的词 / words of the house for reading numbers in the prose',
        {
          words: closed(
            '词',
            '按意思写，例如 received: [登记] / by meaning, such as received: [登记]',
            Object.fromEntries(Object.entries(MEANINGS).map(([key, { label }]) => [key, words(label.zh, label.en)])),
          ),
          ignore: words('不改变数的词', 'words that do not change what a number counts'),
        },
      ),
      build: closed('生成', '不写 -o 和 --format 时 / without -o and --format', {
        out: {
          title: '输出文件夹',
          description: '相对于本文件 / relative to this file',
          type: 'string',
          pattern: '\\S',
        },
        formats: {
          title: '格式',
          description: '例如 [html, pdf] / such as [html, pdf]',
          type: 'array',
          minItems: 1,
          items: { type: 'string', pattern: '\\S' },
        },
        source: {
          title: '附上报告文件',
          description:
            'false：发布的文件里只有印出来的内容，没有报告文件、注释和豁免 / false: published files contain only what is printed, without the report file, its comments and waivers',
          type: 'boolean',
        },
      }),
    }),
  };
}
