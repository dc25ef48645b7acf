/** Parts of regular expressions. */

/** A text as a pattern that matches only this text. */
export const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Inside a character class: characters without width, which pasted words, numbers and dates have in them. */
export const ZERO_WIDTH = '\\u200b-\\u200f\\u2060\\ufeff';
