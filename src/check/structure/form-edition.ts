import type { Finding } from '../../diagnostics/diagnostic.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { editionForYear, editionMeant } from '../../form/editions.ts';
import type { Report } from '../../report/report.ts';
import { FORM_TABLES } from '../sources.ts';
import type { SchemaFinding } from './schema-error.ts';

export const formEdition = fixedRule({
  id: 'form-edition',
  title: say('用年度对应的格式', 'The report uses the form of its year'),
  why: say(
    '2021 年度起用新格式，2019、2020 年度用旧格式；两种格式的表二不能比较。',
    'Reports for 2021 and later use the 2021 form; reports for 2019 and 2020 use the 2019 form. Table 二 differs between the two and cannot be compared.',
  ),
  source: FORM_TABLES,
  example: { good: 'form: "2021"', bad: 'form: "2019"' },
});

const BY_YEAR = say('删去 form，由年度决定', 'Remove form: the year decides which form is used');
const FOR_COMPARISON = say(
  '要公布的，用年度对应的格式；report migrate 写的文件只供对照，用 report diff 和新格式的报告比，不用核对',
  'A report to publish uses the form of its year. A file that report migrate wrote is only for comparison: compare it with a report of the newer form with report diff; it need not be validated',
);

/** Checks that the edition of the form is the one for the year. */
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
        en: `A report for ${year} uses the ${due.id} form, but this one says ${form.id}`,
      },
      hint: form.years.from > due.years.from ? FOR_COMPARISON : BY_YEAR,
      reference: { zh: due.notice.number, en: due.notice.number },
    },
  ];
}

export const describeUnknownForm = (written: string): SchemaFinding => ({
  rule: formEdition.id,
  message: say(`没有“${written}”这种格式`, `There is no form "${written}"`),
  hint: editionMeant(written)
    ? say(
        `写成 form: "${editionMeant(written)}"，或者删去 form，由年度决定`,
        `Write form: "${editionMeant(written)}", or remove form: the year decides which form is used`,
      )
    : say(
        '写 "2019" 或 "2021"，或者删去 form，由年度决定',
        'Write "2019" or "2021", or leave form out: the year decides which form is used',
      ),
});

export const describeUnknownYear = (year: unknown): SchemaFinding => ({
  rule: formEdition.id,
  message: say(`没有 ${year} 年的年报格式`, `There is no form for the year ${year}`),
  hint: say('现行格式从 2019 年度开始', 'The first form is that for the year 2019'),
});
