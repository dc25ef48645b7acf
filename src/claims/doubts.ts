import type { ReadingContext } from './context.ts';
import { after } from './context-after.ts';
import { governs } from './counted.ts';
import type { Figure } from './lex/figures.ts';
import { isDocument, type Token } from './lex/token.ts';
import { isOneCell, type Quantity } from './quantity.ts';
import type { Doubt, Reason } from './statement.ts';
import { INFORMATION } from './vocabulary/disclosure.ts';
import { FORM_EVENTS } from './vocabulary/form-names.ts';
import { OTHER_RESULTS, RESPONSE } from './vocabulary/procedures.ts';
import { APPLICATION, GRANTED } from './vocabulary/requests.ts';
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
export function doubtsOf(about: Words, context: ReadingContext): readonly Doubt[] {
  const all = [...doubtsAround(about, context), ...doubtsInWords(about, context), ...doubtsOfQuantity(about, context)];
  return all.sort((a, b) => Number(a.soft ?? false) - Number(b.soft ?? false));
}

const ownOf = ({ words, left }: Words): readonly Token[] => (words.length > 0 ? words : left);

/** Whose and when, and what the sentence leaves out. */
function doubtsAround(about: Words, context: ReadingContext): Doubt[] {
  const { body, shared, time, plan, topic, deed, until } = context;
  const inside = about.inside.length > 0 && after({ ...context, exception: undefined }, about.inside, false).exception;
  const exception = inside || context.exception;
  const isCumulative = ownOf(about).some(({ text }) => text.includes(CUMULATIVE));
  return [
    body,
    shared,
    time,
    plan,
    exception,
    isOfRequests(about.quantity) ? topic : undefined,
    deed,
    until && isCumulative ? { ...until, soft: true } : undefined,
  ].flatMap((one) => one ?? []);
}

const NAMED = new Set<Token['role']>(['document', 'decision', 'procedure', 'outcome']);

/** True if applications are named, also in the name of a row: 重复申请. */
const namesRequests = ({ words }: Pick<Words, 'words'>, subject: ReadingContext['subject']): boolean =>
  subject?.of === 'requests' ||
  words.some(({ role, text }) => role === 'request' || (role === 'row' && text.includes(APPLICATION)));

/** True if procedures are named, not only who decided. */
const isOfCases = ({ words }: Pick<Words, 'words'>, subject: ReadingContext['subject']): boolean =>
  subject?.of === 'procedures' || words.some(({ role }) => role === 'procedure');

/** Words beside the figure that limit it. */
function doubtsInWords(about: Words, { subject }: ReadingContext): Doubt[] {
  const { figure, left, right, words, quantity } = about;
  const own = ownOf(about);
  const head = own.findIndex(governs);
  const named = own.some(({ role, value }) => (role === 'request' && value === 'strong') || NAMED.has(role));
  const isSaid = namesRequests(about, subject);
  const isSpecific =
    isOneCell(quantity) &&
    (quantity?.about === 'procedures' ? isOfCases(about, subject) : isSaid || !isOfRequests(quantity));
  // 其余2件结转下年: what is left is all that is carried forward.
  const isForward = quantity?.about === 'requests' && quantity.event === 'carried_forward';
  const such =
    quantity?.about === 'decisions' ? own.findLastIndex((one) => one.role === 'such' && one.value === '') : -1;
  const isExample = (index: number) => index < such && own.slice(such).some(({ role }) => role === 'decision');
  const found = own.flatMap((token, index): Doubt[] => {
    const { role, value, text } = token;
    // 办理采伐、占用林地等行政许可86件: examples limit nothing.
    if (isExample(index) && (role === 'aspect' || role === 'unknown'))
      return [{ reason: 'part', word: text, soft: true }];
    const reason = value === 'topic' ? undefined : PARTS[role];
    // Who is named before the figure is in the context.
    const isOwnPart = role === 'part' && (left.includes(token) || own[index - 1]?.role === 'own');
    if (reason && !isOwnPart)
      return [{ reason, word: text, ...(role === 'rest' && (isForward || isSpecific) && { soft: true }) }];
    // 49件系2024年底收到: the time stands behind the figure.
    if (role === 'time' && value !== 'own' && !left.includes(token))
      return [{ reason: value === 'plan' ? 'plan' : 'time', word: text }];
    const before = own[index - 1];
    // 企业申请技改补助12件: an application for something that is named.
    if (role === 'unknown' && text.length > 1 && before?.value === 'weak' && token.end === figure.start)
      return [{ reason: 'business', word: before.text + text }];
    if (isDocument(token)) return [{ reason: 'business', word: text, soft: true }];
    if (role === 'unknown')
      return isSpecific && text.length <= NEUTRAL ? [] : [{ reason: 'word', word: text, soft: true }];
    return role === 'business' ? [{ reason: 'business', word: text, soft: named && index < head }] : [];
  });
  const last = words.at(-1);
  const behind = right[words.filter((token) => right.includes(token)).length];
  // 3件登记要素不全: the word may only be a part of a longer one.
  if (behind?.role === 'unknown' && last?.role === 'event' && right.includes(last))
    found.push({ reason: 'word', word: behind.text, soft: true });
  // What a sentence before was about, where the words are those of the form: 不予公开3件.
  if (subject?.of === 'business' && (!named || subject.earlier))
    found.push({
      reason: subject.isUnknown ? 'word' : 'business',
      word: subject.word,
      ...(named && { soft: true }),
    });
  return found;
}

