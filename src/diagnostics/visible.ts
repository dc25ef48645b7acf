// Control characters but tab and line feed, and the marks that reverse the direction of a text.
const HIDDEN = /[^\P{Control}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text as a terminal may show it: what a report quotes must neither move the cursor nor change colours,
 * and must not read in another order than it is written. Control characters become their pictures (␛).
 */
export const visible = (text: string): string =>
  text.replace(HIDDEN, (sign) => (sign < ' ' ? String.fromCodePoint(0x2400 + sign.charCodeAt(0)) : '\ufffd'));
