import type { Report } from '../../report/report.ts';
import type { Rule } from '../rule.ts';
import { agencyOf, makesRules } from './shared/agency.ts';
import { operand } from './shared/operand.ts';

const ROW = 'active_disclosure.rules';
/** The columns that count rules made by this agency. In the 2019 form the other columns count disclosed rules, whoever made them. */
const MADE_HERE = ['issued', 'repealed', 'in_force', 'newly_made'];

/** Reports rules (规章) of an agency that cannot make them; usually these are normative documents in the wrong row. */
export const ruleMakingAuthority: Rule = {
  id: 'rule-making-authority',
  severity: 'warning',
  title: { zh: '规章只由有权制定的机关填报', en: 'Only an agency that can make rules (规章) reports them' },
  why: {
    zh: '规章由国务院部门和省级、设区的市（自治州）人民政府制定；县级以下人民政府、地方各级部门不能制定，填在这一行的多半是行政规范性文件。办公厅（室）以本级政府名义报告的，随本级政府。',
    en: "Rules (规章) are made by departments of the State Council and by the governments of provinces and of cities with districts. Counties and lower levels, and local departments, cannot make them: the numbers there are mostly those of normative documents. For an office that reports in its government's name, the government decides.",
  },
  source: { zh: '《中华人民共和国立法法》', en: 'Legislation Law' },
  example: {
    good: 'active_disclosure: { rules: { issued: 0, in_force: 0 }, normative_documents: { issued: 2, in_force: 6 } }',
    bad: 'active_disclosure: { rules: { issued: 2, in_force: 6 }, normative_documents: { issued: 2, in_force: 6 } }',
  },
  check: ({ report }) => {
    const made = madeHere(report);
    const [first, ...others] = made;
    if (!first || makesRules(agencyOf(report)) !== false) return [];
    const numbers = made.map(({ name, text }) => `${name} ${text}`).join('，');
    return [
      {
        path: first.path.split('.'),
        message: {
          zh: `规章由国务院部门和省级、设区的市人民政府制定，这里填了：${numbers}`,
          en: `Rules (规章) are made by departments of the State Council and the governments of provinces and cities, but this agency reports ${numbers.replaceAll('，', ', ')}`,
        },
        hint: {
          zh: '属于行政规范性文件的，改填“行政规范性文件”一行；并核对 agency.level 和 agency.kind',
          en: 'If they are normative documents, move them to the row 行政规范性文件; also check agency.level and agency.kind',
        },
        related: others.map(operand),
      },
    ];
  },
};

const madeHere = ({ cells }: Report) =>
  MADE_HERE.flatMap((column) => {
    const cell = cells.get(`${ROW}.${column}`);
    return cell?.value ? [cell] : [];
  });
