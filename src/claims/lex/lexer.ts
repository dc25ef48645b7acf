import { BODY_ENDINGS, LEVELS, NOT_FIRST_IN_BODIES, NOT_IN_BODIES } from '../vocabulary/bodies.ts';
import type { Role } from '../vocabulary/words.ts';
import { type Dictionary, wordAt } from './dictionary.ts';
import { type Figure, findFigures } from './figures.ts';
import { joined } from './joined.ts';
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

/** Reads a text into tokens, once, in linear time. `figures` are those of the text. */
export function lex(
  text: string,
  dictionary: Dictionary,
  speaker: Speaker,
  figures: readonly Figure[] = findFigures(text),
): Token[] {
  const areas = ownAreas(speaker);
  const tokens: Token[] = [];
  let unknown = 0;
  let next = 0;
  const push = (role: Token['role'], value: string, start: number, end: number, figure?: Figure) => {
    if (start > unknown) tokens.push(tokenOf(text, { role: 'unknown', value: '', start: unknown, end: start }));
    tokens.push({ ...tokenOf(text, { role, value, start, end }), ...(figure && { figure }) });
    unknown = end;
  };
  for (let at = 0; at < text.length; at = Math.max(at + 1, unknown)) {
    while ((figures[next]?.start ?? Number.POSITIVE_INFINITY) < at) next++;
    const figure = figures[next]?.start === at ? figures[next] : undefined;
    const char = text[at] as string;
    if (/\s/u.test(char) && char !== '\n') {
      if (unknown === at) unknown = at + 1;
      continue;
    }
    if (MARKS.has(char) && !(IN_NUMBERS.has(char) && isDigit(text[at - 1]) && isDigit(text[at + 1]))) {
      push('mark', char, at, at + 1);
      continue;
    }
    const time = timeAt(text, at, speaker.year);
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
    else if (figure && figure.end - at >= length) pushFigure(figure, push);
    else {
      const name = at === unknown ? nameAt(text, at, { dictionary, speaker, areas, before: tokens.at(-1) }) : undefined;
      if (name && name.text.length > length) push(name.role, name.value, at, at + name.text.length);
      else if (word?.[1].value === 'area' || word?.[1].value === 'region')
        push(whoseArea(word[1].value === 'area' ? word[0] : '', speaker), '', at, at + length);
      else if (word) push(word[1].role, word[1].value, at, at + length);
    }
  }
  if (text.length > unknown)
    tokens.push(tokenOf(text, { role: 'unknown', value: '', start: unknown, end: text.length }));
  return joined(withOwnField(tokens, fieldOf(speaker)));
}

/** 林业行政处罚 of the 林业局 are all that it decided. */
const withOwnField = (tokens: readonly Token[], field: string): readonly Token[] =>
  tokens.map((token, index) =>
    token.text === field && tokens[index + 1]?.role === 'decision' ? { ...token, role: 'plain', value: '' } : token,
  );

const tokenOf = (text: string, one: Pick<Token, 'role' | 'value' | 'start' | 'end'>): Token => ({
  ...one,
  text: text.slice(one.start, one.end),
});

function pushFigure(
  figure: Figure,
  push: (role: Token['role'], value: string, start: number, end: number, figure?: Figure) => void,
): void {
  push(figure.kind === 'name' ? 'name' : 'figure', figure.kind, figure.start, figure.end, figure);
}

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
  readonly dictionary: Dictionary;
  readonly speaker: Speaker;
  /** The names of the area of the report. */
  readonly areas: readonly string[];
  /** The token before. */
  readonly before: Token | undefined;
}

/** A body or an area at a position of a text. Areas that are not the one of the report only start a clause. */
function nameAt(
  text: string,
  at: number,
  { dictionary, speaker, areas, before }: Around,
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
