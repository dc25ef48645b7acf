import { strFromU8, unzipSync } from 'fflate';
import type { Block } from '../readback/blocks.ts';
import { MAIN, readText } from '../readback/word/parts.ts';

/** Level 1 of Word is level 2 of the page, where level 1 is the title. */
const HEADING = /^Heading([1-6])$/;

/** Reads the headings, table cells and texts of a finished document, without cells that another cell spans. */
export function readDocx(bytes: Uint8Array): Block[] {
  const { [MAIN]: main } = unzipSync(bytes, { filter: ({ name }) => name === MAIN });
  return readDocument(strFromU8(main ?? new Uint8Array()));
}

/** The same from the XML of its main part. `styleOf` gives our name of a style, because other programs rename styles. */
export function readDocument(xml: string, styleOf: (id: string) => string = (id) => id): Block[] {
  const blocks: Block[] = [];
  let [text, style, table, depth] = ['', '', 0, 0];
  let cell: { text: string; spanned: boolean } | undefined;
  readText(xml, {
    open(name, attributes) {
      if (name === 'w:tbl' && depth++ === 0) table++;
      if (name === 'w:tc') cell = { text: '', spanned: false };
      if (name === 'w:vMerge' && cell) cell.spanned = attributes['w:val'] !== 'restart';
      if (name === 'w:p') [text, style] = ['', ''];
      if (name === 'w:pStyle') style = styleOf(attributes['w:val'] ?? '');
    },
    shown(own) {
      text += own;
    },
    close(name) {
      if (name === 'w:tbl') depth--;
      if (name === 'w:p' && cell) cell.text += text;
      else if (name === 'w:p') blocks.push(blockOf(style, text));
      if (name === 'w:tc' && cell) {
        if (!cell.spanned) blocks.push({ kind: 'cell', text: cell.text, table });
        cell = undefined;
      }
    },
  });
  return blocks;
}

function blockOf(style: string, text: string): Block {
  if (style === 'Title') return { kind: 'heading', text, level: 1 };
  const level = HEADING.exec(style)?.[1];
  return level === undefined ? { kind: 'text', text } : { kind: 'heading', text, level: Number(level) + 1 };
}
