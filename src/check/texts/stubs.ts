/** A section with fewer letters and digits says nothing, whatever they are: 无, 略, 问题与改进. */
const FEWEST = 10;
const LETTERS = /[\p{L}\p{N}]/gu;

/** Is this a few characters in the place of a text? What has no letter at all is a placeholder, not a stub. */
export function isStub(text: string): boolean {
  const letters = text.slice(0, 1000).match(LETTERS)?.length ?? 0;
  return letters > 0 && letters < FEWEST;
}
