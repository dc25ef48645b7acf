import { after, type Context } from './context.ts';
import { governs } from './counted.ts';
import type { Figure } from './lex/figures.ts';
import type { Token } from './lex/lexer.ts';
import type { Event, Quantity } from './quantity.ts';
import type { Doubt, Reason } from './statement.ts';

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

const OF_FORM = new Set<Event>(['new', 'carried_over', 'carried_forward']);
/** Petitions are also counted by themselves. */
const PETITIONS = 'not_processed.petition_or_complaint';

/** Everything that makes it uncertain which number a figure is; those that are not soft come first. */
export function doubtsOf({ figure, left, words, quantity, inside }: Words, context: Context): readonly Doubt[] {
  const { body, time, plan, topic, subject } = context;
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
  for (const [index, { role, text }] of own.entries()) {
    const reason = PARTS[role];
    // Who is named before the figure is in the context.
    if (reason && !(role === 'part' && left.includes(own[index] as Token))) found.push({ reason, word: text });
    if (role === 'unknown') found.push({ reason: 'word', word: text, soft: true });
    if (role === 'business') found.push({ reason: 'business', word: text, soft: named && index < head });
  }
  if (subject?.of === 'business' && !named) found.push({ reason: 'business', word: subject.word });
  // 办结12件, where nothing says what: likely applications.
  const isSaid = subject?.of === 'requests' || words.some(({ role }) => role === 'request');
  // 结转下年 and 新收 are words of the form.
  const isOfForm = subject === undefined && quantity?.about === 'requests' && OF_FORM.has(quantity.event);
  if (!isOfForm && (quantity?.about === 'requests' || quantity?.about === 'applicants') && !isSaid)
    found.push({ reason: 'nothing', soft: true });
  const isGrouped = words.some(({ role }) => role === 'outcome');
  if (quantity?.about === 'outcomes' && quantity.rows.includes(PETITIONS) && !isSaid && !isGrouped)
    found.push({ reason: 'several', soft: true });
  if (figure.kind === 'bare') found.push({ reason: 'unit', soft: true });
  return found.sort((a, b) => Number(a.soft ?? false) - Number(b.soft ?? false));
}

const isOfRequests = (quantity: Quantity | undefined): boolean =>
  quantity?.about === 'requests' || quantity?.about === 'outcomes' || quantity?.about === 'applicants';
