// Everything that shows nothing, moves the cursor or changes the order of the text around it: control characters with tab and
// line breaks, format characters (bidi overrides, zero-width characters), fillers, halves of surrogate pairs.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * Text as one line that is safe to print: what comes from a file, a name or an argument must not start a line, move the
 * cursor, change colours or appear in another order than written. Control characters are replaced by their pictures (␛, ␊),
 * other hidden characters by U+FFFD, in as many UTF-16 units.
 */
export const visibleLine = (text: string): string =>
  text.replace(HIDDEN, (sign) =>
    sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '\ufffd'.repeat(sign.length),
  );

/** The same for a text of several lines: tabs and line feeds stay. */
export const visible = (text: string): string => text.replace(/[^\t\n]+/gu, (line) => visibleLine(line));

/**
 * The same for formats with a way of their own to write such characters. Line breaks stay; the # of a command to a CI service
 * (see `COMMAND`) is written in that way too.
 */
export const escapeHidden = (text: string, written: (char: string) => string): string =>
  text.replace(HIDDEN, (char) => (char === '\n' ? char : written(char))).replace(MARK, written);

/** JSON, indented by two spaces, in which hidden characters are escaped. */
export const visibleJson = (value: unknown): string => escapeHidden(JSON.stringify(value, null, 2), inJson);

const inJson = (char: string): string =>
  Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

// GitHub (https://github.com/actions/runner) reads a command where a line starts with ::, spaces aside, and where it has ##[;
// Azure where it has ##vso[.
const COLOR = `${String.fromCharCode(0x1b)}\\[\\d{1,2}m`;
const COMMAND = new RegExp(`^((?:\\s|${COLOR})*):(?=:)`, 'gmu');
const MARK = /#(?=#\[|#vso\[)/gu;
/** All but what our own messages have: line breaks, and colours as picocolors writes them. */
const NOT_OURS = new RegExp(`(?!${COLOR}|\\n)${HIDDEN.source}`, 'gu');

/**
 * Lines for people, as they are printed: the last place that they pass. Line breaks and colours stay. No other control
 * character is left, and no line is a command to a CI service.
 */
export const harmless = (lines: string): string =>
  lines
    .replace(NOT_OURS, (sign) => visibleLine(sign))
    .replace(COMMAND, '$1\\:')
    .replace(MARK, '#\\');
