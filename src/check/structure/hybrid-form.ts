import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { tableRows } from '../../form/walk.ts';
import type { Report } from '../../report/report.ts';
import { FORM_TABLES } from '../sources.ts';

export const hybridForm: RuleInfo = {
  id: 'hybrid-form',
  severity: 'warning',
  title: say('（六）其他处理分三行填写', '（六）其他处理 has three rows'),
  why: say(
    '2021 年格式把它分成三行；有的报告还按旧格式写成一行。',
    'The 2021 form has three rows here; some reports still have the single row of the 2019 form.',
  ),
  source: FORM_TABLES,
  example: {
    good: 'applications: { received: { natural_person: 1 }, outcomes: { other_handling: { supplement_overdue: { natural_person: 1 } } } }',
    bad: 'applications: { received: { natural_person: 1 }, outcomes: { other_handling: { natural_person: 1 } } }',
  },
};

/** Reports rows that the 2021 form splits and the report writes as one, as in the 2019 form. */
export const checkHybridForm = (report: Report): Finding[] => report.hybrid.map((path) => hybridRow(report, path));

function hybridRow({ form }: Report, path: string): Finding {
  const label = form.tables.flatMap(tableRows).find((row) => row.path === path)?.row.label ?? path;
  return {
    rule: hybridForm.id,
    severity: hybridForm.severity,
    path: path.split('.'),
    at: 'key',
    message: {
      zh: `“${label}”写成了一行；${form.id} 年格式在这里分列几行`,
      en: `"${label}" is written as one row; the ${form.id} form has several rows here`,
    },
    hint: {
      zh: '按格式分行填写；照旧保留时，报告也印成一行',
      en: 'Fill in the rows of the form; if you keep the single row, it is printed as one row',
    },
    reference: { zh: form.notice.number, en: form.notice.number },
  };
}