/** What the words name can also be said of other numbers. */
function doubtsOfQuantity({ figure, left, words, quantity }: Words, context: ReadingContext): Doubt[] {
  const { subject, event, made } = context;
  const found: Doubt[] = [];
  const has = (...roles: readonly Token['role'][]) => words.some(({ role }) => roles.includes(role));
  // 办结12件, where nothing says what: likely applications.
  const isSaid = namesRequests({ words }, subject);
  // 结转下年 and 新收 are words of the form; 8件正在办理 behind 办结153件 is also clear.
  const isOfForm =
    subject === undefined &&
    (words.some(({ role, text }) => role === 'event' && FORM_EVENTS.some((one) => text.includes(one))) ||
      (event !== undefined && quantity?.about === 'requests' && quantity.event.startsWith('carried')));
  const isClear =
    context.isClear &&
    figure.unit === '件' &&
    (quantity?.about === 'applicants' || (quantity?.about === 'requests' && quantity.event !== 'handled'));
  if (!isOfForm && !isClear && (quantity?.about === 'requests' || quantity?.about === 'applicants') && !isSaid)
    found.push({ reason: 'nothing', soft: true });
  const isPetitions = quantity?.about === 'outcomes' && quantity.rows.includes(PETITIONS) && !isSaid && !has('outcome');
  const isGranted = words.some(
    ({ role, value, text }) => role === 'outcome' && value === 'disclosed' && text.includes(GRANTED),
  );
  // 办结38件 in the sentence behind that on procedures can be the applications.
  const isEarlier = subject?.of === 'procedures' && subject.earlier && !has('procedure', 'result');
  // 法院审结行政案件12件 need not be about information; 二审维持2件 are a part.
  const isPart = words.some(
    ({ role, value, text }) =>
      (role === 'plain' && (value === 'instance' || (value === 'case' && !isOfCases({ words }, subject)))) ||
      // 调解结案3件 are a part of the other results; 应诉 is said of all suits of a body.
      (value === 'other_result' && !words.some((word) => OTHER_RESULTS.some((one) => word.text.includes(one)))) ||
      (role === 'procedure' && text.includes(RESPONSE) && !words.some((word) => word.text.includes(INFORMATION))),
  );
  // 公开行政处罚决定书89份: published, not made.
  const isPublished = made === 'disclosed' || words.some(({ role, value }) => role === 'made' && value === 'disclosed');
  if (
    isPetitions ||
    isGranted ||
    (quantity?.about === 'procedures' && (isEarlier || isPart)) ||
    (quantity?.about === 'decisions' && isPublished)
  )
    found.push({ reason: 'several', soft: true });
  // 自然人1287、商业企业164
  const nearest = left.at(-1);
  const isNamed =
    nearest !== undefined && governs(nearest) && (isOneCell(quantity) || quantity?.about === 'applicants');
  if (figure.kind === 'bare' && !isNamed) found.push({ reason: 'unit', soft: true });
  return found;
}

/** Up to this many characters, an unknown word beside the name of one cell hardly limits it: 索要, 先. */
const NEUTRAL = 2;

const isOfRequests = (quantity: Quantity | undefined): boolean =>
  quantity?.about === 'requests' || quantity?.about === 'outcomes' || quantity?.about === 'applicants';
