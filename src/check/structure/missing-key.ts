import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { belongsToTables, labelAt } from './labels.ts';
import type { SchemaError, SchemaFinding } from './schema-error.ts';

export const missingKey = fixedRule({
  id: 'missing-key',
  title: say('该写的键都写了', 'No required key is missing'),
  why: say(
    '机关、年度、发布日期和六个部分缺一不可。',
    'The agency, the year, the publication date and the six sections are all required.',
  ),
  example: { good: 'corrected: { date: 2024-03-01, note: 更正表三合计 }', bad: 'corrected: { date: 2024-03-01 }' },
});

export function describeMissingKey(error: SchemaError): SchemaFinding | undefined {
  const path = [...error.path, String(error.ajv.params.missingProperty)];
  const name = path.join('.');
  // A missing row, table or number is unknown: the check of unknown cells reports it.
  if (belongsToTables(error.report, name)) return undefined;
  const label = labelAt(error.report, error.schema, path);
  return {
    rule: missingKey.id,
    path,
    message: say(`缺少“${label}”（${name}）`, `"${label}" (${name}) is missing`),
    hint:
      name === 'published'
        ? say(
            '写上向社会公布的日期，例如 published: 2024-01-22',
            'Give the publication date, such as published: 2024-01-22',
          )
        : say(`补上 ${name}`, `Add ${name}`),
  };
}
