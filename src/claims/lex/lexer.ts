import { BODY_ENDINGS, LEVELS, NOT_FIRST_IN_BODIES, NOT_IN_BODIES } from '../vocabulary/bodies.ts';
import type { Role } from '../vocabulary/words.ts';
import { type Dictionary, wordAt } from './dictionary.ts';
import { type Figure, findFigures } from './figures.ts';
import { joined } from './joined.ts';
import { knownTokens, type LexedSentence } from './known-sentences.ts';
import { timeAt } from './times.ts';
import type { Token } from './token.ts';
import { areaAt, fieldOf, ownAreas, type Speaker, whoseArea, whoseBody } from './whose.ts';

const MARKS = new Set([',', ';', ':', '(', ')', '。', '!', '?', '\n', '、', '"', '.', '-']);
/** Marks that are also inside numbers and names. */
const IN_NUMBERS = new Set([',', ':', '.', '-']);
/** 《…》 */
const TITLE = /《[^《》。\n]{1,60}》/uy;
const isDigit = (char = ''): boolean => /\d/.test(char);
const BODY = new RegExp(
  `(?![${NOT_FIRST_IN_BODIES}])[^${NOT_IN_BODIES}\\P{Script=Han}]{1,20}?(?:${BODY_ENDINGS.join('|')})`,
  'uy',
);

/** What the words of a report mean, and its own names. */
interface Names {
  readonly dictionary: Dictionary;
  readonly speaker: Speaker;
  /** The names of the area of the report. */
  readonly areas: readonly string[];
  /** The field of its agency. */
  readonly field: string;
}

/** A sentence of a text, and the figures in it, which have their positions in the text. */
interface WrittenSentence {
  readonly text: string;
  readonly start: number;
  readonly figures: readonly Figure[];
}

/** Reads a text into tokens, once, in linear time. `figures` are those of the text. */
export function lex(
  text: string,
  dictionary: Dictionary,
  speaker: Speaker,
  figures: readonly Figure[] = findFigures(text),
): Token[] {
  const names: Names = { dictionary, speaker, areas: ownAreas(speaker), field: fieldOf(speaker) };
  const tokens: Token[] = [];
  let next = 0;
  for (let start = 0; start < text.length; ) {
    const end = endOfSentence(text, start);
    const first = next;
    while ((figures[next]?.start ?? end) < end) next++;
    addSentence(tokens, { text: text.slice(start, end), start, figures: figures.slice(first, next) }, names);
    start = end;
  }
  return tokens;
}

const [STOP, NEW_LINE] = ['。', '\n'].map((mark) => mark.charCodeAt(0));

/** The position behind the mark that ends a sentence. No token, and nothing that tokens say of each other, goes beyond it. */
function endOfSentence(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charCodeAt(end) !== STOP && text.charCodeAt(end) !== NEW_LINE) end++;
  return Math.min(end + 1, text.length);
}

function addSentence(all: Token[], sentence: WrittenSentence, names: Names): void {
  const { text, start, figures } = sentence;
  const isOwn = names.areas.some((name) => text.includes(name)) || (names.field !== '' && text.includes(names.field));
  if (figures.length > 0 || isOwn) {
    for (const token of lexSentence(sentence, names).tokens) all.push(token);
    return;
  }
  const tokens = knownTokens(names.dictionary, text, () => lexSentence({ ...sentence, start: 0 }, names));
  for (const one of tokens)
    all.push({ role: one.role, value: one.value, text: one.text, start: one.start + start, end: one.end + start });
}

/** Between these, there are only Chinese characters: no space, mark or digit. */
const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff];

