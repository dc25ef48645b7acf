import { visibleLine } from '../../diagnostics/visible.ts';
import { INVISIBLE, LINE_BREAKS } from '../../source/characters.ts';

/** Texts of a foreign file as YAML: whatever they contain, they cannot end their value or their comment. */

const BREAKS = new RegExp(`\\r\\n?|[${LINE_BREAKS}]`, 'gu');

/**
 * A text as a report file has it: line breaks as `\n`, no invisible characters, no blanks at the ends of lines and of the text.
 */
export const clean = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(BREAKS, '\n')
    .replace(INVISIBLE, '')
    // Without an emoji on both sides, a joiner can come to stand between signs that it does not join.
    .replace(/(?<!\p{Extended_Pictographic})[\u200c\u200d]|[\u200c\u200d](?!\p{Extended_Pictographic})/gu, '')
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

/** Prose of a foreign file: braces that would print a number of the report are written so that they are printed themselves. */
export const foreignProse = (text: string): string =>
  clean(text)
    .replace(/\{(?=\{)/gu, '{\\')
    .replace(/\}(?=\})/gu, '}\\');

/** A comment on one line, with its sign; no text can end it. */
export const comment = (text: string): string => `# ${visibleLine(clean(text).replace(/\s+/gu, ' '))}`;

/** A text that YAML reads as this text without quotes: it starts with a Chinese character, or is a word or a date. */
const BARE = /^(?:\p{Script=Han}[\p{Script=Han}\p{L}\p{N}、。（）《》]*|[a-z]+(?:_[a-z]+)*|\d{4}-\d\d-\d\d)$/u;
/** Words that YAML takes for something else. */
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/u;
/** What readers of report files change in a text in quotes: blanks between Chinese characters, quotation marks around it. */
const NEEDS_BLOCK = /[^\x20-\x7e] [^\x20-\x7e]|^["'`“”‘’„‟‚‛「」『』〝〞〟＂＇″′«»]|\n/u;

/** True if a text cannot stand on the line of its key. */
export const needsBlock = (text: string): boolean => NEEDS_BLOCK.test(text);

/** A short text as the value of a key, below which `indent` begins a line. `text` is `clean`. */
export function scalar(text: string, indent: string): string {
  if (BARE.test(text) && !WORDS.test(text)) return text;
  return needsBlock(text) ? block(text, indent, '|-') : JSON.stringify(text);
}

/** What reads as a note of `report init` left in a text by mistake; after a backslash it is printed as it is. */
const LIKE_A_NOTE = /(?<=^|\s)(?=#+ *(?:综述|问题和|text|（|表[前后]|注释|备注|备忘))/gmu;

/** A longer text as a block below `|`, one line of the file for each of its own. `text` is `clean`. */
export function block(text: string, indent: string, sign = '|'): string {
  const lines = text
    .replace(LIKE_A_NOTE, '\\')
    .split('\n')
    .map((line) => (line === '' ? '' : `${indent}${line}`));
  return [sign, ...lines].join('\n');
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u;

/** A number of a cell as read; what is more than digits in quotes. */
export const numberScalar = (value: string): string =>
  NUMBER.test(value) || /^\d+(?:\.\d+)?万?元$/u.test(value) ? value : JSON.stringify(clean(value));
