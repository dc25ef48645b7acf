import { escapePattern } from '../writing/patterns.ts';
import { isShortFor } from '../writing/short-names.ts';
import { type Role, TERMS } from './vocabulary/terms.ts';

/** A word of the vocabulary in a text, or a part of the text that is not in the vocabulary. */
export interface Token {
  readonly role: Role | 'unknown';
  readonly value: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The facts about a report that its words depend on. */
export interface Speaker {
  readonly year: number | undefined;
  readonly agency: string;
  /** The report covers more than the agency itself, so 代表区政府 is only a part of it. */
  readonly aggregate: boolean;
}

export type Tokenizer = (text: string, start: number, end: number) => Token[];

const ORGAN =
  /[\p{Script=Han}]{1,20}?(?:人民政府办公室|人民政府办公厅|政府办公室|政府办公厅|人民政府|政府办|政府|管理局|委员会|局|委|厅|办|院|中心|街道|镇|乡)/uy;

/** Returns a tokenizer for one report. It takes the longest word in the vocabulary each time. */
export function createTokenizer({ year, agency, aggregate }: Speaker): Tokenizer {
  const meanings = new Map<string, { role: Role; value: string }>();
  for (const { role, value, words } of TERMS) {
    for (const word of words) {
      const written = withYears(word, year);
      if (written !== undefined && !meanings.has(written)) meanings.set(written, { role, value });
    }
  }
  const words = [...meanings.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const known = new RegExp(words.join('|'), 'uy');
  return (text, start, end) => {
    const tokens: Token[] = [];
    let unknown = start;
    const flush = (at: number) => {
      if (at > unknown)
        tokens.push({ role: 'unknown', value: '', text: text.slice(unknown, at), start: unknown, end: at });
    };
    for (let at = start; at < end; ) {
      known.lastIndex = at;
      const word = known.exec(text)?.[0];
      const organ = at === unknown ? organAt(text, at, end, agency) : undefined;
      const taken = organ && organ.length > (word?.length ?? 0) ? organ : word;
      if (taken === undefined || at + taken.length > end) {
        at++;
        continue;
      }
      flush(at);
      const meaning = taken === organ ? OWN : (meanings.get(taken) as { role: Role; value: string });
      const role = meaning.role === 'limited' && taken === '代表' && !aggregate ? 'plain' : meaning.role;
      tokens.push({ role, value: meaning.value, text: taken, start: at, end: at + taken.length });
      at += taken.length;
      unknown = at;
    }
    flush(end);
    return tokens;
  };
}

const OWN = { role: 'plain', value: '' } as const;

/** Matches short names of the agency itself: 市人力社保局 for 温州市人力资源和社会保障局. */
function organAt(text: string, at: number, end: number, agency: string): string | undefined {
  ORGAN.lastIndex = at;
  const name = ORGAN.exec(text)?.[0];
  return name !== undefined && at + name.length <= end && isShortFor(name, agency) ? name : undefined;
}

/** undefined for a word that needs a year if the year is not known. */
function withYears(word: string, year: number | undefined): string | undefined {
  if (!word.includes('{')) return word;
  if (year === undefined) return undefined;
  return word
    .replaceAll('{year}', String(year))
    .replaceAll('{last}', String(year - 1))
    .replaceAll('{next}', String(year + 1));
}
