import type { Path } from '../../diagnostics/diagnostic.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { belongsToTables, labelAt } from './labels.ts';
import type { SchemaError, SchemaFinding } from './schema-error.ts';
import { whatToWrite } from './what-to-write.ts';

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
    message: say(`缺少“${label}”（${keyOf(path)}）`, `"${label}" (${keyOf(path)}) is missing`),
    hint: whatToWrite(error, path),
  };
}

/** The path as people write it; in an item of a list, only the key. */
const keyOf = (path: Path): string =>
  path.some((key) => typeof key === 'number') ? String(path.at(-1)) : path.join('.');
