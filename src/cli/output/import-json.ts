import type { Language } from '../../diagnostics/text.ts';
import type { UserError } from '../../diagnostics/user-error.ts';
import { visibleJson } from '../../diagnostics/visible.ts';
import { cellName, formCells } from '../../form/walk.ts';
import type { FilePlace } from '../../import/document.ts';
import type { PublishedReading } from '../../import/reading.ts';
import type { RefusedFile } from '../../workspace/import-files.ts';

/** An imported file and what became of it. */
export interface ImportResult {
  readonly file: string;
  readonly reading: PublishedReading;
  /** The report file that was written, as it is shown. */
  readonly output: string | undefined;
  readonly errors: number;
  /** How many of the errors are about numbers that were not read. */
  readonly unread: number;
  readonly warnings: number;
}

/** `report import --reporter json`: every cell with its value, text, place and confidence. See `schemas/import.schema.json`. */
export const importJson = (
  results: readonly ImportResult[],
  { refused, problems }: { readonly refused: readonly RefusedFile[]; readonly problems: readonly UserError[] },
  language: Language,
): string =>
  `${visibleJson({
    version: 1,
    files: results.map((one) => fileData(one, language)),
    refused: refused.map(({ input, refusal: { kind, words, hint } }) => ({
      file: input.name,
      kind,
      message: words[language],
      hint: hint[language],
    })),
    problems: problems.map(({ text, hint }) => ({ message: text[language], hint: hint[language] })),
  })}\n`;

function fileData({ file, reading, output, errors, warnings }: ImportResult, language: Language) {
  const { format, tables, texts, source, doubt } = reading;
  const names = formCells(tables.form);
  return {
    file,
    format,
    output: output ?? null,
    inside: source !== undefined,
    doubt: doubt ? { kind: doubt.kind, message: doubt.text[language] } : null,
    form: tables.form.id,
    cells: [...tables.cells.values()].map(({ path, value = null, note = null, text, place, confidence, reason }) => {
      const cell = names.get(path);
      return {
        path,
        name: cell ? cellName(cell) : path,
        value,
        note,
        text,
        place: placeData(place),
        confidence,
        reason,
      };
    }),
    facts: texts.facts.map(({ path, value, confidence, text, place }) => ({
      path,
      value,
      confidence,
      text,
      place: placeData(place),
    })),
    texts: texts.texts.map(({ path, text, place }) => ({ path, text, place: placeData(place) })),
    parts: [...texts.parts].flatMap(([section, parts]) =>
      parts.map(({ aspect = null, heading, text, place }) => ({
        section,
        aspect,
        heading,
        text,
        place: placeData(place),
      })),
    ),
    missing: tables.missing,
    remarks: tables.remarks.map(({ table, kind, text, place }) => ({ table, kind, text, place: placeData(place) })),
    leftovers: [...tables.leftovers, ...texts.leftovers].map(({ text, place, furniture = false }) => ({
      text,
      furniture,
      place: placeData(place),
    })),
    errors,
    warnings,
  };
}

const placeData = ({
  page = null,
  sheet = null,
  table = null,
  row = null,
  column = null,
}: Nullable<FilePlace> = {}) => ({
  page,
  sheet,
  table,
  row,
  column,
});

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };
