import { say, type Text } from '../diagnostics/text.ts';
import type { Doubt, Reason, Statement } from './statement.ts';

/** The word of a doubt in quotation marks, or what is said without one. */
type Said = (word: string | undefined) => Text;

const withWord =
  (withOne: (word: string) => Text, without: Text): Said =>
  (word) =>
    word === undefined ? without : withOne(word);

const always =
  (text: Text): Said =>
  () =>
    text;

/** Why something is not compared, in words for people. */
const REASONS: Readonly<Record<Reason, Said>> = {
  word: withWord(
    (word) => say(`不认识“${word}”，它可能限定了这个数`, `the word "${word}" is not known and may limit the number`),
    say('有不认识的词', 'it has words that are not known'),
  ),
  body: withWord(
    (word) =>
      say(`“${word}”是别的单位，或者只是其中一部分`, `"${word}" is another body, or only a part of what is reported`),
    say('说的是别的单位', 'it is about another body'),
  ),
  time: withWord(
    (word) => say(`“${word}”不是本报告的全年`, `"${word}" is not the year of the report`),
    say('说的不是本报告的全年', 'it is not about the year of the report'),
  ),
  plan: withWord(
    (word) => say(`“${word}”说的是打算或者要求`, `"${word}" says what is planned or required`),
    say('说的是打算', 'it is about plans'),
  ),
  condition: withWord(
    (word) => say(`“${word}”去掉了一部分`, `"${word}" leaves out a part`),
    say('去掉了一部分', 'a part is left out'),
  ),
  round: always(say('是约数', 'it is a round number')),
  business: withWord(
    (word) => say(`“${word}”是别的业务`, `"${word}" is other business`),
    say('是别的业务', 'it is other business'),
  ),
  unit: withWord(
    (word) => say(`表里没有用“${word}”计的数`, `no table counts in "${word}"`),
    say('数的后面没有单位', 'the number has no unit'),
  ),
  part: withWord(
    (word) => say(`“${word}”只是其中一部分，表里没有这一项`, `"${word}" is only a part, which has no cell`),
    say('只是其中一部分，表里没有这一项', 'it is only a part, which has no cell'),
  ),
  several: always(say('这样的说法可以指几个数', 'the words can mean several numbers')),
  sum: always(say('和它相加的数有错，看不出错在哪一个', 'it is part of a sum that does not add up')),
  blank: always(say('表里的数还没有填', 'the cells are not filled in')),
  fee: always(
    say(
      '信息处理费不在表里，没有数可比',
      'no table has the information processing fee, so there is no number to compare with',
    ),
  ),
  previous: always(say('没有上年的报告可以比', "there is no last year's report to compare with")),
  nothing: always(say('没有说是表里的哪个数', 'the words do not name a number of the tables')),
};

/** What a difference does not prove, for each kind of statement that can be meant in several ways. */
const SEVERAL: Readonly<Partial<Record<Statement['kind'], Text>>> = {
  list: say('可能没有列全，没有相加', 'the list may be incomplete, so it was not added up'),
  outcomes: say('可能没有列全，没有相加', 'the list may be incomplete, so it was not added up'),
  flow: say('可能有一部分没有说，没有相加', 'a part may be left out, so it was not added up'),
  share: say('看不出是占哪个数的比例', 'it is not clear of which number it is a share'),
  change: say('看不出是哪个数的增减', 'it is not clear which number changed'),
  conclusion: say('看不出说的是哪些数', 'it is not clear which numbers it is about'),
};

/** The reason why a statement is not compared. */
export const reasonText = ({ reason, word }: Doubt, kind: Statement['kind']): Text =>
  (reason === 'several' && SEVERAL[kind]) || REASONS[reason](word);

/** The reasons in a few words, for counting them. */
export const REASON_NAMES: Readonly<Record<Reason, Text>> = {
  word: say('有不认识的词', 'unknown word'),
  body: say('别的单位或者一部分', 'another body or a part'),
  time: say('不是全年', 'another time'),
  plan: say('打算或者要求', 'plans'),
  condition: say('去掉了一部分', 'a part left out'),
  round: say('约数', 'round number'),
  business: say('别的业务', 'other business'),
  unit: say('没有表里的单位', 'no unit of the tables'),
  part: say('表里没有的一部分', 'a part without a cell'),
  several: say('有几种意思', 'several meanings'),
  sum: say('所在的合计不对', 'part of a wrong sum'),
  blank: say('表没有填', 'cells not filled in'),
  fee: say('信息处理费不在表里', 'fee in no table'),
  previous: say('没有上年的报告', "no last year's report"),
  nothing: say('没有说是哪个数', 'no number named'),
};
