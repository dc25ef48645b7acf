import { after, type ReadingContext } from './context.ts';
import { governs } from './counted.ts';
import type { Figure } from './lex/figures.ts';
import type { Token } from './lex/token.ts';
import type { Quantity } from './quantity.ts';
import type { Doubt, Reason } from './statement.ts';
import { FORM_EVENTS } from './vocabulary/form-names.ts';
import { CUMULATIVE } from './vocabulary/whose.ts';

interface Words {
  readonly figure: Figure;
  readonly left: readonly Token[];
  readonly right: readonly Token[];
  readonly words: readonly Token[];
  readonly quantity: Quantity | undefined;
  /** The words of the brackets beside it. */
  readonly inside: readonly Token[];
}

const PARTS: Readonly<Partial<Record<Token['role'], Reason>>> = {
  channel: 'part',
  aspect: 'part',
  superlative: 'part',
  part: 'body',
  rest: 'part',
};

/** Petitions are also counted by themselves. */
const PETITIONS = 'not_processed.petition_or_complaint';

/** Everything that makes it uncertain which number a figure is; those that are not soft come first. */
export function doubtsOf({ figure, left, words, quantity, inside }: Words, context: ReadingContext): readonly Doubt[] {
  const { body, time, plan, topic, deed, subject, event } = context;
  const exception = after({ ...context, exception: undefined }, inside, false).exception ?? context.exception;
  const own = words.length > 0 ? words : left;
  const head = own.findIndex(governs);
  const named = own.some(
    ({ role, value }) =>
      (role === 'request' && value === 'strong') ||
      role === 'document' ||
      role === 'decision' ||
      role === 'procedure' ||
      role === 'outcome',
  );
  const found: Doubt[] = [];
  for (const doubt of [body, time, plan]) if (doubt) found.push(doubt);
  if (exception) found.push(exception);
  if (topic && isOfRequests(quantity)) found.push(topic);
  if (deed) found.push(deed);
  if (context.until && own.some(({ text }) => text.includes(CUMULATIVE))) found.push({ ...context.until, soft: true });
  for (const [index, { role, value, text }] of own.entries()) {
    const reason = value === 'topic' ? undefined : PARTS[role];
    // Who is named before the figure is in the context.
    if (reason && !(role === 'part' && left.includes(own[index] as Token))) found.push({ reason, word: text });
    // 49件系2024年底收到: the time stands behind the figure.
    const isOtherTime = role === 'time' && value !== 'own' && !left.includes(own[index] as Token);
    if (isOtherTime) found.push({ reason: value === 'plan' ? 'plan' : 'time', word: text });
    if (role === 'unknown') found.push({ reason: 'word', word: text, soft: true });
    if (role === 'business') found.push({ reason: 'business', word: text, soft: named && index < head });
  }
  if (subject?.of === 'business' && !named) found.push({ reason: 'business', word: subject.word });
  // 办结12件, where nothing says what: likely applications.
  const isSaid = subject?.of === 'requests' || words.some(({ role }) => role === 'request');
  // 结转下年 and 新收 are words of the form; 8件正在办理 behind 办结153件 is also clear.
  const isOfForm =
    subject === undefined &&
    (words.some(({ role, text }) => role === 'event' && FORM_EVENTS.some((one) => text.includes(one))) ||
      (event !== undefined && quantity?.about === 'requests' && quantity.event.startsWith('carried')));
  if (!isOfForm && (quantity?.about === 'requests' || quantity?.about === 'applicants') && !isSaid)
    found.push({ reason: 'nothing', soft: true });
  const isGrouped = words.some(({ role }) => role === 'outcome');
  if (quantity?.about === 'outcomes' && quantity.rows.includes(PETITIONS) && !isSaid && !isGrouped)
    found.push({ reason: 'several', soft: true });
  // 办结38件 in the sentence behind that on procedures can be the applications.
  const isEarlier = subject?.of === 'procedures' && subject.earlier;
  if (
    quantity?.about === 'procedures' &&
    isEarlier &&
    !words.some(({ role }) => role === 'procedure' || role === 'result')
  )
    found.push({ reason: 'several', soft: true });
  // 公开行政处罚决定书89份: published, not made.
  const isPublished =
    context.made === 'disclosed' || words.some(({ role, value }) => role === 'made' && value === 'disclosed');
  if (quantity?.about === 'decisions' && isPublished) found.push({ reason: 'several', soft: true });
  if (figure.kind === 'bare') found.push({ reason: 'unit', soft: true });
  return found.sort((a, b) => Number(a.soft ?? false) - Number(b.soft ?? false));
}

const isOfRequests = (quantity: Quantity | undefined): boolean =>
  quantity?.about === 'requests' || quantity?.about === 'outcomes' || quantity?.about === 'applicants';
