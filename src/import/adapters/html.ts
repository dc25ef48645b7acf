import { parse } from 'parse5';
import type { Adapter } from '../adapter.ts';
import type { ContentBlock, ContentCell, ContentGrid } from '../document.ts';

/** Web pages. */
export const html: Adapter = {
  name: 'html',
  endings: ['html', 'htm', 'shtml'],
  recognizes: ({ bytes }) => /<[a-z!]/i.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1')),
  read: async ({ bytes }) => ({ blocks: blocksOf(decoded(bytes)), properties: {} }),
};

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly childNodes?: readonly Node[];
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
}

function blocksOf(page: string): ContentBlock[] {
  const blocks: ContentBlock[] = [];
  let line = '';
  let tables = 0;
  const end = (level?: number) => {
    const text = line.replace(/[^\S\n]+/gu, ' ').trim();
    line = '';
    if (text !== '') blocks.push({ kind: 'text', text, place: {}, ...(level !== undefined && { level }) });
  };
  const walk = (node: Node): void => {
    const { nodeName: name, childNodes = [] } = node;
    if (name === '#text') line += (node.value ?? '').replace(/\s+/gu, ' ');
    else if (name === 'br') line += '\n';
    else if (['script', 'style', 'head', '#comment'].includes(name)) return;
    else if (name === 'table' && !contains(node, 'table')) {
      end();
      blocks.push(gridOf(node, ++tables));
    } else {
      const inline = /^(a|b|i|u|em|strong|span|font|sub|sup|o:p|st1:.*)$/u.test(name);
      if (!inline) end();
      childNodes.forEach(walk);
      if (!inline) end(/^h[1-6]$/u.test(name) ? Number(name[1]) : undefined);
    }
  };
  walk(parse(page) as unknown as Node);
  end();
  return blocks;
}

const contains = (node: Node, name: string): boolean =>
  (node.childNodes ?? []).some((child) => child.nodeName === name || contains(child, name));

function gridOf(table: Node, number: number): ContentGrid {
  const cells: ContentCell[] = [];
  const taken = new Set<string>();
  let row = 0;
  let columns = 0;
  const rows = (node: Node): void => {
    for (const child of node.childNodes ?? []) {
      if (child.nodeName !== 'tr') {
        rows(child);
        continue;
      }
      let column = 0;
      for (const cell of child.childNodes ?? []) {
        if (cell.nodeName !== 'td' && cell.nodeName !== 'th') continue;
        while (taken.has(`${row},${column}`)) column++;
        const [rowSpan, columnSpan] = [spanOf(cell, 'rowspan'), spanOf(cell, 'colspan')];
        cells.push({ row, column, rowSpan, columnSpan, text: textOf(cell).trim() });
        for (let y = 0; y < rowSpan; y++) for (let x = 0; x < columnSpan; x++) taken.add(`${row + y},${column + x}`);
        column += columnSpan;
        columns = Math.max(columns, column);
      }
      row++;
    }
  };
  rows(table);
  return { kind: 'grid', rows: row, columns, cells, place: { table: number } };
}

const spanOf = (cell: Node, name: string): number =>
  Math.min(100, Math.max(1, Number(cell.attrs?.find((one) => one.name === name)?.value ?? 1) || 1));

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node.value ?? '').replace(/\s+/gu, ' ');
  const text = (node.childNodes ?? []).map(textOf).join('');
  return node.nodeName === 'p' || node.nodeName === 'br' || node.nodeName === 'div' ? `${text}\n` : text;
}