function lexSentence({ text, start, figures }: WrittenSentence, names: Names): LexedSentence {
  const { dictionary, speaker } = names;
  const tokens: Token[] = [];
  let isOfReport = false;
  let unknown = 0;
  let next = 0;
  const add = (role: Token['role'], value: string, from: number, end: number, figure?: Figure) => {
    const token = { role, value, text: text.slice(from, end), start: start + from, end: start + end };
    tokens.push(figure ? { ...token, figure } : token);
  };
  const push = (role: Token['role'], value: string, from: number, end: number, figure?: Figure) => {
    if (from > unknown) add('unknown', '', unknown, from);
    add(role, value, from, end, figure);
    unknown = end;
  };
  for (let at = 0; at < text.length; at = Math.max(at + 1, unknown)) {
    while ((figures[next]?.start ?? Number.POSITIVE_INFINITY) < start + at) next++;
    const figure = figures[next]?.start === start + at ? figures[next] : undefined;
    const code = text.charCodeAt(at);
    if (code < FIRST_HAN || code > LAST_HAN) {
      const char = text[at] as string;
      if (char !== '\n' && /\s/u.test(char)) {
        if (unknown === at) unknown = at + 1;
        continue;
      }
      if (MARKS.has(char) && !(IN_NUMBERS.has(char) && isDigit(text[at - 1]) && isDigit(text[at + 1]))) {
        push('mark', char, at, at + 1);
        continue;
      }
    }
    const time = timeAt(text, at, speaker.year);
    if (time) isOfReport = true;
    const found = wordAt(dictionary, text, at);
    const title = found ? undefined : titleAt(text, at);
    if (title !== undefined) {
      push('name', 'title', at, at + title.length);
      continue;
    }
    // 衔接, 验收: a single character inside an unknown word is no event.
    const word = found?.[0].length === 1 && found[1].role === 'event' && at > unknown ? undefined : found;
    const length = word?.[0].length ?? 0;
    if (time && time.length >= length) push('time', time.time, at, at + time.length);
    else if (figure && figure.end - start - at >= length)
      push(figure.kind === 'name' ? 'name' : 'figure', figure.kind, at, figure.end - start, figure);
    else {
      const name = at === unknown ? nameAt(text, at, { names, before: tokens.at(-1) }) : undefined;
      const isArea = word?.[1].value === 'area' || word?.[1].value === 'region';
      if (name || isArea) isOfReport = true;
      if (name && name.text.length > length) push(name.role, name.value, at, at + name.text.length);
      else if (word && isArea) push(whoseArea(word[1].value === 'area' ? word[0] : '', speaker), '', at, at + length);
      else if (word) push(word[1].role, word[1].value, at, at + length);
    }
  }
  if (text.length > unknown) add('unknown', '', unknown, text.length);
  return { tokens: joined(withOwnField(tokens, names.field)), isOfReport };
}

/** 林业行政处罚 of the 林业局 are all that it decided. */
const withOwnField = (tokens: readonly Token[], field: string): readonly Token[] =>
  tokens.map((token, index) =>
    token.text === field && tokens[index + 1]?.role === 'decision' ? { ...token, role: 'plain', value: '' } : token,
  );

/** Roles of words that can be part of the name of a body: 信访局, 公共资源交易中心. */
const IN_NAMES = new Set<Role>([
  'business',
  'aspect',
  'decision',
  'plain',
  'and',
  'channel',
  'part',
  'office',
  'procedure',
  'plan',
]);

interface Around {
  readonly names: Names;
  /** The token before. */
  readonly before: Token | undefined;
}

/** A body or an area at a position of a text. Areas that are not the one of the report only start a clause. */
function nameAt(
  text: string,
  at: number,
  { names: { dictionary, speaker, areas }, before }: Around,
): Pick<Token, 'role' | 'value' | 'text'> | undefined {
  const body = bodyAt(text, at, dictionary);
  if (body !== undefined) {
    const [role, value] = whoseBody(body, speaker);
    return { role, value, text: body };
  }
  const own = areas.find((name) => text.startsWith(name, at));
  if (own !== undefined) return { role: whoseArea(own, speaker), value: '', text: own };
  const isFirst = before === undefined || before.role === 'mark' || before.role === 'time';
  const other = isFirst ? areaAt(text, at) : undefined;
  return other !== undefined && isName(text, at, other, dictionary)
    ? { role: 'body', value: '', text: other }
    : undefined;
}

/** The title of a document: its words and numbers say nothing. */
function titleAt(text: string, at: number): string | undefined {
  if (text[at] !== '《') return undefined;
  TITLE.lastIndex = at;
  return TITLE.exec(text)?.[0];
}

/** The name of a body, up to its first ending: 县自然资源和规划局. */
function bodyAt(text: string, at: number, dictionary: Dictionary): string | undefined {
  BODY.lastIndex = at;
  const name = BODY.exec(text)?.[0];
  if (name === undefined || (name.length < 3 && !LEVELS.includes(name[0] as string))) return undefined;
  return isName(text, at, name, dictionary) ? name : undefined;
}

/** Other words of the vocabulary do not stand in names. */
function isName(text: string, at: number, name: string, dictionary: Dictionary): boolean {
  for (let place = at; place < at + name.length; place++) {
    const [word, meaning] = wordAt(dictionary, text, place) ?? [];
    if (word === undefined || meaning === undefined || word.length < 2) continue;
    if (place + word.length > at + name.length || !IN_NAMES.has(meaning.role)) return false;
    // 代表县政府 is no name.
    if (place === at && (meaning.role === 'part' || meaning.value === 'verb')) return false;
  }
  return true;
}
