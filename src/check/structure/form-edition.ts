import type { Finding } from '../../diagnostics/diagnostic.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { editionForYear } from '../../form/editions.ts';
import type { Report } from '../../report/report.ts';
import { FORM_TABLES } from '../sources.ts';
import type { SchemaFinding } from './schema-error.ts';

export const formEdition = fixedRule({
  id: 'form-edition',
  title: say('用年度对应的格式', 'The form of the year'),
  why: say(
    '2021 年度起用新格式，2019、2020 年度用旧格式；两种格式的表二不能比较。',
    'The form of 2021 is used from the year 2021 on, the older one for 2019 and 2020; their tables 二 can not be compared.',
  ),
  source: FORM_TABLES,
  example: { good: 'form: "2021"', bad: 'form: "2019"' },
});

/** The edition of the form must be the one of the year. */
export function checkFormEdition({ form, year }: Report): Finding[] {
  const due = year === undefined ? undefined : editionForYear(year);
  if (!due || due.id === form.id) return [];
  return [
    {
      rule: formEdition.id,
      severity: formEdition.severity,
      path: ['form'],
      message: {
        zh: `${year} 年的报告用 ${due.id} 年格式，这里写的是 ${form.id} 年格式`,
        en: `A report for ${year} uses the form of ${due.id}, not that of ${form.id}`,
      },
      hint: { zh: '删去 form，由年度决定', en: 'Remove form: the year decides' },
      reference: { zh: due.notice.number, en: due.notice.number },
    },
  ];
}

export const describeUnknownForm = (written: string): SchemaFinding => ({
  rule: formEdition.id,
  message: say(`没有“${written}”这种格式`, `There is no form "${written}"`),
  hint: say(
    '写 "2019" 或 "2021"，或者删去 form，由年度决定',
    'Write "2019" or "2021", or leave form out: the year decides',
  ),
});

export const describeUnknownYear = (year: unknown): SchemaFinding => ({
  rule: formEdition.id,
  message: say(`没有 ${year} 年的年报格式`, `There is no form for the year ${year}`),
  hint: say('现行格式从 2019 年度开始', 'The forms begin with the year 2019'),
});
