import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { get } from '../../report/access.ts';
import { describeSplitNumber } from './not-a-count.ts';
import type { SchemaError, SchemaFinding } from './schema-error.ts';
import { propertiesOf, schemaAt } from './schema-lookup.ts';

export const unknownKey = fixedRule({
  id: 'unknown-key',
  title: say('没有不认识的键', 'The report has no unknown keys'),
  why: say('拼错的键，它的数就不算在报告里。', 'If a key is misspelt, its numbers do not count in the report.'),
  example: { good: 'agency: { short_name: 县教育局 }', bad: 'agency: { shortname: 县教育局 }' },
});

export function describeUnknownKey(error: SchemaError): SchemaFinding {
  const key = String(error.ajv.params.additionalProperty);
  const colon = /^([A-Za-z_]+)([：:])/u.exec(key);
  if (colon) return wrongColon(error, key, colon[1] ?? '', colon[2] === '：');
  if (/^[0-9]{3}(\.[0-9]+)?$/.test(key) && get(error.value, key) === null) return describeSplitNumber(error, key);
  const here = schemaAt(error.schema, error.path);
  const known = here ? propertiesOf(error.schema, here, error.value) : {};
  const byLabel = key && Object.keys(known).find((name) => known[name]?.title?.includes(key));
  const meant = byLabel || didYouMean(key, Object.keys(known));
  const names = Object.keys(known).join(', ');
  const label = meant && known[meant]?.title;
  return {
    rule: unknownKey.id,
    path: [...error.path, key],
    at: 'key',
    message: say(`这里没有“${key}”这个键`, `There is no key "${key}" here`),
    hint: meant
      ? say(`是不是 ${meant}（${label}）？`, `Did you mean ${meant} (${label})?`)
      : say(`这里可以有：${names}`, `Allowed here: ${names}`),
  };
}

/** YAML reads `received：{ … }` or `received:{ … }` as one long key. */
function wrongColon({ path }: SchemaError, key: string, word: string, fullWidth: boolean): SchemaFinding {
  return {
    rule: unknownKey.id,
    path: [...path, key],
    at: 'key',
    message: fullWidth
      ? say(`“${word}”后面是全角冒号`, `"${word}" is followed by a full-width colon`)
      : say(`“${word}:”后面没有空格`, `There is no space after "${word}:"`),
    hint: say(`写成 ${word}: （半角冒号加空格）`, `Write ${word}: with a half-width colon and a space`),
  };
}
