import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { labelAt } from './labels.ts';
import { quoted, type SchemaError, type SchemaFinding } from './schema-error.ts';
import { propertiesOf, schemaAt } from './schema-lookup.ts';

export const notARow = fixedRule({
  id: 'not-a-row',
  title: say('一行按列写', 'A row gives a number for each column'),
  why: say(
    '一行有好几个单元格，只写一个数说不清是哪一个。',
    'A row has several cells; a single number does not say which cell it belongs to.',
  ),
  example: {
    good: 'reconsideration_and_litigation: { reconsideration: { upheld: 1 } }',
    bad: 'reconsideration_and_litigation: { reconsideration: 1 }',
  },
});

export function describeNotARow(error: SchemaError): SchemaFinding {
  const { path, value } = error;
  const label = labelAt(error.report, error.schema, path);
  const child = Object.keys(propertiesOf(error.schema, schemaAt(error.schema, path) ?? {}))[0] ?? '';
  const key = String(path.at(-1));
  const written = Array.isArray(value) ? say('一个列表', 'a list') : say(`“${quoted(value)}”`, `"${quoted(value)}"`);
  return {
    rule: notARow.id,
    message: say(
      `“${label}”有好几个单元格，不能只写${written.zh}`,
      `"${label}" has several cells and cannot be just ${written.en}`,
    ),
    hint: say(
      `按列写，例如 ${key}: { ${child}: … }；全部是零就写 0；还不知道就写 null`,
      `Write each column, such as ${key}: { ${child}: … }; write 0 if all are zero, or null if they are not known yet`,
    ),
  };
}
