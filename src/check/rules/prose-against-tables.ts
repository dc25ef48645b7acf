import type { Candidate } from '../../claims/evaluate.ts';
import { say, type Text } from '../../diagnostics/text.ts';
import type { Report } from '../../report/report.ts';
import type { Claim } from '../claims.ts';
import type { Rule } from '../rule.ts';
import { contradicted, triedIn, valueText } from './prose-claims.ts';
import { sumName } from './shared/sum-names.ts';
import { isUnitSlip, tellUnitSlip } from './shared/unit-slip.ts';

/** Compares numbers in the prose with the same numbers in the tables. */
export const proseAgainstTables: Rule = {
  id: 'prose-against-tables',
  severity: 'warning',
  title: { zh: '正文里的数和表格一致', en: 'Numbers in the prose agree with the tables' },
  why: {
    zh: '正文说收到 16 件、表里是 17 件，是最常见、也最容易被点名的错。一个说法可能有几种算法（“收到”可以含上年结转，也可以不含），都对不上才提示；说不准的（别的机构、别的业务、约数、累计）不管。',
    en: 'The prose says 16 but the table says 17: this is the most common mistake, and agencies are often criticized for it. A statement may be counted in several ways (收到 with or without the applications carried over), and there is a finding only if none of them fits. Uncertain cases (other agencies, other business, round or cumulative numbers) are skipped.',
  },
  source: {
    zh: '国办公开办函〔2021〕30号：不准确、不全面的，追究责任',
    en: '国办公开办函〔2021〕30号: agencies are held accountable for inaccurate or incomplete reports',
  },
  example: {
    good: `
other_matters: { text: 全年新收政府信息公开申请12件，其中予以公开8件，不予公开4件。没有收取信息处理费。 }
applications:
  received: { natural_person: 12 }
  outcomes: { disclosed: { natural_person: 8 }, not_disclosed: { state_secret: { natural_person: 4 } } }`,
    bad: `
other_matters: { text: 全年新收政府信息公开申请12件，其中予以公开9件，不予公开4件。没有收取信息处理费。 }
applications:
  received: { natural_person: 12 }
  outcomes: { disclosed: { natural_person: 8 }, not_disclosed: { state_secret: { natural_person: 4 } } }`,
  },
  check: (input) =>
    contradicted(
      input,
      (kind) => kind === 'count',
      (claim, { report }) => {
        const inOtherUnit = unitSlip(claim, report);
        if (inOtherUnit) return inOtherUnit;
        const { words, candidates } = claim;
        const tables = tablesSay(candidates, report);
        return {
          message: { zh: `正文说“${words}”，${tables.zh}`, en: `The prose says "${words}", but ${tables.en}` },
          hint: {
            zh: '核对是正文错还是表错；正文里写 {{路径}} 就不会再不一致',
            en: 'Find out whether the prose or the table is wrong; with {{path}} in the prose the two always agree',
          },
        };
      },
    ),
};

/** The number in the tables, or if there are several ways to count, all of them. */
function tablesSay(candidates: readonly Candidate[], report: Report): Text {
  const [only, ...others] = candidates;
  if (!only || others.length > 0) {
    const tried = triedIn(candidates, report);
    return say(`表里算不出这个数：${tried.zh}`, `the tables do not give this number: ${tried.en}`);
  }
  const [name, value] = [sumName(report, only.terms), valueText(only, report)];
  return say(`表里“${name}”是 ${value}`, `${name} in the tables is ${value}`);
}

/** An amount that is exactly 10,000 times that of the prose, or the other way round, is in the wrong unit. */
function unitSlip({ words, figure, candidates }: Claim, { cells }: Report): { message: Text; hint: Text } | undefined {
  const [only] = candidates;
  const cell = cells.get(only?.terms[0]?.path ?? '');
  return figure && cell && isUnitSlip(figure, only?.value ?? 0) ? tellUnitSlip(words, cell) : undefined;
}
