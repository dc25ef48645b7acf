import { governs } from '../counted.ts';
import { isDocument, type Token } from '../lex/token.ts';
import { isNumber, type Mention, type Tail } from '../mention.ts';
import { type Predicate, predicatesIn } from '../predicates.ts';
import { type Cells, cellsOf, isSame, type Quantity } from '../quantity.ts';
import { siblingsOf } from '../siblings.ts';
import type { Conclusion, Doubt, Unread } from '../statement.ts';
import { zerosIfAll, zerosIfNone } from '../zeros.ts';
import type { Kind, SentenceRead } from './kind.ts';

/** 未收到申请, 均获维持: says without a figure that cells are 0. */
export const conclusion: Kind = {
  kind: 'conclusion',
  needs: ['none', 'all', 'row', 'outcome'],
  read: ({ items, earlier }) =>
    items.flatMap((item, index) =>
      item.is === 'tail'
        ? predicatesIn(item.tokens).flatMap((one) => conclusionOf(one, item, { items: items.slice(0, index), earlier }))
        : [],
    ),
  examples: [
    { text: '本年度未收到政府信息公开申请。', reads: '未收到政府信息公开申请' },
    { text: '依申请公开方面，全年零申请。', reads: '零申请' },
    { text: '没有制定规章。', reads: '没有制定规章' },
    { text: '无因国家秘密不予公开的申请。', reads: '无因国家秘密不予公开的申请' },
    { text: '大量重复申请为零。', reads: '大量重复申请为零' },
    { text: '新收申请40件，已全部办结。', reads: '已全部办结' },
    { text: '政府信息公开行政复议4件，均获维持。', reads: '均获维持' },
    { text: '政府信息公开行政复议4件、行政诉讼2件，均获维持。', reads: '均获维持' },
    { text: '不予公开3件，均涉及商业秘密。', reads: '均涉及商业秘密' },
    { text: '行政许可310件、行政处罚25件，其余为零。', reads: '其余为零' },
    { text: '新收申请40件，办结41件，全部予以公开。', reads: '全部予以公开' },
    { text: '年初无结转。', reads: '无结转' },
    { text: '没有一件申请未在年内答复。', reads: '未在年内答复' },
    { text: '县城管大队未收到政府信息公开申请。', silent: 'body' },
    { text: '上半年未收到政府信息公开申请。', silent: 'time' },
    { text: '未收到当面提交的政府信息公开申请。', silent: 'part' },
    { text: '没有收到关于林地的政府信息公开申请。', silent: 'part' },
    { text: '除结转下年的2件外，其余申请均已办结。', silent: 'condition' },
    // What is not due yet can be left out.
    { text: '新收申请40件，均按时答复。', silent: 'several' },
    { text: '予以公开20件，均已书面答复。', silent: 'several' },
    { text: '没有因逾期答复引发的行政复议。', silent: 'part' },
    { text: '县长信箱收到留言12件，均已办结。', silent: 'business' },
    { text: '没有一件申请未按时答复。', silent: 'several' },
    { text: '未公开的主要集中在无法提供和不予处理两类。', silent: 'several' },
  ],
};

type Before = Pick<SentenceRead, 'items' | 'earlier'>;

function conclusionOf(read: Predicate, tail: Tail, before: Before): (Conclusion | Unread)[] {
  const { told } = read;
  const rest = [...headingOf(read, tail, before), ...read.rest];
  if (!told.some(canBeAbout) && !rest.some(canBeAbout)) return [];
  const predicate = { ...read, rest };
  const others = zerosOfRest(predicate, before);
  const doubts = others ? doubtsAround([], tail, true, false) : doubtsOf(predicate, tail, before);
  const zeros = others ?? zerosOf(predicate, tail, before);
  const all = [predicate.sign, ...told];
  const place = { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) };
  if (zeros.length > 0 && doubts.length === 0) return [{ kind: 'conclusion', zeros, doubts, ...place }];
  // 公开 is said of anything: 都在网站公开.
  const isAboutTables = [...told, ...rest].some((one) => (governs(one) && one.role !== 'made') || isStrong(one));
  const reasons: Doubt[] = doubts.length > 0 ? doubts : [{ reason: 'several' }];
  return isAboutTables ? [{ kind: 'unread', doubts: reasons, ...place }] : [];
}

