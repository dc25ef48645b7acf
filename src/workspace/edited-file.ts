import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { Source } from '../source/parse.ts';
import type { InputFile } from './files.ts';
import { rewrite } from './write-file.ts';

/** A report file with changes that are not written yet; comments, quotes and blank lines are as they were. */
export interface EditedFile {
  readonly input: InputFile;
  readonly before: Source;
  /** The same as `before` if nothing changes. */
  readonly after: Source;
  readonly changes: readonly FileChange[];
}

export interface FileChange {
  /** Line in the changed file, from 1. */
  readonly line: number;
  readonly message: Text;
}

/** The full text of an edited file, with its byte order mark if it had one. */
export const textAfter = (edited: EditedFile): string => (edited.before.mark ?? '') + edited.after.text;

/**
 * Writes an edited file in its place; it is never left half-written. Nothing is written if there are no changes.
 * Throws a UserError if the file cannot be written, or if the content did not come from a file.
 */
export async function saveEdited(edited: EditedFile): Promise<void> {
  const { input, changes } = edited;
  if (changes.length === 0) return;
  if (input.path === undefined) {
    throw new UserError(
      { zh: `${input.name} 不是文件，不能写回`, en: `${input.name} is not a file and cannot be written back` },
      { zh: '取改后的文字，自己保存', en: 'Save the changed text (textAfter) yourself' },
    );
  }
  await rewrite(input.path, input.name, textAfter(edited));
}
