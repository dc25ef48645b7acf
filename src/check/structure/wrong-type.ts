import { fixedRule } from '../../diagnostics/rule.ts';
import { say, type Text } from '../../diagnostics/text.ts';
import { DATE_PATTERN, NOT_BLANK } from '../../form/envelope-schema.ts';
import { describeEmptyText } from './empty-text.ts';
import { describeUnknownYear } from './form-edition.ts';
import { labelAt } from './labels.ts';
import { describeNotADate } from './not-a-date.ts';
import type { SchemaError, SchemaFinding } from './schema-error.ts';
import { schemaAt } from './schema-lookup.ts';

export const wrongType = fixedRule({
  id: 'wrong-type',
  title: say('值的种类对', 'Each value has the right type'),
  why: say(
    '该是文字的写成列表、该是列表的写成文字，印出来就不对。',
    'A list in place of text, or text in place of a list, would be printed wrongly.',
  ),
  example: { good: 'agency: { vertical: false }', bad: 'agency: { vertical: 否 }' },
});

const KINDS: Readonly<Record<string, Text>> = {
  string: say('文字', 'text'),
  object: say('带键的一组值', 'a map of keys'),
  array: say('列表（每项以 - 开头）', 'a list (each item starts with -)'),
  boolean: say('true 或 false', 'true or false'),
  integer: say('整数', 'a whole number'),
  number: say('数', 'a number'),
  null: say('null', 'null'),
};

export function describeWrongType(error: SchemaError): SchemaFinding {
  const { path, value, ajv } = error;
  const label = path.length === 0 ? '' : labelAt(error.report, error.schema, path);
  const { keyword } = ajv;
  const here = schemaAt(error.schema, path);
  if (keyword === 'minItems')
    return { ...describeEmptyText(labelAt(error.report, error.schema, path.slice(0, -1))), path: path.slice(0, -1) };
  if (here?.pattern === NOT_BLANK && keyword !== 'type') return describeEmptyText(label);
  if (keyword === 'minProperties' || value === null) return describeEmptyText(label);
  if (path[0] === 'year' && keyword !== 'type') return describeUnknownYear(value);
  if (keyword === 'pattern' && path[0] === 'previous') {
    return {
      rule: wrongType.id,
      message: say(`“${label}”要是一个 .yaml 或 .yml 文件`, `"${label}" must be a .yaml or .yml file`),
      hint: say('写上年报告的文件名', "Give the file name of last year's report"),
    };
  }
  if (here?.pattern === DATE_PATTERN && typeof value !== 'object') return describeNotADate(label, String(value));
  const types = [here?.type ?? 'object'].flat();
  const wanted = types.map((type) => KINDS[type] ?? say(type, type));
  const zh = wanted.map((kind) => kind.zh).join('或');
  const en = wanted.map((kind) => kind.en).join(' or ');
  return {
    rule: wrongType.id,
    message: label
      ? say(`“${label}”要是${zh}`, `"${label}" must be ${en}`)
      : say('文件要从 year: 这样的键开始', 'The file must start with a key such as year:'),
    hint: label
      ? types.includes('integer') && typeof value === 'string'
        ? say('去掉引号，只写数字', 'Write the digits without quotes')
        : say(
            '看看缩进和引号；纯数字的文字用英文双引号括起来',
            'Check the indentation and the quotes; put text that has only digits in "double quotes"',
          )
      : say(
          '键后面用英文冒号加空格；用 report init FILE 看一份样子',
          'Write a colon and a space after each key; report init FILE writes an example',
        ),
  };
}