/** Without such a word, a conclusion says nothing of the tables: 没有超期, 均征求意见. */
const canBeAbout = (token: Token): boolean =>
  governs(token) || token.role === 'request' || (token.role === 'rest' && token.value === 'left');

/** 许可8件、处罚3件，其余为零: the numbers that stand beside those of the sentence in the form. */
function zerosOfRest({ says, told, rest }: Predicate, { items }: Before): readonly Cells[] | undefined {
  const words = [...rest, ...told];
  const isOfRest = words.some(({ role, value }) => role === 'rest' && value === 'left') && !words.some(governs);
  if (says !== 'none' || !isOfRest || !words.every(({ role }) => role === 'rest' || role === 'plain')) return undefined;
  const mentions = items.filter((one): one is Mention => one.is === 'mention' && one.depth === 0 && isNumber(one));
  if (mentions.some(({ doubts }) => doubts.some(({ soft }) => !soft))) return undefined;
  const last = mentions.at(-1)?.quantity;
  const named = mentions.flatMap(({ quantity }) => quantity ?? []);
  const others = last ? siblingsOf(last).filter((one) => !named.some((told) => isSame(one, told))) : [];
  return others.length > 0 ? others.flatMap((one) => cellsOf(one).slice(0, 1)) : undefined;
}

/** 对不予公开的申请，均已书面答复: the words of the clause before, if it names what the conclusion is about. */
function headingOf({ says, told, rest }: Predicate, { depth, behind }: Tail, { items }: Before): readonly Token[] {
  const last = items.at(-1);
  if (behind || last?.is !== 'tail' || last.depth !== depth || last.behind) return [];
  const { tokens } = last;
  const isTo = tokens[0]?.role === 'to';
  if (rest.some(isNamed) || told.some(isNamed) || !(isTo || (says === 'all' && tokens.some(isNamed)))) return [];
  return predicatesIn(tokens).length > 0 ? [] : tokens;
}

const isNamed = ({ role }: Token): boolean => role === 'request' || role === 'procedure';
const isStrong = ({ role, value }: Token): boolean => role === 'request' && value === 'strong';

function zerosOf({ says, told, rest, sign }: Predicate, tail: Tail, before: Before): readonly Cells[] {
  if (says === 'unclear') return [];
  if (says === 'none') return zerosIfNone(told, tail, rest);
  const last = lastOf(tail, before);
  const isOutcome = told.some(({ role }) => role === 'outcome') && isConcluded(last);
  const whole = wholeOf(last, before);
  return zerosIfAll([sign, ...told], tail, rest, { whole, isOfAll: isOutcome || isOfAll(last, rest, before) });
}

/** 行政复议7件、行政诉讼9件，均获维持: of both. */
function wholeOf(last: Mention | undefined, { items }: Before): Quantity | undefined {
  const before = last && items[items.indexOf(last) - 1];
  if (last?.opens !== '、' || before?.is !== 'mention') return last?.quantity;
  const [own, other] = [last.quantity, before.quantity];
  const areCases = own?.about === 'procedures' && other?.about === 'procedures' && !own.result && !other.result;
  return areCases ? { ...own, procedures: [...new Set([...other.procedures, ...own.procedures])] } : own;
}

/** The figure that the conclusion follows. */
function lastOf({ behind, tokens }: Tail, { items }: Before): Mention | undefined {
  if (behind && tokens[0]?.role !== 'mark') return behind;
  return items.findLast((one): one is Mention => one.is === 'mention' && one.depth === 0 && isNumber(one));
}

/** Whether 均 is about all cases, or only about a part of them: 其中2件均获维持. */
function isOfAll(last: Mention | undefined, rest: readonly Token[], { items, earlier }: Before): boolean {
  const isNamed = rest.some(({ role }) => role === 'request' || role === 'procedure');
  if (!last) return isNamed || isAll(earlier.findLast(isNumber) ?? undefined);
  const mentions = items.filter((one): one is Mention => one.is === 'mention' && one.depth === 0 && isNumber(one));
  const from = mentions.findLastIndex(isAll);
  const whole = mentions[from];
  if (!whole) return isAll(last);
  const parts = mentions.slice(from + 1);
  const isAdded = parts.every(({ quantity, left }) => isOver(quantity) && !left.some(({ role }) => role === 'parts'));
  return isAdded || parts.reduce((sum, { figure }) => sum + figure.value, 0) === whole.figure.value;
}

