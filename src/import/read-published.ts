import { isZip } from '../disk/unpack-zip.ts';
import type { PublishedFile } from './adapter.ts';
import type { DocumentDoubt, PublishedDocument } from './document.ts';
import { ADAPTERS } from './formats.ts';
import { ownReport } from './own-report.ts';
import type { ImportedCell, PublishedReading, TablesReading } from './reading.ts';
import { Refusal } from './refusal.ts';
import { readTables } from './tables/read-tables.ts';
import { readTexts } from './texts/read-texts.ts';

/** Reads a published file of any format as a report. Throws a `Refusal` that says what the file is if it is none. */
export async function readPublished(file: PublishedFile): Promise<PublishedReading> {
  const adapter = ADAPTERS.find((one) => one.recognizes(file));
  if (!adapter) throw NO_FORMAT;
  const own = await ownReading(file);
  if (own) return own;
  const { document, others } = ownReport(await adapter.read(file));
  const tables = doubted(readTables(document), document.doubt);
  if (isNoReport(tables) && !document.source) throw isAboutDisclosure(document) ? NO_TABLES : NOT_A_REPORT;
  const texts = readTexts(document, tables);
  const { source, workbook, doubt } = document;
  return {
    file: file.name,
    format: adapter.name,
    tables: { ...tables, leftovers: tables.leftovers.filter((one) => !texts.placed.includes(one)) },
    texts: { ...texts, leftovers: [...texts.leftovers, ...others] },
    ...(doubt && { doubt }),
    ...(source && { source }),
    ...(workbook && { workbook }),
  };
}

/** True if no table of the form was found, or one at most and nothing sure in it: other statistics have such tables too. */
function isNoReport({ cells, form, missing }: TablesReading): boolean {
  const found = form.tables.length - missing.length;
  return found === 0 || (found === 1 && ![...cells.values()].some(({ confidence }) => confidence === 'sure'));
}

/** Whether a file speaks of 信息公开 at all. */
const isAboutDisclosure = ({ blocks, properties }: PublishedDocument): boolean =>
  [properties.title ?? '', ...blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))].some((text) =>
    /信息公开|年度报告|年报/u.test(text),
  );

/** Where the text itself is doubtful, no number is sure. */
function doubted(tables: TablesReading, doubt: DocumentDoubt | undefined): TablesReading {
  if (doubt === undefined || doubt.kind === 'pages-without-text') return tables;
  const cells = [...tables.cells].map(([path, cell]): [string, ImportedCell] =>
    cell.confidence === 'sure' ? [path, { ...cell, confidence: 'doubtful', reason: 'recognized' }] : [path, cell],
  );
  return { ...tables, cells: new Map(cells) };
}

/** Only files that this tool may have built need what it builds with. */
async function ownReading(file: PublishedFile): Promise<PublishedReading | undefined> {
  const { buffer, byteOffset, length } = file.bytes;
  const bytes = Buffer.from(buffer, byteOffset, length);
  const isOurs = bytes.includes('/EmbeddedFile') || bytes.includes('id="receipt"') || hasWordData(bytes);
  if (!isOurs) return undefined;
  const { readOwn } = await import('./own-files.ts');
  return readOwn(file);
}

/** A Word document that has data beside its text; names in a zip file are not packed. */
const hasWordData = (bytes: Buffer): boolean =>
  isZip(bytes) && bytes.includes('docProps/custom.xml') && bytes.includes('customXml/item1.xml');

const NO_TABLES = new Refusal(
  'no-tables',
  {
    zh: '里面没有年度报告的三张表，一张也没有认出来',
    en: 'It has none of the three tables of an annual report',
  },
  {
    zh: '给出报告正文的文件；表是图片的，请找 Word 或者文字版 PDF',
    en: 'Give the file with the report itself; if its tables are pictures, look for a Word file or a PDF with text',
  },
);
const NOT_A_REPORT = new Refusal(
  'not-a-report',
  {
    zh: '里面没有年度报告的表，也没有提到信息公开',
    en: 'It has no table of an annual report and does not speak of open government information',
  },
  { zh: '检查选对了文件没有', en: 'Check that this is the right file' },
);
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
