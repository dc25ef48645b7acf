import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { choicesMeant, choicesOf, exchangedChoice } from '../../form/choices.ts';
import { textIn } from '../../report/access.ts';
import type { Report } from '../../report/report.ts';
import { describeEmptyText } from './empty-text.ts';
import { describeUnknownForm } from './form-edition.ts';
import { labelAt } from './labels.ts';
import { quoted, type SchemaError, type SchemaFinding } from './schema-error.ts';
import { namesOfChoices } from './what-to-write.ts';

export const notAChoice = fixedRule({
  id: 'not-a-choice',
  title: say('只能写列出的几个词', 'The value is one of the listed words'),
  why: say('层级、类型决定用哪些核对。', 'The level and the kind of the agency decide what is checked.'),
  example: { good: 'agency: { level: county }', bad: 'agency: { level: 县 }' },
});

export function describeNotAChoice(error: SchemaError): SchemaFinding {
  const { path, value } = error;
  if (value === null || quoted(value).trim() === '') return describeEmptyText(error);
  const written = quoted(value);
  if (path[0] === 'form') return describeUnknownForm(written);
  const label = labelAt(error.report, error.schema, path);
  const choices = choicesOf(path.at(-1)) ?? [];
  const near = didYouMean(
    written.toLowerCase(),
    choices.map((choice) => choice.value),
  );
  const { meant } = choicesMeant(written, choices);
  const likely = meant.length > 0 ? meant : choices.filter((choice) => choice.value === near);
  const names = namesOfChoices(
    likely.length > 0 ? likely : choices,
    likely.length > 0 ? say('，或者 ', ', or ') : undefined,
  );
  const exchanged = path[0] === 'agency' ? exchangedChoice(String(path[1]), levelAndKind(error.report)) : undefined;
  if (exchanged) {
    const { zh, en } = namesOfChoices([exchanged]);
    return {
      rule: notAChoice.id,
      message: say(
        `“${label}”（${path[1]}）不能写“${written}”：level 和 kind 的值写反了`,
        `"${label}" (${path[1]}) cannot be "${written}": the values of level and kind are exchanged`,
      ),
      hint: say(`写成 ${zh}`, `Write ${en}`),
    };
  }
  const other = otherKey(written, String(path.at(-1)));
  if (likely.length === 0 && other) {
    return {
      rule: notAChoice.id,
      message: say(
        `“${written}”要写在 ${other} 里，“${label}”（${path.at(-1)}）写别的词`,
        `"${written}" belongs to ${other}; "${label}" (${path.at(-1)}) takes other words`,
      ),
      hint: say(`这里可以写：${names.zh}`, `Here it can be: ${names.en}`),
    };
  }
  return {
    rule: notAChoice.id,
    message: say(`“${label}”不能写“${written}”`, `"${label}" cannot be "${written}"`),
    hint:
      likely.length > 0
        ? say(`写成 ${names.zh}`, `Write ${names.en}`)
        : say(`用英文词填写：${names.zh}`, `It must be one of: ${names.en}`),
  };
}

const levelAndKind = ({ data }: Report) => ({
  level: textIn(data, 'agency.level') ?? '',
  kind: textIn(data, 'agency.kind') ?? '',
});

/** The other key of the agency that has this choice: level and kind are easily mixed up. */
const otherKey = (written: string, own: string): string | undefined =>
  ['level', 'kind', 'scope'].find((key) => key !== own && choicesMeant(written, choicesOf(key) ?? []).sure);
