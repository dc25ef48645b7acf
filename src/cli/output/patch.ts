import { FILE_HEADERS_ONLY, formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import picocolors from 'picocolors';

/** The change of a file as a unified diff that `git apply` and `patch -p1` take; with colours, for reading only. */
export function unifiedDiff(file: string, before: string, after: string, color: boolean): string {
  const patch = structuredPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 });
  // The library writes every Chinese name in octal.
  const text = /["\\\p{Cc}]/u.test(file)
    ? formatPatch(patch, FILE_HEADERS_ONLY)
    : `${header('---', `a/${file}`)}${header('+++', `b/${file}`)}${formatPatch(patch, OMIT_HEADERS)}`;
  return color ? colored(text) : text;
}

// Behind a name with a space, a tab says where it ends.
const header = (sign: string, name: string): string => `${sign} ${name}${name.includes(' ') ? '\t' : ''}\n`;

function colored(text: string): string {
  const { bold, cyan, green, red } = picocolors.createColors(true);
  const paint = (line: string) => {
    if (/^(---|\+\+\+) /.test(line)) return bold(line);
    if (line.startsWith('@@')) return cyan(line);
    if (line.startsWith('+')) return green(line);
    return line.startsWith('-') ? red(line) : line;
  };
  return text.split('\n').map(paint).join('\n');
}
