import type { PublishedFile } from './adapter.ts';
import type { DocumentDoubt } from './document.ts';
import { ADAPTERS } from './formats.ts';
import type { ImportedCell, PublishedReading, TablesReading } from './reading.ts';
import { Refusal } from './refusal.ts';
import { readTables } from './tables/read-tables.ts';
import { readTexts } from './texts/read-texts.ts';

/** Reads a published file of any format as a report. Throws a `Refusal` that says what the file is if it is none. */
export async function readPublished(file: PublishedFile): Promise<PublishedReading> {
  const adapter = ADAPTERS.find((one) => one.recognizes(file));
  if (!adapter) throw NO_FORMAT;
  const document = await adapter.read(file);
  const tables = doubted(readTables(document), document.doubt);
  const texts = readTexts(document, tables);
  const { source, workbook, doubt } = document;
  return {
    file: file.name,
    format: adapter.name,
    tables,
    texts,
    ...(doubt && { doubt }),
    ...(source && { source }),
    ...(workbook && { workbook }),
  };
}

/** Where the text itself is doubtful, no number is sure. */
function doubted(tables: TablesReading, doubt: DocumentDoubt | undefined): TablesReading {
  if (doubt === undefined || doubt.kind === 'pages-without-text') return tables;
  const cells = [...tables.cells].map(([path, cell]): [string, ImportedCell] =>
    cell.confidence === 'sure' ? [path, { ...cell, confidence: 'doubtful', reason: 'recognized' }] : [path, cell],
  );
  return { ...tables, cells: new Map(cells) };
}

const NO_FORMAT = new Refusal(
  'unknown-format',
  {
    zh: '不是网页、Word、WPS、PDF 或者表格文件，读不了',
    en: 'It is not a web page, Word, WPS, PDF or spreadsheet file',
  },
  {
    zh: '用 Word、WPS 或浏览器打开，另存为 .docx、.pdf 或 .html',
    en: 'Open it in Word, WPS or a browser and save it as .docx, .pdf or .html',
  },
);
