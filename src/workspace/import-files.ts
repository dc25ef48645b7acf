import { UserError } from '../diagnostics/user-error.ts';
import type { PublishedFile } from '../import/adapter.ts';
import { ENDINGS } from '../import/endings.ts';
import { openImporter } from '../import/import-thread.ts';
import { LARGEST_PUBLISHED, openPublished, tooLargeToImport } from '../import/published-file.ts';
import type { PublishedReading } from '../import/reading.ts';
import { Refusal } from '../import/refusal.ts';
import { findFiles, type Input, type InputFile } from './files.ts';
import { givenBytes } from './given-content.ts';
import type { Machine } from './machine.ts';

/** A published file that was read. */
export interface ImportedFile {
  readonly input: InputFile;
  readonly reading: PublishedReading;
}

/** A file that is not a report or cannot be read as one. */
export interface RefusedFile {
  readonly input: InputFile;
  readonly refusal: Refusal;
}

/** Published files in order of their names, and what could not be read. */
export interface ImportedFiles {
  readonly imported: readonly ImportedFile[];
  readonly refused: readonly RefusedFile[];
  /** Why inputs cannot be found or opened. */
  readonly problems: readonly UserError[];
}

/** Finds and reads published files, several at once. `onRead` is called after each of them. */
export async function importFiles(
  inputs: readonly Input[],
  { onRead = () => undefined }: { onRead?(done: number, all: number): void },
  { cwd, signal }: Machine,
): Promise<ImportedFiles> {
  const { files, problems } = await findFiles(inputs, { cwd, signal, endings: ENDINGS });
  const importer = openImporter({ signal });
  let done = 0;
  try {
    const results = await Promise.all(
      files.map(async (input) => {
        const result = await importer
          .read(() => openInput(input))
          .then((reading) => ({ input, reading }), failureOf(input));
        onRead(++done, files.length);
        return result;
      }),
    );
    return {
      imported: results.filter((one) => 'reading' in one),
      refused: results.flatMap((one) => ('refusal' in one && one.refusal ? [one] : [])),
      problems: [...problems, ...results.flatMap((one) => ('problem' in one ? [one.problem] : []))],
    };
  } finally {
    await importer.close();
  }
}

const failureOf = (input: InputFile) => (error: unknown) => {
  if (error instanceof Refusal) return { input, refusal: error };
  if (error instanceof UserError) return { problem: error };
  throw error;
};

/** The content of an input. Throws a UserError if it cannot be opened or is too large. */
export async function openInput({ path, name, content = '' }: InputFile): Promise<PublishedFile> {
  if (path !== undefined) return openPublished(path, name);
  const bytes = await givenBytes(content, LARGEST_PUBLISHED);
  if (typeof bytes === 'number') throw tooLargeToImport(name);
  return { name, bytes };
}
