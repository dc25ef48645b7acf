/**
 * A file name as one word of a command to paste: with quotation marks where a shell would take it apart or read something into it.
 * `wrap` keeps such a command on one line.
 */
export function shellWord(name: string): string {
  if (/^[\p{L}\p{N}\p{M}./_:@%+,=\-\\]+$/u.test(name)) return name;
  return /["$`!]/u.test(name) ? `'${name.split("'").join(`'\\''`)}'` : `"${name}"`;
}
