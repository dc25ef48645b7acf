import type { Rule } from '../rule.ts';
import { contradicted, triedIn } from './prose-claims.ts';

/** Other rules speak of these. */
const OTHERS = /^(?:sum|flow|share|change|none-|no-|all-)/;

/** A number in the prose that a table has too is the same there. */
export const proseAgainstTables: Rule = {
  id: 'prose-against-tables',
  severity: 'warning',
  title: { zh: '正文里的数和表格一致', en: 'Numbers in the prose agree with the tables' },
  why: {
    zh: '正文说收到 16 件、表里是 17 件，是最常见、也最容易被点名的错。一个说法可能有几种算法（“收到”可以含上年结转，也可以不含），都对不上才提示；说不准的（别的机构、别的业务、约数、累计）不管。',
    en: 'The prose says 16, the table 17: the commonest fault, and the one agencies are named for. A word may be counted in several ways (received, with or without what was carried over); it is reported only if none fits. What is not sure (other bodies, other business, round or cumulative numbers) is left alone.',
  },
  source: {
    zh: '国办公开办函〔2021〕30号：不准确、不全面的，追究责任',
    en: '国办公开办函〔2021〕30号: who reports inaccurately or incompletely answers for it',
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
      (quantity) => !OTHERS.test(quantity),
      ({ words, figure, candidates }, { report }) => {
        const tried = triedIn(candidates, report);
        const number = `${figure?.value}`;
        return {
          message: {
            zh: `正文说“${words}”，表里对不上 ${number}：${tried.zh}`,
            en: `The prose says "${words}"; nothing in the tables makes ${number}: ${tried.en}`,
          },
          hint: {
            zh: '核对是正文错还是表错；正文里写 {{路径}} 就不会再不一致',
            en: 'Find out which of the two is wrong; {{path}} in the prose prints the cell itself',
          },
        };
      },
    ),
};
