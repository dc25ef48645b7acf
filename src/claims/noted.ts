import { changed, type ReadingContext } from './context.ts';
import { after } from './context-after.ts';
import type { Token } from './lex/token.ts';
import type { Mention } from './mention.ts';
import type { Quantity } from './quantity.ts';
import { INFORMATION, PROACTIVE } from './vocabulary/disclosure.ts';
import { RESPONSE } from './vocabulary/procedures.ts';
import { AS } from './vocabulary/signs.ts';
import { DECISION_UNITS, DURATION_UNITS } from './vocabulary/units.ts';

/** True if a body named in a clause is its subject: 各乡镇规范办理, not 由县司法局承办 and not 会同各部门研究. */
export const isOfSubject = (tokens: readonly Token[]): boolean =>
  isFirstBody(tokens) || tokens.some(({ role }, index) => role === 'own' && tokens[index - 1]?.text !== AS);

function isFirstBody(tokens: readonly Token[]): boolean {
  const first = tokens.find(({ role }) => role !== 'plain' && role !== 'time' && role !== 'parts' && role !== 'mark');
  return first?.role === 'body' || first?.role === 'office' || (first?.role === 'part' && first.value !== 'deed');
}

/** Notes whether the body is who the clause is about. */
export const withFirst = (context: ReadingContext, tokens: readonly Token[]): ReadingContext =>
  changed(context, { isBodyFirst: context.body !== undefined && (context.isBodyFirst || isFirstBody(tokens)) });

/** 热线受理来电: what follows is about other business. */
export function subjectOf(tokens: readonly Token[], { subject }: ReadingContext): ReadingContext['subject'] {
  const other = tokens.find(({ role }) => role === 'business');
  if (other?.value === 'information') return { of: 'information' };
  return other &&
    tokens.some(({ role }) => role === 'event') &&
    !tokens.some(({ role, value }) => (role === 'request' && value === 'strong') || role === 'procedure')
    ? { of: 'business', word: other.text }
    : subject;
}

/** What a figure says for those after it. */
export function noted(
  context: ReadingContext,
  { figure, quantity, right, words, left, doubts }: Mention,
  aggregate: boolean,
): ReadingContext {
  const used = words.filter((token) => right.includes(token));
  const then = after(context, used, aggregate);
  const next = withoutCarried(withoutBase({ ...then, timeTold: then.timeValue === 'last' }, left), quantity);
  const business = left.find(({ role }) => role === 'business') ?? right.find(({ role }) => role === 'business');
  const isCase = figure.kind === 'count' && DECISION_UNITS.includes(figure.unit);
  // 主动公开21件、依申请公开30件、不予公开12件: documents, not applications.
  const isProactive = isCase && left.at(-1)?.role === 'made' && left.at(-1)?.text.startsWith(PROACTIVE);
  if (business?.value === 'information' || isProactive) return { ...next, subject: { of: 'information' } };
  if (!quantity && business && (isCase || left.concat(right).some(({ role }) => role === 'event')))
    return { ...next, subject: { of: 'business', word: business.text } };
  if (!quantity) return next;
  const hard = doubts.find(({ soft }) => !soft);
  // 受理来信18件，办结17件
  if (hard?.reason === 'business' && hard.word !== undefined)
    return { ...next, subject: { of: 'business', word: hard.word } };
  // 受理林权登记18件，办结17件
  const foreign = doubts.find(({ reason, word = '' }) => (reason === 'word' && word.length > 1) || reason === 'part');
  if (quantity.about === 'requests' && foreign?.word !== undefined && doubts.some(({ reason }) => reason === 'nothing'))
    return { ...next, subject: { of: 'business', word: foreign.word } };
  const isClear = !hard && !doubts.some(({ reason }) => reason === 'word');
  const told = quantity.about === 'outcomes' ? undefined : next.event;
  const isCarried = quantity.about === 'applicants' && words.some(({ role }) => role === 'event');
  const event = (quantity.about === 'requests' || isCarried) && isClear ? quantity.event : told;
  const rows = quantity.about === 'outcomes' ? quantity.rows : quantity.about === 'requests' ? undefined : next.rows;
  // 行政应诉142件，其中败诉14件: all suits of a body.
  const ofAll = words.some(({ text }) => text.includes(INFORMATION))
    ? undefined
    : words.find(({ text }) => text.includes(RESPONSE));
  if (quantity.about === 'procedures' && ofAll) return { ...next, subject: { of: 'business', word: ofAll.text } };
  if (quantity.about === 'procedures')
    return { ...next, event, subject: { of: 'procedures', procedures: quantity.procedures } };
  const isOfRequests =
    quantity.about === 'requests' || quantity.about === 'outcomes' || quantity.about === 'applicants';
  // A number that is only likely one of applications does not say that the next one is.
  const isSaid = (quantity.about === 'applicants' && isClear) || !doubts.some(({ reason }) => reason === 'nothing');
  return { ...next, event, rows, subject: isOfRequests && !hard && isSaid ? { of: 'requests' } : next.subject };
}

/** 复议51件，上年为44件；诉讼33件: the number of last year, without words of its own, is only told beside that of this year. */
function withoutBase(context: ReadingContext, left: readonly Token[]): ReadingContext {
  const isBase =
    context.timeValue === 'last' &&
    left.some(({ role, value }) => role === 'time' && value === 'last') &&
    left.every(({ role }) => role === 'time' || role === 'by' || role === 'plain');
  if (!isBase) return context;
  return { ...context, time: context.time && { ...context.time, soft: true }, timeValue: undefined, timeTold: false };
}

/** 除结转的4件外，其余52件: what is carried forward is not missing from the number behind it. */
function withoutCarried(context: ReadingContext, quantity: Quantity | undefined): ReadingContext {
  const isCarried = quantity?.about === 'requests' && quantity.event.startsWith('carried');
  return isCarried ? { ...context, exception: undefined } : context;
}

/** 15个工作日内办结12件: those concluded in this time. `before` is the figure before in the same clause. */
export function withDuration(context: ReadingContext, before: Mention | undefined): ReadingContext {
  if (!before || !DURATION_UNITS.includes(before.figure.unit)) return context;
  return { ...context, topic: { reason: 'part', word: `${before.figure.value}${before.figure.unit}` } };
}
