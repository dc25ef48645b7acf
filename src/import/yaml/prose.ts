import { INFORMATION_PROCESSING_FEE } from '../../form/fee.ts';
import { chineseNumeral } from '../../writing/numerals.ts';
import type { ImportedPart } from '../reading.ts';
import { block, comment, foreignProse, scalar } from './scalars.ts';
import type { Written } from './written.ts';

export type ProseKey = 'overview' | 'problems' | 'other_matters';
const NUMBERS: Readonly<Record<ProseKey, number>> = { overview: 1, problems: 5, other_matters: 6 };

/** The lines of a section of prose. */
export function proseLines(key: ProseKey, { reading, texts, facts }: Written): string[] {
  const number = NUMBERS[key];
  const text = texts.take(`${key}.text`);
  const parts = reading.texts.parts.get(key) ?? [];
  const fee = key === 'other_matters' ? feeLines(facts) : [];
  const found = [
    ...(text === undefined ? [] : [`  text: ${block(text, '    ')}`]),
    ...(parts.length > 0 ? ['  parts:', ...parts.flatMap(partLines)] : []),
  ];
  return [
    comment(`${chineseNumeral(number)}、${reading.tables.form.sections[number - 1]}`),
    ...(found.length > 0 ? [] : [comment('文件里没有找到这一部分的正文')]),
    `${key}:`,
    ...(found.length > 0 ? found : ['  text: ""']),
    ...fee,
    '',
  ];
}

function partLines({ aspect, heading, text }: ImportedPart): string[] {
  const lines = [
    ...(aspect === undefined ? [] : [`aspect: ${scalar(aspect, '        ')}`]),
    `heading: ${scalar(foreignProse(heading), '        ')}`,
    `text: ${foreignProse(text) === '' ? '""' : block(foreignProse(text), '        ')}`,
  ];
  return lines.map((line, index) => `${index === 0 ? '    - ' : '      '}${line}`);
}

function feeLines(facts: Written['facts']): string[] {
  const { path, label, fields } = INFORMATION_PROCESSING_FEE;
  const lines = fields.flatMap(({ key }) => facts.line(`${path}.${key}`, '    '));
  return lines.length > 0 ? [`  information_processing_fee: ${comment(label)}`, ...lines] : [];
}
