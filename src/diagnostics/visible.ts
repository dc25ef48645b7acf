// Control characters except tab and line feed, and characters that change the direction of text.
const HIDDEN = /[^\P{Control}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text that is safe to print in a terminal: quotes from a report must not move the cursor, change colours or appear in
 * another order than written. Control characters are replaced by their symbols (␛).
 */
export const visible = (text: string): string =>
  text.replace(HIDDEN, (sign) => (sign < ' ' ? String.fromCodePoint(0x2400 + sign.charCodeAt(0)) : '\ufffd'));
