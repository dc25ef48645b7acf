import { parse, defaultTreeAdapter as tree } from 'parse5';

/** Widths of the label columns by the class of the table, as in the style sheet; other columns share the rest. */
const WIDTHS = { blocks: { label: '34mm' }, matrix: { label: ['11.6mm', '15.4mm', 'rest'], number: '11.5mm' } };

/**
 * The content of a finished page as plain data for programs that don't read HTML: the title, and blocks in reading
 * order, `{ kind: 'h2' | 'h3' | 'p' | 'li' | 'date', text }` or a table with its cells. Without what is only on screen.
 */
export function contentOf(html) {
  const document = parse(html);
  const [main] = elements(document, 'main');
  const meta = elements(document, 'meta').find((one) => attribute(one, 'name') === 'author');
  return {
    title: elements(main, 'h1')[0].childNodes.map(textOf),
    author: meta ? attribute(meta, 'content') : '',
    blocks: [...blocksIn(main)],
  };
}

function* blocksIn(node) {
  for (const child of node.childNodes ?? []) {
    const name = child.tagName;
    if (!name || name === 'h1' || attribute(child, 'class').includes('screen-only')) continue;
    if (name === 'table') yield tableOf(child);
    else if (/^(h[2-6]|p|li)$/.test(name)) yield { kind: name, text: textOf(child) };
    else if (name === 'dl') yield { kind: 'date', text: textOf(child) };
    else yield* blocksIn(child);
  }
}

function tableOf(table) {
  const name = attribute(table, 'class');
  const columns = elements(table, 'col').map((one) => attribute(one, 'class'));
  const rows = elements(table, 'tr');
  return {
    kind: 'table',
    name,
    caption: textOf(elements(table, 'caption')[0]),
    columns: columns.map((one, index) => [WIDTHS[name]?.[one] ?? 'rest'].flat().at(one === 'label' ? index : 0)),
    header: elements(table, 'thead').flatMap((head) => elements(head, 'tr')).length,
    rows: rows.map((row) => elements(row, 'th', 'td').map(cellOf)),
  };
}

const cellOf = (cell) => ({
  text: textOf(cell),
  rows: Number(attribute(cell, 'rowspan') || 1),
  columns: Number(attribute(cell, 'colspan') || 1),
  isLabel: cell.tagName === 'th',
  isLeft: /\brow\b/.test(attribute(cell, 'class')) && attribute(cell, 'scope') !== 'rowgroup',
});

function elements(node, ...names) {
  return (node?.childNodes ?? []).flatMap((child) => [
    ...(names.includes(child.tagName) ? [child] : []),
    ...elements(child, ...names),
  ]);
}

const attribute = (node, name) => node.attrs?.find((one) => one.name === name)?.value ?? '';

function textOf(node) {
  if (tree.isTextNode(node)) return node.value;
  if (attribute(node, 'class').includes('screen-only')) return '';
  return (node.childNodes ?? []).map(textOf).join('').trim();
}
