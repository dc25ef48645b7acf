import { FILE_HEADERS_ONLY, formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import picocolors from 'picocolors';

/** The changes of a file as a unified diff for `git apply` and `patch -p1`. With `color` it is only for reading. */
export function unifiedDiff(file: string, before: string, after: string, color: boolean): string {
  const patch = structuredPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 });
  // The library escapes every Chinese character in a name as octal; git does not need that.
  const text = /["\\\p{Cc}]/u.test(file)
    ? formatPatch(patch, FILE_HEADERS_ONLY)
    : `${header('---', `a/${file}`)}${header('+++', `b/${file}`)}${formatPatch(patch, OMIT_HEADERS)}`;
  return color ? colored(text) : text;
}

// A tab marks the end of a name that contains spaces.
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
