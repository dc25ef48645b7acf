/** Writes a text as a YAML value in single quotes, which change nothing in it but these quotes. */
export const inQuotes = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The offset after the closing quote of a quoted value; undefined if it is not closed. */
export function afterQuoted(text: string, at: number): number | undefined {
  const quote = text[at];
  for (let here = at + 1; here < text.length; here++) {
    if (text[here] === '\\' && quote === '"') here++;
    else if (text[here] === quote) {
      if (quote === '"' || text[here + 1] !== quote) return here + 1;
      here++;
    }
  }
  return undefined;
}

/** The value inside doubled quotes, `""9""`; undefined for any other text. */
export function insideDoubled(written: string): string | undefined {
  const inside = /^(["'])\1([^"']+)\1\1$/.exec(written)?.[2]?.trim();
  return inside === undefined ? undefined : /^[\w.-]+$/.test(inside) ? inside : `"${inside.replaceAll('\\', '\\\\')}"`;
}

/** Signs that mean something to YAML at the start of a value, so that a text cannot start with them. */
export const hasSpecialStart = (value: string): boolean =>
  /^(?:[@%`,\]}]|[-?:](?: |$)|[*&!#](?![\w!]))/.test(value) && !value.startsWith('---');

/** A short text without a bullet or another sign and the space after it, or without backticks: `- 主动公开`; undefined for any other text. */
export function withoutSign(written: string): string | undefined {
  const [, afterSign, inBackticks] =
    /^(?:[-?!&*] +(\p{Script=Han}[^:#]*)|`(\p{Script=Han}[^`:#]*)`)$/u.exec(written) ?? [];
  return afterSign ?? inBackticks;
}
