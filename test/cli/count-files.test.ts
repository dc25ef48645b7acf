import { expect, test } from 'vitest';
import { createContext } from '../../src/cli/output/context.ts';
import { countFiles } from '../../src/cli/output/count-files.ts';
import type { IO } from '../../src/cli/output/io.ts';

/** What is written while so many files are read. */
function told(all: number, isTTY: boolean, quiet = false): string {
  const parts: string[] = [];
  const output = {
    write: (part: string | Uint8Array) => void parts.push(Buffer.from(part as string).toString()),
    isTTY,
    columns: 80,
  };
  const io = { stdout: output, stderr: output, env: { NO_COLOR: '1', TERM: 'xterm' } } as unknown as IO;
  const count = countFiles(createContext(io, { quiet }, 'en'));
  for (let done = 1; done <= all; done++) count(done, all);
  return parts.join('');
}

test('on a terminal one line counts the files and is gone at the end', () => {
  const text = told(30, true);
  expect(text).toContain('\r\u001b[2K7 of 30 files read\r');
  expect(text).not.toContain('\n');
  expect(text.endsWith('\r\u001b[2K')).toBe(true);
});

test('in a log every hundredth file is a line', () => {
  expect(told(230, false)).toBe('100 of 230 files read\n200 of 230 files read\n230 of 230 files read\n');
});

test('a few files, or -q, are not counted', () => {
  expect(told(19, true) + told(19, false) + told(300, true, true) + told(300, false, true)).toBe('');
});
