import { changed, proceduresIn, type ReadingContext } from './context.ts';
import { isOutside, type Token } from './lex/token.ts';
import type { Doubt } from './statement.ts';
import { OFFICES } from './vocabulary/bodies.ts';
import { INFORMATION, OF_DISCLOSURE } from './vocabulary/disclosure.ts';
import { ALSO, AS } from './vocabulary/signs.ts';
import { ACTUALLY, DEMAND, UNTIL } from './vocabulary/whose.ts';

const doubt = (reason: Doubt['reason'], token: Token): Doubt => ({ reason, word: token.text });

/** The context after some words. `aggregate`: the report covers more than the agency itself. */
export function after(context: ReadingContext, tokens: readonly Token[], aggregate: boolean): ReadingContext {
  let here = context;
  for (const [index, token] of tokens.entries())
    if (token.role !== 'plain' && token.role !== 'unknown') here = step(here, token, { tokens, index, aggregate });
  return here;
}

/** How many tokens before a procedure can name others: 行政复议、行政诉讼. */
const LOOK_BACK = 20;

interface Place {
  readonly tokens: readonly Token[];
  readonly index: number;
  readonly aggregate: boolean;
}

function step(context: ReadingContext, token: Token, place: Place): ReadingContext {
  const { tokens, index, aggregate } = place;
  const before = tokens[index - 1];
  switch (token.role) {
    case 'own':
      // 县政府办公室作为全县主管部门: the area does not speak.
      return before?.text === AS && index > 1 ? context : changed(context, { body: undefined, topic: undefined });
    case 'office':
      if (!isAgent(place)) return context;
      return aggregate
        ? { ...context, body: { ...doubt('body', token), ...(token.value === 'agency' && { soft: true }) } }
        : changed(context, { body: undefined });
    case 'part':
      // 组织股室培训: they take part.
      if (before?.role === 'to' || (before?.role === 'plain' && before.value === 'verb')) return context;
      if (token.value === 'deed') return { ...context, shared: doubt('body', token) };
      return isOfWhole(place) ? withWhole(context, token, place) : { ...context, body: doubt('body', token) };
    case 'body':
      return isAgent(place) ? { ...context, body: doubt('body', token) } : context;
    case 'time':
      // 较2024年 names a year only to compare with it.
      // So does 低于2024年.
      if (before && isOrder(before) && token.value === 'last') return changed(context, { compared: true });
      if (before?.role === 'compared') return token.value === 'last' ? changed(context, { compared: true }) : context;
      // 年初无结转: what was there at the start of the year, and no time for what follows.
      if (token.value === 'start' && tokens.some(({ role, value }) => role === 'event' && value.startsWith('carried')))
        return context;
      return withTime(context, token);
    case 'parts': {
      if (token.value !== 'by') return context;
      // 按机关分，部门9件、乡镇3件；按结果分，……
      const lists = context.bodyOfLists ?? { body: context.body };
      return { ...context, bodyOfLists: lists, body: lists.body };
    }
    case 'plan':
      // 落实公开要求: what is asked for, no plan.
      if (token.text === DEMAND && isAtEnd(place)) return context;
      return { ...context, plan: doubt('plan', token) };
    case 'except':
    case 'without':
      return isHarmless(tokens.slice(index + 1)) ? context : { ...context, exception: doubt('condition', token) };
    case 'aspect':
      if (token.value === 'deed') return { ...context, deed: doubt('part', token) };
      return token.value === 'topic' && isOfTopic(place) ? { ...context, topic: doubt('part', token) } : context;
    case 'compared':
      return token.value === 'last' ? changed(context, { compared: true }) : context;
    case 'change':
      // 由上年的9862件降至9317件: the second number is this year's.
      return token.value === 'to' && context.timeValue === 'last'
        ? { ...context, time: undefined, timeValue: undefined }
        : context;
    case 'request':
      return withRequest(context, token, place);
    case 'event':
      if (context.deed) return step({ ...context, deed: undefined }, token, place);
      // 预计办理12件，实际办结13件
      if (context.plan && isActual(token, before)) return step({ ...context, plan: undefined }, token, place);
      // 上年遗留4件，新收12件; not 2024年，新收12件
      return token.value === 'new' && context.timeTold
        ? { ...context, time: undefined, timeValue: undefined, timeTold: false }
        : context;
    case 'procedure':
      return {
        ...context,
        exception: exceptionOf(context, token, tokens.slice(Math.max(0, index - LOOK_BACK), index)),
        subject: {
          of: 'procedures',
          procedures: proceduresIn(tokens.slice(Math.max(0, index - LOOK_BACK), index + 1)) ?? [],
        },
      };
    case 'made':
      // 落实公开要求: nothing is disclosed.
      if (OF_DISCLOSURE.some((noun) => tokens[index + 1]?.text.startsWith(noun))) return context;
      return { ...context, deed: undefined, made: token.value };
    case 'document':
      return { ...context, documents: [...context.documents, token.value], subject: { of: 'documents' } };
    case 'decision':
      return { ...context, subject: { of: 'decisions' } };
    case 'fee':
      return {
        ...context,
        // 通知收费金额2860元，实收2310元: what is collected is not what was asked for.
        fee: OF_ANY_FEE.has(token.value) ? feeOf(context) : token.value,
        ...(!OF_ANY_FEE.has(token.value) && { subject: { of: 'fees' } }),
      };
    default:
      return context;
  }
}

/** 其他类行政复议4件、行政诉讼2件: the suits are others too, up to those on information. */
function exceptionOf({ exception }: ReadingContext, { text }: Token, before: readonly Token[]): Doubt | undefined {
  const limit = before.findLast(({ role, value }) => (role === 'rest' && value === '') || value === 'theme');
  if (limit) return doubt('part', limit);
  return exception?.reason === 'part' && text.includes(INFORMATION) ? undefined : exception;
}

