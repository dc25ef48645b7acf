import { notReadable, ofRule } from '../check/published/rules.ts';
import { shellWord } from '../diagnostics/shell-word.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { asSource } from '../import/as-source.ts';
import { ENDINGS } from '../import/endings.ts';
import { type Importer, openImporter } from '../import/import-thread.ts';
import { Refusal } from '../import/refusal.ts';
import { reportYaml } from '../import/yaml/report-yaml.ts';
import { type Source, unreadable } from '../source/parse.ts';
import type { PublishedOrigin } from '../source/published.ts';
import type { InputFile } from './files.ts';
import { openInput } from './import-files.ts';
import { readSource } from './read-report.ts';

/** Reads report files, and published files as `report import` reads them. */
export interface SourceReader {
  /**
   * Reads one input. A published file is read in a thread, several at once. Throws a UserError if the file cannot be opened;
   * mistakes in its content, and what cannot be read as a report, are findings.
   */
  read(input: InputFile): Promise<Source>;
  close(): Promise<void>;
}

/** Reads a report file, as `readSource`. Throws a UserError for a published file, which must be imported first. */
export async function readReportFile(input: InputFile): Promise<Source> {
  if (isPublished(input)) throw importFirst(input.name);
  return readSource(input);
}

const importFirst = (name: string): UserError =>
  new UserError(
    { zh: `${name} 是已公布的文件，不是报告文件（YAML）`, en: `${name} is a published file, not a report file (YAML)` },
    {
      zh: `先变成报告文件：report import ${shellWord(name)} -o 报告.yaml`,
      en: `Make a report file of it first: report import ${shellWord(name)} -o report.yaml`,
    },
  );

/** Opens a reader; its threads start with the first published file. */
export function openSourceReader(signal: AbortSignal): SourceReader {
  let importer: Importer | undefined;
  return {
    read: async (input) => {
      if (!isPublished(input)) return readSource(input);
      importer ??= openImporter({ signal });
      return publishedSource(input, importer);
    },
    close: async () => importer?.close(),
  };
}

/** True for the name of a web page, Word file, PDF or workbook. */
export const isPublished = ({ name }: Pick<InputFile, 'name'>): boolean => PUBLISHED.test(name);
const PUBLISHED = new RegExp(`\\.(?:${ENDINGS.join('|')})$`, 'iu');

const NOTHING_READ: PublishedOrigin = { cells: new Map(), places: new Map(), doubtfulFacts: new Set(), missing: [] };

async function publishedSource(input: InputFile, importer: Importer): Promise<Source> {
  try {
    const reading = await importer.read(() => openInput(input));
    // The text is only checked, so it needs no schema for an editor.
    return asSource(reading, reportYaml(reading, { schema: '' }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { words: message, hint } = error;
    const source = unreadable(input.name, { ...ofRule(notReadable), message, hint, path: [] });
    return { ...source, published: NOTHING_READ, ...(error.kind === 'not-a-report' && { foreign: true }) };
  }
}
