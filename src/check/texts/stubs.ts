/** A section with fewer letters and digits is not a real text: 无, 略, 问题与改进. */
const FEWEST = 10;
const LETTERS = /[\p{L}\p{N}]/gu;

/** Whether a text has only a few characters. A text without any letter or digit is a placeholder, not a stub. */
export function isStub(text: string): boolean {
  const letters = text.slice(0, 1000).match(LETTERS)?.length ?? 0;
  return letters > 0 && letters < FEWEST;
}
