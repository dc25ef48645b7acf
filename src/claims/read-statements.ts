import { textIn } from '../report/access.ts';
import type { Report, Years } from '../report/report.ts';
import { type Sentence, sentencesOf } from './clauses.ts';
import { changeStatement, shareStatement } from './comparisons.ts';
import { conclusionIn } from './conclude.ts';
import { type Candidate, candidatesIn, roundsTo } from './evaluate.ts';
import { type Figure, findFigures } from './figures.ts';
import { flowsIn } from './flows.ts';
import { partsIn } from './parts.ts';
import type { Read, SentenceReading } from './sentence-reading.ts';
import type { Statement } from './statement.ts';
import { createTokenizer, type Token, type Tokenizer } from './tokens.ts';
import { CASES, governs, newTopic, procedureIn, quantityOf, type Topic } from './topic.ts';
import type { Quantity } from './vocabulary/quantities.ts';

/** A sentence with more figures or clauses is a table in words; it is not clear which words belong to which figure. */
const MOST_FIGURES = 150;

/**
 * Returns a reader of statements for one report. It reads texts from `prose/read-text.ts`, with the key of their section, and
 * ignores figures it is not sure about.
 */
export function createReader(years: Years): (text: string, section?: string) => Statement[] {
  const { report } = years;
  const tokens = createTokenizer({
    year: report.year,
    agency: report.agencyName,
    aggregate: textIn(report.data, 'agency.scope') === 'aggregate',
  });
  return (text, section) => {
    const figures = findFigures(text);
    let topic = topicIn(section);
    let earlier: readonly Read[] = [];
    let next = 0;
    return sentencesOf(text).flatMap((sentence) => {
      while ((figures[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) next++;
      const first = next;
      while ((figures[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) next++;
      if (next - first > MOST_FIGURES || sentence.clauses.length > MOST_FIGURES) {
        earlier = [];
        return [];
      }
      const reading: SentenceReading = { text, years, reads: [], topic };
      const found = readSentence(sentence, figures.slice(first, next), reading, tokens);
      const flows = flowsIn(reading);
      const all = [...found, ...partsIn(sentence, reading, earlier).filter((sum) => !isTold(sum, flows)), ...flows];
      const isNewParagraph = text[sentence.end] === '\n';
      earlier = isNewParagraph ? [] : reading.reads;
      topic =
        isNewParagraph || !speaksOn(reading.topic, reading.reads)
          ? topicIn(section)
          : { ...reading.topic, made: undefined, document: undefined, fee: undefined, compared: false };
      return all;
    });
  };
}

/** The subject at the start of a paragraph: next to a table, it is what the table counts. */
const topicIn = (section: string | undefined): Topic => ({
  ...newTopic(),
  requests: section === 'applications',
  information: section === 'active_disclosure',
});

/** True if `flows` already reports this contradiction. */
const isTold = (sum: Statement, flows: readonly Statement[]): boolean =>
  sum.verdict === 'contradicts' &&
  flows.some(({ verdict, start, end }) => verdict === 'contradicts' && start <= sum.end && end >= sum.start);

/** True if the next sentence can have the same subject: this sentence was not about other business. */
const speaksOn = (topic: Topic, reads: readonly Read[]): boolean =>
  (topic.requests || topic.procedure !== undefined) &&
  !reads.some(({ left }) => left.some(({ role }) => role === 'foreign'));

function readSentence(
  sentence: Sentence,
  figures: readonly Figure[],
  reading: SentenceReading,
  tokens: Tokenizer,
): Statement[] {
  const statements: Statement[] = [];
  const { text } = reading;
  if (isOfOtherBody(sentence, text, tokens)) reading.topic.foreign = true;
  let outer: readonly Token[] = [];
  for (const [index, clause] of sentence.clauses.entries()) {
    const own = figures.filter(({ start, end, kind }) => kind !== 'name' && start >= clause.start && end <= clause.end);
    const before = sentence.clauses[index - 1];
    // 作其他处理（含撤回）341件: the words before the bracket belong to the figure after it.
    const goesOn = before !== undefined && before.depth > clause.depth && text[clause.start - 1] === ')';
    const carried = goesOn ? outer : [];
    let done = clause.start;
    const found = own.flatMap((figure, position) => {
      const start = done;
      const left = [...(position === 0 ? carried : []), ...tokens(text, start, figure.start)];
      const right = tokens(text, figure.end, own[position + 1]?.start ?? clause.end);
      const statements = readFigure({ figure, clause, left, right, quantity: undefined }, reading);
      // 11件被申请复议、8件被起诉: the words after the first figure do not belong to the second.
      const until = statements.filter((one) => one.figure === figure).map(({ end }) => end);
      done = Math.max(figure.end, ...until);
      return statements;
    });
    const rest = tokens(text, own.at(-1)?.end ?? clause.start, clause.end);
    const wasPlain = reading.topic.plain;
    note(rest, reading.topic);
    if (clause.depth === 0 || own.length > 0)
      outer = own.length === 0 ? rest : tokens(text, own.at(-1)?.end ?? clause.start, clause.end);
    statements.push(...found);
    const last = own.at(-1);
    // 复议3件均获维持 is about all cases, if the number is the number of all cases.
    if (last && found.some((one) => one.figure === last && isOfAll(one)))
      statements.push(...conclusionIn({ ...clause, start: last.end }, reading, false));
    if (own.length === 0) {
      statements.push(...conclusionIn(clause, reading, wasPlain));
      statements.push(...changeStatement({ clause, left: rest, right: [], figure: undefined }, reading));
    }
  }
  return statements;
}

const ALL = /^(?:new|received|handled|(?:reconsideration|litigation|both):total)$/;
const isOfAll = ({ verdict, quantity }: Statement): boolean => verdict === 'agrees' && ALL.test(quantity);

/** True if a sentence starts with another agency; the rest of the sentence is then about that agency. */
function isOfOtherBody({ clauses: [first] }: Sentence, text: string, tokens: Tokenizer): boolean {
  const subject = first && tokens(text, first.start, first.end).find(({ role }) => role !== 'plain');
  return subject?.role === 'unknown' && OTHER_BODY.test(subject.text);
}

const OTHER_BODY = /(?:大队|支队|中心|分局|局|委员会|管委会|镇|乡|街道|公司|学校|医院|园区|开发区)$/u;

/** Updates the subject from the words. */
function note(tokens: readonly Token[], topic: Topic): void {
  if (tokens.some(({ role, value }) => role === 'request' || (role === 'action' && value === 'new')))
    topic.requests = true;
  topic.procedure = procedureIn(tokens) ?? topic.procedure;
  if (tokens.some(({ role }) => role === 'unknown' || role === 'foreign')) topic.plain = false;
  if (tokens.some(({ role }) => role === 'foreign')) topic.foreign = true;
  const last = (one: Token['role']) => tokens.findLast(({ role }) => role === one)?.value;
  topic.made = last('made') ?? topic.made;
  topic.document = last('document') ?? topic.document;
  topic.fee = last('fee') ?? topic.fee;
  topic.compared ||= tokens.some(({ role }) => role === 'compared');
}

function readFigure(read: Read, reading: SentenceReading): Statement[] {
  const { figure, left } = read;
  const told = { ...read };
  note(left, reading.topic);
  // 备案复议案件5件，诉讼案件3件: like the first figure, the second is not about this agency.
  if (reading.topic.foreign && !left.some(({ role }) => role === 'request')) {
    reading.reads.push(told);
    return [];
  }
  const share = shareStatement(read, reading);
  const change = share.length > 0 ? [] : changeStatement(read, reading);
  // 比上年增加5件 is not a number of this year, even if last year is not known.
  const isChange = left.some(({ role }) => role === 'compared') || change.length > 0;
  // 由7件变为9件: the old and the new number; neither can be read alone.
  if (/[由从]$/u.test(left.at(-1)?.text ?? '')) return unread(read);
  if (share.length > 0 || isChange) return [...share, ...change];
  // 与上年相比，新收申请多20件 is a difference, not a number of applications.
  if (reading.topic.compared && left.some(({ role }) => role === 'change')) return unread(read);
  if (figure.kind === 'percent' && left.some(({ role }) => role === 'share')) return unread(read);
  if (figure.kind !== 'count' && figure.kind !== 'money') return [];
  const words = wordsOf(read) ?? onlyAmount(read, reading.topic);
  const quantity = words && quantityOf(words, figure, reading.topic);
  reading.reads.push({ ...told, quantity });
  note(read.right, reading.topic);
  if (figure.about) return [];
  if (!quantity) return unread(read);
  if (isOfLaterResult(read, quantity, reading.text)) {
    const end = words?.at(-1)?.end ?? figure.end;
    return unread(read).map((one) => ({ ...one, end: Math.max(end, figure.end) }));
  }
  return tableStatement({ ...read, quantity }, words ?? [], reading);
}

/** 尚有3件行政复议、1件行政诉讼未审结: the result comes after both figures and applies to both. */
const isOfLaterResult = ({ figure, clause, left }: Read, { id }: Quantity, text: string): boolean =>
  /:total$/.test(id) &&
  !left.some(({ role }) => role === 'procedure') &&
  RESULT.test(text.slice(figure.end, clause.end));
const RESULT = /审结|结案|维持|纠正|纠错|撤|胜诉|败诉|终止|驳回/u;

/** How many characters before a figure are shown, so that readers can identify it. */
const SHOWN = 15;

/** The statement `unread` of a figure that may be about the tables; none if a word next to it says that it is not. */
function unread({ figure, left, right }: Read): Statement[] {
  const isAside = [...left, ...right.slice(0, 1)].some(({ role }) => role === 'limited' || role === 'foreign');
  if (isAside || figure.about || (figure.kind === 'count' && !CASES.has(figure.unit))) return [];
  const { end, value } = figure;
  const start = Math.max(left[0]?.start ?? figure.start, figure.start - SHOWN);
  return [{ start, end, figure, quantity: 'unread', value, verdict: 'open', candidates: [] }];
}

/** The words that say what a figure counts: those before it, else those after it. undefined if some are unknown. */
function wordsOf({ left, right }: Read): Token[] | undefined {
  const isKnown = (token: Token) =>
    token.role !== 'unknown' && token.role !== 'limited' && token.role !== 'foreign' && token.role !== 'compared';
  if (left.some(governs)) {
    if (!left.every(isKnown)) return undefined;
    const [next] = right;
    const isNamed = left.some(({ role }) => role !== 'action' && role !== 'plain' && role !== 'parts');
    return isNamed || next === undefined || isKnown(next) ? [...left] : undefined;
  }
  if (!left.every(isKnown)) return undefined;
  const first = right.findIndex(governs);
  const last = endOfRun(right, first);
  // 其中2件均由自然人提出 is not the number of applications from natural persons.
  const isSaidOfAll = right.slice(0, Math.max(first, 0)).some(({ text }) => /^[均都]/u.test(text));
  const words = first < 0 || isSaidOfAll ? [] : right.slice(0, last);
  return words.length > 0 && words.every(isKnown) ? [...left, ...words] : undefined;
}

/** The index after the words that continue the word at `first`: 收取了信息处理费; 不予公开、无法提供和不予处理. */
function endOfRun(tokens: readonly Token[], first: number): number {
  const role = tokens[first]?.role;
  const isJoined = (token: Token) => token.role === role || (role === 'outcome' && /^(?:and|plain)$/.test(token.role));
  const others = tokens.slice(first + 1);
  const end = role === 'fee' || role === 'outcome' ? others.findIndex((token) => !isJoined(token)) : 0;
  return first + 1 + (end < 0 ? others.length : end);
}

/** 收取了信息处理费，金额共计380元: the purpose of the money was given earlier. */
const onlyAmount = ({ figure, left }: Read, topic: Topic): Token[] | undefined =>
  figure.kind === 'money' && topic.fee !== undefined && left.every(({ role }) => role === 'plain')
    ? [...left]
    : undefined;

/** Money is usually rounded: 5949.088667万元 as 5949.09万元. A number is never rounded to zero. */
const says = (figure: Figure, exact: number): boolean =>
  figure.kind === 'money' && figure.value > 0 ? roundsTo(exact, figure) : exact === figure.value;

function tableStatement(
  read: Read & { readonly quantity: Quantity },
  words: readonly Token[],
  { years }: SentenceReading,
): Statement[] {
  const { figure, quantity, left } = read;
  const candidates = candidatesIn(years.report, quantity);
  const fits = (value: number) => says(figure, value);
  const agrees = candidates.some(({ value }) => value !== undefined && fits(value));
  const excludes = ({ value, complete }: Candidate) => value !== undefined && (complete || value > figure.value);
  const isSure = candidates.length > 0 && candidates.every(excludes);
  const first = left.find(governs) ?? figure;
  const certain = isSure && isNamedAsCell(years.report, candidates, left);
  return [
    {
      start: Math.min(first.start, figure.start),
      end: Math.max(figure.end, words.at(-1)?.end ?? 0),
      figure,
      quantity: quantity.id,
      value: figure.value,
      // If a wrong number would not be reported, a right number is not marked as agreeing.
      verdict: quantity.weak ? 'open' : agrees ? 'agrees' : isSure ? 'contradicts' : 'open',
      candidates,
      fits,
      ...(certain && { certain }),
    },
  ];
}

/** True if the words before a figure are the form's name of a cell of table 三: 新收政府信息公开申请, 结转下年度继续办理. */
function isNamedAsCell({ cells }: Report, candidates: readonly Candidate[], left: readonly Token[]): boolean {
  const [only, ...others] = candidates;
  const [term, ...more] = only?.terms ?? [];
  if (!term?.path.startsWith('applications.') || others.length > 0 || more.length > 0) return false;
  const named = left.filter(({ role }) => role !== 'plain' && role !== 'parts').map(({ text }) => text);
  return named.join('').replace(/^本年/u, '') === nameInForm(cells.get(term.path)?.name ?? '');
}

/** `一、本年新收政府信息公开申请数量 · 总计` -> 新收政府信息公开申请 */
const nameInForm = (name: string): string =>
  (name.split(' · ')[0] ?? '').replace(/^(?:[一二三四]、|（[一二三四五六七]）)(?:本年)?|数量$|（.*$/gu, '');
