/** Whether a name may be short for another one: all its characters are in the other, in the same order. */
export function isShortFor(name: string, whole: string): boolean {
  let at = -1;
  return [...name].every((char) => {
    at = whole.indexOf(char, at + 1);
    return at >= 0;
  });
}
