import type { Token } from './lex/token.ts';
import type { Event, Procedure } from './quantity.ts';
import { LITIGATION } from './quantity.ts';
import type { Doubt } from './statement.ts';

/** What the words before a figure were about. */
export type ContextSubject =
  | { readonly of: 'requests' }
  /** `earlier`: only a sentence before named it. */
  | { readonly of: 'procedures'; readonly procedures: readonly Procedure[]; readonly earlier?: true }
  /** 条信息 of table 二: 依申请公开161条 counts information, not applications. */
  | { readonly of: 'information' }
  | { readonly of: 'documents' | 'decisions' | 'fees' }
  | {
      readonly of: 'business';
      readonly word: string;
      readonly earlier?: true /** The word is not known. */;
      readonly isUnknown?: true;
    };

/** Everything that a clause takes over from the clauses before it. It is never changed, only made anew. */
export interface ReadingContext {
  readonly subject: ContextSubject | undefined;
  /** The last thing that was said to have happened to applications. */
  readonly event: Event | undefined;
  /** The outcome that the last number was of: 予以公开的20件中，自然人18件. */
  readonly rows: readonly string[] | undefined;
  /** The sentence named another body, or a part of the area. */
  readonly body: Doubt | undefined;
  /** The sentence named another time. */
  readonly time: Doubt | undefined;
  readonly timeValue: 'last' | undefined;
  /** A number of that time was told. */
  readonly timeTold: boolean;
  /** 截至年底: with 累计, the number can be that of several years. */
  readonly until: Doubt | undefined;
  readonly plan: Doubt | undefined;
  /** 除……外, 不含……, 其他类行政复议 */
  readonly exception: Doubt | undefined;
  /** What was done with the numbers of the clause is not what the tables count: 备案. */
  readonly deed: Doubt | undefined;
  /** Something is done together with others, or for them; only in its clause. */
  readonly shared: Doubt | undefined;
  /** The body before a number was first told apart: 按渠道分. */
  readonly bodyOfLists: { readonly body: Doubt | undefined } | undefined;
  /** The body is who a clause is about, not only named in it. */
  readonly isBodyFirst: boolean;
  /** The applications are those on one topic: 涉及征地. */
  readonly topic: Doubt | undefined;
  readonly documents: readonly string[];
  readonly made: string | undefined;
  readonly fee: string | undefined;
  /** All words of the paragraph are known so far, and none is about anything but applications. */
  readonly isClear: boolean;
  /** The text names last year for comparison. */
  readonly compared: boolean;
}

/** Whose and when, and what was said: a sentence starts without it. */
const UNSAID = {
  event: undefined,
  rows: undefined,
  time: undefined,
  timeValue: undefined,
  timeTold: false,
  until: undefined,
  plan: undefined,
  exception: undefined,
  deed: undefined,
  shared: undefined,
  bodyOfLists: undefined,
  topic: undefined,
  documents: [],
  made: undefined,
  fee: undefined,
  compared: false,
} as const;

/** A context with some of it changed; the same one if nothing is. */
export function changed(context: ReadingContext, changes: Partial<ReadingContext>): ReadingContext {
  for (const key in changes) {
    const name = key as keyof ReadingContext;
    if (context[name] !== changes[name]) return { ...context, ...changes };
  }
  return context;
}

const SAID = Object.keys(UNSAID) as (keyof typeof UNSAID)[];

export const contextAt = (section: string | undefined): ReadingContext => ({
  ...UNSAID,
  subject:
    section === 'applications'
      ? { of: 'requests' }
      : section === 'active_disclosure'
        ? { of: 'information' }
        : undefined,
  body: undefined,
  isBodyFirst: false,
  isClear: true,
});

/** What the next sentence takes over: its subject, not whose and when. */
export function nextSentence(context: ReadingContext, behindHeading: boolean): ReadingContext {
  const subject = earlierSubject(context.subject);
  const body = behindHeading
    ? context.body
    : // One sentence may still be about the body of the one before.
      context.isBodyFirst && context.body && !context.body.soft
      ? { ...context.body, soft: true as const }
      : undefined;
  const isSame =
    subject === context.subject && body === context.body && SAID.every((key) => context[key] === UNSAID[key]);
  return isSame ? context : { ...context, ...UNSAID, subject, body };
}

const earlierSubject = (subject: ReadingContext['subject']): ReadingContext['subject'] =>
  (subject?.of === 'procedures' || subject?.of === 'business') && !subject.earlier
    ? { ...subject, earlier: true }
    : subject;

/** The procedures that words name: 行政复议、行政诉讼案件 names all three. */
export function proceduresIn(tokens: readonly Token[]): readonly Procedure[] | undefined {
  const named = tokens.filter(({ role }) => role === 'procedure').map(({ value }) => value);
  const way = named.findLast((one) => one === 'direct' || one === 'after_reconsideration');
  const ways = new Set(named.filter((one) => one === 'direct' || one === 'after_reconsideration'));
  if (ways.size === 2) return LITIGATION;
  if (way) return [way as Procedure];
  if (named.length === 0) return undefined;
  const all = named.flatMap((one): Procedure[] =>
    one === 'both' ? ['reconsideration', ...LITIGATION] : one === 'litigation' ? [...LITIGATION] : ['reconsideration'],
  );
  return [...new Set(all)];
}