const isOrder = ({ role, value }: Token): boolean => role === 'plain' && (value === 'above' || value === 'below');

const isAtEnd = ({ tokens, index }: Place): boolean => index > 0 && (tokens[index + 1]?.role ?? 'mark') === 'mark';

const isActual = ({ text }: Token, before: Token | undefined): boolean =>
  text.startsWith(ACTUALLY) || (before?.text.startsWith(ACTUALLY) ?? false);

/** Said of other fees too. */
const OF_ANY_FEE = new Set(['collected', 'due']);

const feeOf = ({ fee = 'collected' }: ReadingContext): string => (fee === 'notice' ? 'fee' : fee);

/** True unless the body only receives something (向县政府报送), or its website or hotline is meant. */
function isAgent({ tokens, index }: Place): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const isWith = before?.role === 'and' && index === 1;
  // 代表县政府, 协助县公安局: who is behind it does not speak.
  const isServed = before?.role === 'to' || before?.role === 'part';
  return !isServed && !isWith && after?.role !== 'channel' && after?.role !== 'business';
}

/** 县政府及其部门、各乡镇 */
const isOfWhole = ({ tokens, index, aggregate }: Place): boolean => {
  const before = tokens.slice(0, index).findLast(({ role }) => role !== 'plain');
  const isJoined =
    tokens[index]?.text.startsWith(ALSO) ||
    before?.role === 'and' ||
    before?.role === 'mark' ||
    before?.role === 'part' ||
    !aggregate;
  return (
    isJoined && tokens.slice(0, index).some((one) => one.role === 'own' || one.role === 'office' || isOwnOffice(one))
  );
};

/** 县政府办公室和各部门: where departments are joined to an office, it is that of the area. */
const isOwnOffice = ({ role, text }: Token): boolean => role === 'body' && OFFICES.some((one) => text.endsWith(one));

/** The office with the departments is likely the whole area. */
const withWhole = (context: ReadingContext, token: Token, { tokens, aggregate }: Place): ReadingContext =>
  aggregate && tokens.some((one) => one.role === 'office' || isOwnOffice(one))
    ? { ...context, body: { ...doubt('body', token), soft: true } }
    : context;

/** True if what is left out is not a part of the number behind it: 不含上年结转, 除主动公开外. */
function isHarmless(behind: readonly Token[]): boolean {
  const end = behind.findIndex(({ role }) => role === 'outside');
  const words = end < 0 ? behind : behind.slice(0, end);
  return words.some(
    ({ role, value }) => role === 'made' || role === 'channel' || (role === 'event' && value.startsWith('carried')),
  );
}

const isOfTopic = ({ tokens, index }: Place): boolean =>
  [tokens[index - 1], tokens[index + 1]].some((one) => one && (isOutside(one) || one.role === 'business'));

function withRequest(context: ReadingContext, token: Token, { tokens, index }: Place): ReadingContext {
  const before = tokens[index - 1];
  // 依申请公开161条 of 制作政府信息425条
  if (context.subject?.of === 'information' && !tokens.some(({ role }) => role === 'event')) return context;
  if (token.value === 'strong')
    return { ...context, subject: { of: 'requests' }, topic: context.topic && { ...context.topic, soft: true } };
  if (isOfInformation(before, context)) return { ...context, subject: { of: 'requests' } };
  // 行政复议3件。收到申请12件
  const { subject } = context;
  const isEarlier = (subject?.of === 'procedures' || subject?.of === 'business') && subject.earlier;
  if (isEarlier && !OTHERS.has(before?.role ?? 'plain') && tokens.some(isReceived))
    return { ...context, subject: { of: 'requests' }, topic: { ...doubt('several', token), soft: true } };
  if (token.value !== 'weak' || !isNamedBefore(before)) return context;
  // 征地补偿申请 where applications for information are meant: those on one topic.
  return context.subject?.of === 'requests'
    ? { ...context, topic: doubt('part', before) }
    : { ...context, subject: otherRequests(before, token) };
}

const isReceived = ({ role, value }: Token): boolean => role === 'event' && (value === 'received' || value === 'new');

/** 住房申请, or 化解申请, where the word may also be a verb. */
const otherRequests = (before: Token, { text }: Token): ReadingContext['subject'] =>
  isOutside(before)
    ? { of: 'business', word: before.text, isUnknown: true }
    : { of: 'business', word: before.text + text };

/** 住房申请: an application for something that is named. */
const isNamedBefore = (before: Token | undefined): before is Token =>
  before !== undefined && (isOutside(before) || before.role === 'business' || before.role === 'decision');

/** Roles of words before 申请 that make it an application for something else: 许可申请. */
const OTHERS = new Set<Token['role']>(['unknown', 'business', 'decision', 'document', 'procedure']);

/** 申请 alone is one for information if nothing before it says for what. */
const isOfInformation = (before: Token | undefined, { subject }: ReadingContext): boolean =>
  !OTHERS.has(before?.role ?? 'plain') &&
  !(before && isOutside(before)) &&
  (subject === undefined || ['documents', 'decisions', 'information'].includes(subject.of));

function withTime(context: ReadingContext, token: Token): ReadingContext {
  const { value, text } = token;
  const until = UNTIL.some((one) => text.startsWith(one)) ? doubt('time', token) : undefined;
  if (value === 'own') return { ...context, time: undefined, timeValue: undefined, timeTold: false, until };
  const time: Doubt = { reason: value === 'plan' ? 'plan' : 'time', word: text };
  return { ...context, time, timeValue: value === 'last' ? 'last' : undefined, timeTold: false };
}
