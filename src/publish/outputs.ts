import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { CheckedFile } from '../workspace/check-files.ts';
import { displayName } from '../workspace/files.ts';
import type { Machine } from '../workspace/machine.ts';
import { writeOutput } from '../workspace/write-file.ts';

/** A finished file, not written yet. */
export interface BuiltFile {
  readonly format: string;
  /** Without a dot. */
  readonly extension: string;
  readonly content: Uint8Array;
}

/** What became of a report. */
export interface Built {
  /** Where its files go below an output folder, without an ending. */
  readonly base: string;
  /** In the order of the formats; none where a finding forbids them. A draft is made all the same. */
  readonly files: readonly BuiltFile[];
  /** The findings of the check, and those that only show when the page is made. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a report's files go below the output folder, without an ending: a draft never in the place of the final ones. */
export const outputBase = ({ input }: Pick<CheckedFile, 'input'>, draft: boolean | undefined): string =>
  draft ? `${input.base}.draft` : input.base;

/** Throws a UserError, which names both, where two reports would be written to one file. */
export function refuseClashes(checked: readonly Pick<CheckedFile, 'input'>[]): void {
  const byBase = new Map<string, string>();
  for (const { input } of checked) {
    const other = byBase.get(input.base);
    if (other !== undefined) {
      throw new UserError(
        {
          zh: `${other} 和 ${input.name} 会写到同一个文件 ${input.base}`,
          en: `${other} and ${input.name} would both be written to ${input.base}`,
        },
        { zh: '分两次生成，用 -o 分别给出文件夹', en: 'Build them separately, each with its own -o' },
      );
    }
    byBase.set(input.base, input.name);
  }
}

/**
 * Writes the files of a report below a folder, each whole or not at all, and gives their names relative to the working
 * folder, with `/`. Throws a UserError where one can't be written, and what the signal was aborted with.
 */
export async function writeFiles({ base, files }: Built, folder: string, { cwd, signal }: Machine): Promise<string[]> {
  const written: string[] = [];
  for (const { extension, content } of files) {
    signal.throwIfAborted();
    const path = resolve(cwd, folder, `${base}.${extension}`);
    await writeOutput(path, content);
    written.push(displayName(path, cwd));
  }
  return written;
}
