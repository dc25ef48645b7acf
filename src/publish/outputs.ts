import { lstatSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { timed } from '../diagnostics/timings.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { displayName, type InputFile } from '../workspace/files.ts';
import type { Machine } from '../workspace/machine.ts';
import { writeOutput } from '../workspace/write-file.ts';

/** A finished file that is not written yet. */
export interface BuiltFile {
  readonly format: string;
  /** Without a dot. */
  readonly extension: string;
  readonly content: Uint8Array;
}

/** The result of building a report. */
export interface Built {
  /** The path of its files in the output folder, without an extension. */
  readonly base: string;
  /**
   * In the order of the formats, the sheet for sign-off last. If a finding stops the build, only that sheet; a draft is built
   * anyway.
   */
  readonly files: readonly BuiltFile[];
  /** The findings of the check, and those of the finished page. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The path of a report's files in the output folder, without an extension. A draft has another name, so it never replaces a
 * final file.
 */
export const outputBase = (
  { input }: { readonly input: Pick<InputFile, 'base'> },
  draft: boolean | undefined,
): string => (draft ? `${input.base}.draft` : input.base);

/** Throws a UserError if two reports would be written to the same file. */
export function refuseClashes(checked: readonly { readonly input: Pick<InputFile, 'base' | 'name'> }[]): void {
  const byBase = new Map<string, string>();
  for (const { input } of checked) {
    const other = byBase.get(input.base);
    if (other !== undefined) {
      throw new UserError(
        {
          zh: `${other} 和 ${input.name} 会写到同一个文件 ${input.base}`,
          en: `The files of ${other} and ${input.name} would have the same name ${input.base}`,
        },
        { zh: '分两次生成，用 -o 分别给出文件夹', en: 'Build them separately, with a different -o for each' },
      );
    }
    byBase.set(input.base, input.name);
  }
}

/** The files of a report in the output folder. */
export interface WrittenFiles {
  /** Their names relative to the working folder, with `/`. */
  readonly outputs: string[];
  /** True if all of them were there with the same content. */
  readonly isUnchanged: boolean;
}

/**
 * Writes the files of a report to a folder, and returns their names relative to the working folder, with `/`. No file is left
 * half-written, and one that is the same already stays as it is. Throws a UserError if one cannot be written, and the signal's reason if it is aborted.
 */
export const writeFiles = async (built: Built, folder: string, machine: Machine): Promise<string[]> =>
  (await writeBuilt(built, folder, machine)).outputs;

/** The same, and says whether something was written. */
export async function writeBuilt(
  { base, files }: Built,
  folder: string,
  { cwd, signal }: Machine,
): Promise<WrittenFiles> {
  const outputs: string[] = [];
  let isUnchanged = true;
  for (const { extension, content } of files) {
    signal.throwIfAborted();
    const path = resolve(cwd, folder, `${base}.${extension}`);
    if (!hasContent(path, content)) {
      isUnchanged = false;
      await timed('write', () => writeOutput(path, content));
    }
    outputs.push(displayName(path, cwd));
  }
  return { outputs, isUnchanged: isUnchanged && outputs.length > 0 };
}

/** True if there is a file with exactly this content; a link to one is replaced. */
function hasContent(path: string, content: Uint8Array): boolean {
  try {
    const there = lstatSync(path);
    return there.isFile() && there.size === content.length && readFileSync(path).equals(content);
  } catch {
    return false;
  }
}
