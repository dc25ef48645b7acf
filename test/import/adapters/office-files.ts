import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Adapter } from '../../../src/import/adapter.ts';
import type { ContentGrid, ContentText, PublishedDocument } from '../../../src/import/document.ts';
import { ADAPTERS } from '../../../src/import/formats.ts';
import { Refusal } from '../../../src/import/refusal.ts';

const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
export const part = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NS}>${content}</w:${root}>`;

/** A Word file by hand: the body, and other parts by name. */
export function docxFile(body: string, parts: Record<string, string> = {}): Uint8Array {
  return zipOf({ 'word/document.xml': part('document', `<w:body>${body}</w:body>`), ...parts });
}

export const zipOf = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])) as Zippable);

export const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
export const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
export const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
export const across = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
export const RESTART = '<w:vMerge w:val="restart"/>';
export const BELOW = '<w:vMerge/>';

/** Reads bytes with the adapter that takes them. */
export async function read(bytes: Uint8Array, name = 'a.docx'): Promise<PublishedDocument & { adapter: string }> {
  const adapter = adapterOf(bytes, name);
  if (!adapter) throw new Error('no adapter');
  return { ...(await adapter.read({ name, bytes })), adapter: adapter.name };
}

export const adapterOf = (bytes: Uint8Array, name = 'a.docx'): Adapter | undefined =>
  ADAPTERS.find((one) => one.recognizes({ name, bytes }));

/** The kind of the refusal, or what came instead. */
export async function refusalOf(bytes: Uint8Array, name = 'a.docx'): Promise<string> {
  try {
    await read(bytes, name);
    return 'read';
  } catch (error) {
    return error instanceof Refusal ? error.kind : `not refused: ${error}`;
  }
}

export const textsOf = ({ blocks }: PublishedDocument): string[] =>
  blocks.filter((block): block is ContentText => block.kind === 'text').map(({ text }) => text);

export const gridsOf = ({ blocks }: PublishedDocument): ContentGrid[] =>
  blocks.filter((block): block is ContentGrid => block.kind === 'grid');

/** A grid in short: `row,column rows×columns text`. */
export const cellsOf = (grid: ContentGrid | undefined): string[] =>
  (grid?.cells ?? []).map(
    ({ row, column, rowSpan, columnSpan, text }) =>
      `${row},${column}${rowSpan * columnSpan > 1 ? ` ${rowSpan}×${columnSpan}` : ''} ${text}`,
  );
