/**
 * The space below a table of this height, so that the text below it is on the lines of the page again: a quarter of a
 * line or more.
 */
export const roomBelow = (height: number, line: number): number => Math.ceil(height / line + 0.25) * line - height;
