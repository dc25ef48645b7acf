import type { Cell } from '../../report/cell.ts';
import { cellsAt, valuesOf } from '../../report/cells-at.ts';
import type { ComparedNumbers, Rule, RuleFinding, RuleInput } from '../rule.ts';
import { operand } from './shared/operand.ts';

const ROWS = ['active_disclosure.rules', 'active_disclosure.normative_documents'];

/** Checks that documents issued this year and not repealed are counted as in force. Only for the 2021 form. */
export const inForceBelowIssued: Rule = {
  id: 'in-force-below-issued',
  severity: 'warning',
  title: {
    zh: '现行有效件数不少于本年制发减本年废止',
    en: 'Normative documents in force are not fewer than those issued minus those repealed',
  },
  why: {
    zh: '本年制发的文件，只要没有废止，年末就现行有效。废止的可能就是本年制发的，所以先减去。单独的废止件数可以多于现行有效件数。',
    en: 'A document issued this year is in force at the end of the year unless it was repealed. The repealed documents may have been issued this year, so they are subtracted first. More documents may be repealed than are in force.',
  },
  source: {
    zh: '国办公开办函〔2021〕30号，表二“本年制发件数”“现行有效件数”两列的名称',
    en: 'the names of the columns 本年制发件数 and 现行有效件数 of table 二, 国办公开办函〔2021〕30号',
  },
  formula: {
    zh: '现行有效件数 ≥ 本年制发件数 － 本年废止件数（规章、行政规范性文件各一次）',
    en: '现行有效件数 ≥ 本年制发件数 − 本年废止件数, for 规章 and for 行政规范性文件',
  },
  example: {
    good: 'active_disclosure: { normative_documents: { issued: 2, repealed: 0, in_force: 2 } }',
    bad: 'active_disclosure: { normative_documents: { issued: 2, repealed: 0, in_force: 0 } }',
  },
  check: (input) => rows(input).flatMap(checkInForce),
  numbers: (input) => rows(input).map(comparison),
};

type InForceCounts = Readonly<Record<'issued' | 'repealed' | 'inForce', Cell>>;

const rows = ({ report }: RuleInput): InForceCounts[] =>
  ROWS.flatMap((row) => {
    const paths = { issued: `${row}.issued`, repealed: `${row}.repealed`, inForce: `${row}.in_force` };
    return cellsAt(report, paths) ?? [];
  });

function checkInForce(row: InForceCounts): RuleFinding[] {
  const values = valuesOf(row);
  if (!values || values.inForce >= values.issued - values.repealed) return [];
  const { issued, repealed, inForce } = row;
  const left = values.issued - values.repealed;
  return [
    {
      path: inForce.path.split('.'),
      message: {
        zh: `${inForce.name}是 ${inForce.text}，本年制发减本年废止就有 ${issued.text} − ${repealed.text} = ${left}，少 ${left - values.inForce}`,
        en: `${inForce.name} is ${inForce.text}, but issued minus repealed is already ${issued.text} − ${repealed.text} = ${left}, ${left - values.inForce} more`,
      },
      hint: {
        zh: '现行有效件数是年末全部有效文件的件数，包括以前年度制发的',
        en: 'Give the number of all documents in force at the end of the year, including those issued in earlier years',
      },
      related: [operand(issued), operand(repealed)],
    },
  ];
}

function comparison(row: InForceCounts): ComparedNumbers {
  const values = valuesOf(row);
  const { issued, repealed, inForce } = row;
  const text = `${inForce.name} ${inForce.text || '?'} ≥ ${issued.text || '?'} − ${repealed.text || '?'}`;
  return { text: { zh: text, en: text }, holds: values && values.inForce >= values.issued - values.repealed };
}
