import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { DATE_PATTERN, NOT_BLANK } from '../../form/envelope-schema.ts';
import type { JsonSchema } from '../../form/schema-types.ts';
import { schemaAt } from '../../report/schema-lookup.ts';
import { describeEmptyText } from './empty-text.ts';
import { describeUnknownYear } from './form-edition.ts';
import { labelAt } from './labels.ts';
import { describeNotADate } from './not-a-date.ts';
import type { SchemaError, SchemaFinding } from './schema-error.ts';
import { WANTED, type WantedKind } from './wanted.ts';

export const wrongType = fixedRule({
  id: 'wrong-type',
  title: say('值的种类对', 'Each value has the right type'),
  why: say(
    '该是文字的写成列表、该是列表的写成文字，印出来就不对。',
    'A list in place of text, or text in place of a list, would be printed wrongly.',
  ),
  example: { good: 'agency: { vertical: false }', bad: 'agency: { vertical: 否 }' },
});

export function describeWrongType(error: SchemaError): SchemaFinding {
  const { path, value, ajv, report, schema } = error;
  const { keyword } = ajv;
  const here = schemaAt(schema, path);
  if (keyword === 'minItems') return describeEmptyText(error, path.slice(0, -1));
  if (here?.pattern === NOT_BLANK && keyword !== 'type') return describeEmptyText(error);
  if (keyword === 'minProperties' || value === null) return describeEmptyText(error);
  if (path[0] === 'year' && keyword !== 'type') return describeUnknownYear(value);
  const label = labelAt(report, schema, path);
  if (here?.pattern === DATE_PATTERN && typeof value !== 'object') {
    return describeNotADate(label, String(value), report.year);
  }
  if (path.length === 0) return { rule: wrongType.id, ...NO_KEYS };
  const kind = path[0] === 'previous' ? 'file' : kindOf(here);
  return { rule: wrongType.id, ...WANTED[kind]({ label, key: path.at(-1) ?? '', value, year: report.year }) };
}

function kindOf(schema: JsonSchema | undefined): WantedKind {
  const [type = 'object'] = [schema?.type ?? 'object'].flat();
  return type === 'array' || type === 'boolean' || type === 'string' || type === 'integer' ? type : 'object';
}

const NO_KEYS = {
  message: say('文件要从 year: 这样的键开始', 'The file must start with a key such as year:'),
  hint: say(
    '键后面用英文冒号加空格；用 report init FILE 看一份样子',
    'Write a colon and a space after each key; report init FILE writes an example',
  ),
};
