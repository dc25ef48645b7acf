import { basename } from 'node:path';
import { editionForYear } from '../../form/editions.ts';
import { CONTACT_KEYS } from '../../form/envelope-schema.ts';
import { usualTitle } from '../../form/usual-title.ts';
import { block, comment } from './scalars.ts';
import type { Written } from './written.ts';

/** The lines from the schema to the preface. */
export function headLines({ reading, facts, texts, options }: Written): string[] {
  const { form } = reading.tables;
  const year = Number(facts.value('year'));
  const contact = CONTACT_KEYS.flatMap((key) => facts.line(`agency.contact.${key}`, '    '));
  const preface = texts.take('preface.text');
  // The usual title follows from the agency and the year.
  const usual = usualTitle(facts.value('agency.name') ?? '', facts.value('year') ?? '');
  const title = facts.line('title', '');
  const pair = (key: string, names: readonly string[]) => {
    const lines = names.flatMap((name) => facts.line(`${key}.${name}`, '  '));
    return lines.length > 0 ? [`${key}:`, ...lines] : [];
  };
  return [
    `# yaml-language-server: $schema=${options.schema}`,
    comment(`政府信息公开工作年度报告（${form.notice.number}）`),
    '#',
    comment(
      `由 report import 从 ${basename(reading.file)} 读出。null 是没有读出来的数；旁边写着“原文”的，请对照原文核对。`,
    ),
    ...(reading.doubt ? [comment(`${reading.doubt.text.zh}。`)] : []),
    '',
    ...(editionForYear(year)?.id === form.id ? [] : [`form: "${form.id}"`]),
    ...facts.needed('year', '', '年度'),
    'agency:',
    ...facts.needed('agency.name', '  ', '机关全称'),
    ...facts.line('agency.short_name', '  '),
    ...facts.needed('agency.level', '  ', '层级：national | province | city | county | township'),
    ...facts.needed('agency.kind', '  ', '机关类型：government | office | department | dispatched | authorized'),
    ...(contact.length > 0 ? ['  contact:', ...contact] : []),
    ...(title.some((line) => line === `title: ${usual}`) ? [] : title),
    ...pair('period', ['from', 'to']),
    ...facts.needed('published', '', '向社会公布的日期'),
    ...pair('corrected', ['date', 'note']),
    ...(options.previous === undefined ? [] : [`previous: ${JSON.stringify(options.previous)}`]),
    ...(preface === undefined ? [] : ['preface:', `  text: ${block(preface, '    ')}`]),
    '',
  ];
}
