import { say, type Text } from '../../diagnostics/text.ts';
import type { Report } from '../../report/report.ts';
import type { Claim } from '../claims.ts';
import type { Rule } from '../rule.ts';
import { contradicted, isOfLastYear, triedIn, valueText } from './prose-claims.ts';
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
      (claim, { report, previous }) => {
        const from = isOfLastYear(claim) && previous ? previous : report;
        const inOtherUnit = unitSlip(claim, from);
        if (inOtherUnit) return inOtherUnit;
        const { words } = claim;
        const tables = tablesSay(claim, from);
        return {
          message: { zh: `正文说“${words}”，${tables.zh}`, en: `The prose says "${words}", but ${tables.en}` },
          hint: isOfLastYear(claim) ? CHECK_LAST_YEAR : toCheck(claim, report),
        };
      },
    ),
};

/** With the binding to paste, if it is clear which cell is meant; money may be in another unit. */
function toCheck({ candidates }: Claim, { cells }: Report): Text {
  const [only, ...others] = candidates.flatMap(({ terms }) => terms);
  const cell = others.length === 0 && only ? cells.get(only.path) : undefined;
  const path = cell?.kind === 'count' ? cell.path : undefined;
  return {
    zh: `核对是正文错还是表错；正文里写 {{${path ?? '路径'}}} 就不会再不一致`,
    en: `Find out whether the prose or the table is wrong; with {{${path ?? 'path'}}} in the prose the two always agree`,
  };
}

const CHECK_LAST_YEAR: Text = {
  zh: '核对是正文错还是上年的报告错',
  en: "Find out whether the prose or last year's report is wrong",
};

/** The number in the tables, or if there are several ways to count, all of them. */
function tablesSay(claim: Claim, report: Report): Text {
  const [only, ...others] = claim.candidates;
  const [zh, en] = isOfLastYear(claim) ? ['上年报告的表里', "last year's tables"] : ['表里', 'the tables'];
  if (!only || others.length > 0) {
    const tried = triedIn(claim, report);
    return say(`${zh}算不出这个数：${tried.zh}`, `${en} do not give this number: ${tried.en}`);
  }
  const [name, value] = [sumName(report, only.terms), valueText(only, report)];
  return say(`${zh}“${name}”是 ${value}`, `${name} in ${en} is ${value}`);
}

/** An amount that is exactly 10,000 times that of the prose, or the other way round, is in the wrong unit. */
function unitSlip({ words, figure, candidates }: Claim, { cells }: Report): { message: Text; hint: Text } | undefined {
  const [only] = candidates;
  const cell = cells.get(only?.terms[0]?.path ?? '');
  return figure && cell && isUnitSlip(figure, only?.value ?? 0) ? tellUnitSlip(words, cell) : undefined;
}
