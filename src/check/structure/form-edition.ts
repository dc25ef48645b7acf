import type { Finding } from '../../diagnostics/diagnostic.ts';
import { editionForYear } from '../../form/editions.ts';
import { tableRows } from '../../form/walk.ts';
import type { Report } from '../../report/report.ts';

/** The edition of the form must be the one of the year; rows of the other edition are named. */
export function checkFormEdition(report: Report): Finding[] {
  return [...wrongEdition(report), ...report.hybrid.map((path) => hybridRow(report, path))];
}

function wrongEdition({ form, year }: Report): Finding[] {
  const due = year === undefined ? undefined : editionForYear(year);
  if (!due || due.id === form.id) return [];
  return [
    {
      rule: 'form-edition',
      severity: 'error',
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

function hybridRow({ form }: Report, path: string): Finding {
  const label = form.tables.flatMap(tableRows).find((row) => row.path === path)?.row.label ?? path;
  return {
    rule: 'hybrid-form',
    severity: 'warning',
    path: path.split('.'),
    at: 'key',
    message: {
      zh: `“${label}”写成了一行；${form.id} 年格式在这里分列几行`,
      en: `"${label}" is written as one row; the form of ${form.id} has several here`,
    },
    hint: {
      zh: '按格式分行填写；照旧保留时，报告也印成一行',
      en: 'Fill in the rows of the form; if you keep it, it is printed as one row',
    },
    reference: { zh: form.notice.number, en: form.notice.number },
  };
}
