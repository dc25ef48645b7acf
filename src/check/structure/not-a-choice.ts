import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { describeUnknownForm } from './form-edition.ts';
import { labelAt } from './labels.ts';
import { quoted, type SchemaError, type SchemaFinding } from './schema-error.ts';
import { schemaAt } from './schema-lookup.ts';

export const notAChoice = fixedRule({
  id: 'not-a-choice',
  title: say('只能写列出的几个词', 'The value is one of the listed words'),
  why: say('层级、类型决定用哪些核对。', 'The level and the kind of the agency decide what is checked.'),
  example: { good: 'agency: { level: county }', bad: 'agency: { level: 县 }' },
});

export function describeNotAChoice(error: SchemaError): SchemaFinding {
  const written = quoted(error.value);
  const allowed = (schemaAt(error.schema, error.path)?.enum ?? []).map(String);
  if (error.path[0] === 'form') return describeUnknownForm(written);
  const meant = didYouMean(written, allowed);
  const label = labelAt(error.report, error.schema, error.path);
  return {
    rule: notAChoice.id,
    message: say(`“${label}”不能是“${written}”`, `"${label}" cannot be "${written}"`),
    hint: meant
      ? say(`是不是 ${meant}？`, `Did you mean ${meant}?`)
      : say(`可以是：${allowed.join('、')}`, `It must be one of: ${allowed.join(', ')}`),
  };
}
