import type { Cell } from '../../report/cell.ts';
import { cellsAt, valuesOf } from '../../report/cells-at.ts';
import type { ComparedNumbers, Rule, RuleFinding, RuleInput } from '../rule.ts';
import { sumWitness, type Witness } from '../sums/witness.ts';
import { tellsDocumentChanges } from '../texts/document-changes.ts';
import { operand, operandBefore } from './shared/operand.ts';

const ROWS = ['active_disclosure.rules', 'active_disclosure.normative_documents'];

/** Compares documents in force with last year's number plus issued minus repealed. Only for the 2021 form. */
export const documentsRollForward: Rule = {
  id: 'documents-roll-forward',
  severity: 'info',
  title: {
    zh: '现行有效件数等于上年现行有效件数加本年制发、减本年废止',
    en: "Normative documents in force equal last year's number, plus those issued, minus those repealed",
  },
  why: {
    zh: '文件因为制发而增加，因为废止而减少。但是到期自动失效、清理、修改的计法、机构改革中的划转和汇总范围的变动也会使它变动，公布出来的报告里，看过的八对前后年份有五对并不相等，而数都没有错，所以只供参考；设置里可以改为警告。正文、表注或者单元格的注里说明了文件清理、失效、修改或者划转的，不再提示。',
    en: 'Issuing a document raises the number and repealing one lowers it. But the number also changes when documents expire or are cleaned up, when amendments are counted differently, when documents are transferred between agencies, and when the scope of the report changes. In five of the eight pairs of published reports that we examined the numbers differ although they are correct, so the severity is only info; the settings can make it a warning. There is no finding if the prose, a note of a table or a note of a cell says that documents were cleaned up (清理), expired (失效), or were amended (修改) or transferred (划转).',
  },
  source: {
    zh: '国办公开办函〔2021〕30号，表二“本年制发件数”“本年废止件数”“现行有效件数”三列的名称',
    en: 'the names of the columns 本年制发件数, 本年废止件数 and 现行有效件数 of table 二, 国办公开办函〔2021〕30号',
  },
  formula: {
    zh: '现行有效件数 ＝ 上年现行有效件数 ＋ 本年制发件数 － 本年废止件数（规章、行政规范性文件各一次）',
    en: "现行有效件数 = last year's 现行有效件数 + 本年制发件数 − 本年废止件数, for 规章 and for 行政规范性文件",
  },
  example: {
    previous: 'active_disclosure: { normative_documents: { in_force: 30 } }',
    good: 'active_disclosure: { normative_documents: { issued: 3, repealed: 1, in_force: 32 } }',
    bad: 'active_disclosure: { normative_documents: { issued: 3, repealed: 1, in_force: 33 } }',
  },
  check: (input) => rows(input).flatMap((row) => (isExplained(row, input) ? [] : checkDocuments(row))),
  numbers: (input) => rows(input).map(comparison),
  witnesses: (input) => rows(input).flatMap((row) => (isExplained(row, input) ? [] : witness(row))),
};

function witness({ before, issued, repealed, now }: DocumentCounts): Witness[] {
  const terms = [
    { path: now.path, minus: false },
    { path: issued.path, minus: true },
    { path: repealed.path, minus: false },
  ];
  return sumWitness('documents-roll-forward', now.path, terms, before.value);
}

/** The cells that are compared; the 2019 form does not have them. */
type DocumentCounts = Readonly<Record<'before' | 'issued' | 'repealed' | 'now', Cell>>;

function rows({ report, previous }: RuleInput): DocumentCounts[] {
  return ROWS.flatMap((row) => {
    const before = previous && cellsAt(previous, { before: `${row}.in_force` });
    const now = cellsAt(report, { issued: `${row}.issued`, repealed: `${row}.repealed`, now: `${row}.in_force` });
    return before && now ? [{ ...before, ...now }] : [];
  });
}

const isExplained = (row: DocumentCounts, { report }: RuleInput): boolean =>
  tellsDocumentChanges(report, [row.issued.note, row.repealed.note, row.now.note]);

function checkDocuments(row: DocumentCounts): RuleFinding[] {
  const values = valuesOf(row);
  if (!values) return [];
  const due = values.before + values.issued - values.repealed;
  if (values.now === due) return [];
  const sum = `${row.before.text} + ${row.issued.text} − ${row.repealed.text} = ${due}`;
  const difference = Math.abs(values.now - due);
  return [
    {
      path: row.now.path.split('.'),
      message: {
        zh: `${row.now.name}是 ${row.now.text}；上年现行有效加本年制发减本年废止是 ${sum}，相差 ${difference}`,
        en: `${row.now.name} is ${row.now.text}; last year's number plus issued, minus repealed is ${sum}, a difference of ${difference}`,
      },
      hint: {
        zh: '核对制发、废止和现行有效三个数；到期失效、清理、修改、划转造成的，在正文或者表注里说明',
        en: 'Check the numbers issued, repealed and in force; if documents expired or were cleaned up, amended or transferred, say so in the prose or in a note',
      },
      related: [operandBefore(row.before), operand(row.issued), operand(row.repealed)],
    },
  ];
}

function comparison(row: DocumentCounts): ComparedNumbers {
  const values = valuesOf(row);
  const [before, issued, repealed] = [row.before, row.issued, row.repealed].map(({ text }) => text || '?');
  const text = `${row.now.name} ${row.now.text || '?'} = ${before} + ${issued} − ${repealed}`;
  const holds = values && values.now === values.before + values.issued - values.repealed;
  return { text: { zh: text, en: text }, holds };
}
