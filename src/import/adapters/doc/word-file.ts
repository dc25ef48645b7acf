import type { CompoundFile } from '../container/compound-file.ts';
import { damaged, encrypted, otherFormat } from '../container/refusals.ts';
import { docNumbering } from './doc-lists.ts';
import { type PropertyRun, propertyRuns } from './properties.ts';

/** A paragraph of a Word 97–2003 file. */
export interface DocParagraph {
  /** Without its mark; with the signs of Word for notes, pictures and fields. */
  readonly text: string;
  /** The character that ends it: `\r`, `\x07` in tables, `\f` at a page break. */
  readonly mark: string;
  readonly properties: PropertyRun | undefined;
}

/** The parts of the text of a file, in the order in which they are stored. */
type DocPart = 'main' | 'footnotes' | 'headers' | 'macros' | 'comments' | 'endnotes' | 'boxes' | 'header-boxes';
const PARTS: readonly DocPart[] = [
  'main',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'header-boxes',
];

export interface DocText {
  readonly parts: ReadonlyMap<DocPart, readonly DocParagraph[]>;
  /** Counts numbered paragraphs. */
  readonly numbering: ReturnType<typeof docNumbering>;
}

const DELETED = 0x0800;
const HIDDEN = 0x083c;

/** Reads the paragraphs of each part (MS-DOC, 2.4). Deleted and hidden text is left out. Throws a `Refusal`. */
export function docParagraphs(file: CompoundFile): DocText {
  const text = file.stream('WordDocument');
  if (!text || text.length < 0x2f2) throw damaged();
  const [signature, flags] = [text.readUInt16LE(0), text.readUInt16LE(10)];
  if (signature !== 0xa5ec) throw otherFormat('Word 95 或者更早的文档', 'a document of Word 95 or older', 'word-95');
  if (flags & 0x0100) throw encrypted();
  const table = file.stream(flags & 0x0200 ? '1Table' : '0Table');
  if (!table) throw damaged();
  const listed = (at: number): Buffer =>
    table.subarray(text.readUInt32LE(at), text.readUInt32LE(at) + text.readUInt32LE(at + 4));
  const hidden = propertyRuns(text, listed(0xfa), 1).filter(({ modifiers }) =>
    modifiers.some(({ code, operand }) => (code === DELETED || code === HIDDEN) && operand[0] === 1),
  );
  const paragraphs = propertyRuns(text, listed(0x102), 13, file.stream('Data'));
  const lengths = PARTS.map((_, index) => text.readUInt32LE(0x4c + index * 4));
  return {
    parts: split(piecesOf(text, listed(0x1a2)), lengths, hidden, paragraphs),
    numbering: docNumbering(table, text.readUInt32LE(0x2e2), text.readUInt32LE(0x2ea)),
  };
}

interface Piece {
  readonly text: string;
  /** Where its first character stands in the stream, and how many bytes a character has. */
  readonly start: number;
  readonly width: 1 | 2;
}

/** The text in its order: it is stored in pieces. */
function piecesOf(text: Buffer, list: Buffer): Piece[] {
  let at = 0;
  while (list[at] === 1 && at + 3 <= list.length) at += 3 + list.readUInt16LE(at + 1);
  if (list[at] !== 2) throw damaged();
  const table = list.subarray(at + 5);
  const count = Math.floor((table.length - 4) / 12);
  const pieces: Piece[] = [];
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const length = table.readUInt32LE(index * 4 + 4) - table.readUInt32LE(index * 4);
    const place = table.readUInt32LE((count + 1) * 4 + index * 8 + 2);
    const width = place & 0x4000_0000 ? 1 : 2;
    const start = width === 1 ? (place & 0x3fff_ffff) >> 1 : place;
    // Pieces that share their text could be longer together than any memory.
    bytes += length * width;
    if (length < 0 || bytes > text.length || start + length * width > text.length) throw damaged();
    const part = text.subarray(start, start + length * width);
    pieces.push({ text: width === 2 ? part.toString('utf16le') : WESTERN.decode(part), start, width });
  }
  return pieces;
}

const WESTERN = new TextDecoder('windows-1252');

function split(
  pieces: readonly Piece[],
  lengths: readonly number[],
  hidden: readonly PropertyRun[],
  paragraphs: readonly PropertyRun[],
): Map<DocPart, DocParagraph[]> {
  const parts = new Map<DocPart, DocParagraph[]>(PARTS.map((part) => [part, []]));
  let [part, left, text] = [0, lengths[0] ?? 0, ''];
  for (const piece of pieces)
    for (let index = 0; index < piece.text.length; index++) {
      while (left === 0 && part < PARTS.length) {
        left = lengths[++part] ?? 0;
        text = '';
      }
      if (part >= PARTS.length) return parts;
      left--;
      const position = piece.start + index * piece.width;
      const char = piece.text[index] as string;
      if (runAt(hidden, position)) continue;
      if (char !== '\r' && char !== '\x07' && char !== '\f') text += char;
      else {
        parts.get(PARTS[part] as DocPart)?.push({ text, mark: char, properties: runAt(paragraphs, position) });
        text = '';
      }
    }
  return parts;
}

/** The run at a position, found by halving. */
function runAt(runs: readonly PropertyRun[], position: number): PropertyRun | undefined {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle] as PropertyRun;
    if (position < run.from) high = middle - 1;
    else if (position >= run.to) low = middle + 1;
    else return run;
  }
  return undefined;
}