const isOver = (quantity: Quantity | undefined): boolean =>
  quantity?.about === 'requests' && quantity.event === 'carried_over';

/** 办结25件，全部予以公开: all that have an outcome. */
const isConcluded = (mention: Mention | undefined): boolean =>
  mention?.quantity?.about === 'requests' &&
  ['finished', 'answered'].includes(mention.quantity.event) &&
  !mention.doubts.some(({ soft }) => !soft) &&
  !mention.left.some(({ role }) => role === 'parts');

/** Counts all applications, or all cases of a procedure. */
function isAll(mention: Mention | undefined): boolean {
  if (!mention) return true;
  const { quantity, left, words, doubts } = mention;
  const isOther = doubts.some(({ reason, soft }) => !soft || reason === 'business');
  if (!quantity || isOther || left.some(({ role }) => role === 'parts')) return false;
  if (quantity.about === 'requests') return ['new', 'received', 'handled'].includes(quantity.event);
  // 许可复议案件12件
  const isOfDecisions = words.some(({ role }) => role === 'decision');
  return quantity.about === 'procedures' && !isOfDecisions && (!quantity.result || quantity.result === 'finished');
}

const HIDES: Readonly<Partial<Record<Token['role'], Doubt['reason']>>> = {
  unknown: 'word',
  business: 'business',
  channel: 'part',
  aspect: 'part',
  part: 'body',
  body: 'body',
  superlative: 'part',
  time: 'time',
  except: 'condition',
  without: 'condition',
  rest: 'condition',
};

function doubtsOf(predicate: Predicate, tail: Tail, before: Before): Doubt[] {
  const words = [...predicate.rest, ...predicate.told];
  const isNamed = words.some((one) => isStrong(one) || ['procedure', 'document', 'decision'].includes(one.role));
  const isCarried = words.some(({ role, value }) => role === 'event' && value.startsWith('carried'));
  const own = words.flatMap(({ role, value, text }): Doubt[] => {
    const reason = HIDES[role];
    const isOwn = role === 'time' && (value === 'own' || (isEarlier(value) && isCarried));
    return reason && !isOwn ? [{ reason, word: text }] : [];
  });
  const last = lastOf(tail, before);
  const isShared = tail.behind === last || predicate.rest.some(({ role }) => role === 'all');
  const isOfPart = predicate.says === 'none' && isShared && last && !isOfAll(last, predicate.rest, before);
  const doubts = [...doubtsAround(words, tail, isNamed, isCarried), ...own, ...otherCases(words, tail, last)];
  return isOfPart ? [...doubts, { reason: 'part' }] : doubts;
}

const isEarlier = (time: string): boolean => time === 'last' || time === 'start';

/** What the sentence says before the conclusion. */
function doubtsAround(words: readonly Token[], { context }: Tail, isNamed: boolean, isCarried: boolean): Doubt[] {
  const { body, shared, time, plan, exception, subject } = context;
  // 上年无结转
  const isOfLast = isCarried && words.some(({ role, value }) => role === 'time' && isEarlier(value));
  const found = [body?.soft && isNamed ? undefined : body, shared, isOfLast ? undefined : time, plan, exception];
  const other: Doubt[] = subject?.of === 'business' && !isNamed ? [{ reason: 'business', word: subject.word }] : [];
  return [...found.flatMap((one) => one ?? []), ...other];
}

/** 没有被撤销的行政许可, 作出行政处罚7件，未被起诉: cases that are not about information. */
function otherCases(words: readonly Token[], { opens }: Tail, last: Mention | undefined): Doubt[] {
  const isOfCases = words.some(({ role }) => role === 'result' || role === 'procedure');
  const named = words.filter(({ role }) => isOfCases && (role === 'decision' || role === 'document'));
  const about = last?.quantity?.about;
  const isAfter = (about === 'decisions' || about === 'documents') && opens !== ';' && !words.some(isStrong);
  const isOfOthers = isAfter && (isOfCases || words.some(({ role }) => role === 'fee'));
  // 没有文件被废止 is about those named before, 文件没有被撤销 about any.
  const isMade = !isOfCases && words.some(({ role }) => role === 'made');
  named.push(...words.filter((token) => isDocument(token) && !isMade));
  return [...named.map(({ text }): Doubt => ({ reason: 'business', word: text })), ...(isOfOthers ? [BUSINESS] : [])];
}

const BUSINESS: Doubt = { reason: 'business' };
