/** Characters. White space between a number and its raised sign is not longer. */
const LOOK_BACK = 200;

/**
 * The raised number or sign of a footnote behind a number, in brackets: it must not become a part of the number. Other raised
 * text is returned as it is.
 */
export const raised = (before: string, text: string): string =>
  MARK.test(text) && /\p{Nd}\s*$/u.test(before.slice(-LOOK_BACK)) ? `[${text.trim()}]` : text;

const MARK = /^\s*(?:\d{1,2}|[*＊※①-⑳])\s*$/u;
