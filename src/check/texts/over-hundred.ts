import { type Found, findAll, type ReportText } from './report-texts.ts';

const NUMBER = String.raw`(?<number>[0-9]{1,6}(?:\.[0-9]{1,4})?)%`;
const LINK = '(?:分别|均|都|已|全部|约|近|高|保持|稳定|始终|达到|达|为|是|在|至|到|了|的|:){0,4}';
/** Rates and shares that are parts of a whole. */
const RATE = new RegExp(`(?<name>\\p{Script=Han}{0,6}率|满意度|知晓度|占比|比例|比重)${LINK}${NUMBER}`, 'gu');
const SHARE = new RegExp(`(?<name>占(?!比)[^,。;:()0-9\\n]{0,16})${NUMBER}`, 'gu');
/** Rates that can be higher: 增长率, 目标完成率. */
const UNLIMITED =
  /[增升降涨减超]|完成|达成|执行|回报|同比|环比|利用|使用|点击|参与|负债|去年|上年|同期|目标|计划|预算/u;
/** Nothing can fall by more than all of it. */
const FALL = new RegExp(`(?<name>下降|减少|降低|回落|缩减|压减)(?:了|约|近|幅度达|幅度为|达)?${NUMBER}`, 'gu');

/** Most texts have no percentage of three digits, and the patterns take long. */
const LARGE = /[0-9]{3}(?:\.[0-9]{1,4})?%/;

/** All percentages over 100 that cannot be: 办结率120%, 占105%, 下降120%. */
export const overHundredIn = (text: ReportText): Found[] =>
  (LARGE.test(text.text) ? [RATE, SHARE, FALL] : []).flatMap((pattern) =>
    findAll(text, pattern).filter(({ match: { groups } }) => {
      const { name = '', number = '' } = groups ?? {};
      return Number(number) > 100 && (pattern === FALL || !UNLIMITED.test(name));
    }),
  );
