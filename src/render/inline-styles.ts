import { DomUtils, parseDocument } from 'htmlparser2';

const SONG = '宋体,SimSun,serif';
const HEI = '黑体,SimHei,sans-serif';
const KAI = '楷体,KaiTi,serif';
const heading = (family: string) => `margin:0;font:18px/2 ${family}`;
const LIST = 'margin:0;padding-left:3em;text-indent:0';
/** Where the borders of cells meet, those of columns and rows count too, so that no cell needs its own. */
const LINES = 'border:1px solid #000';

/** The style of everything; elements inherit from it what is not in their own style. */
const ALL = `font:16px/2 ${SONG};text-align:justify;text-indent:2em;overflow-wrap:break-word`;
/** The style of each element without a style sheet. The fonts are those that readers have; nothing is loaded. */
const STYLES: Readonly<Record<string, string>> = {
  h2: heading(HEI),
  h3: heading(KAI),
  h4: heading(HEI),
  h5: heading(HEI),
  h6: heading(HEI),
  p: 'margin:0',
  ul: LIST,
  ol: LIST,
  strong: `font-family:${HEI}`,
  em: `font-style:normal;font-family:${KAI}`,
  mark: 'background-color:#eee;color:#000',
  figure: 'margin:12px 0',
  figcaption: 'font-size:15px;text-align:center;text-indent:0',
  div: 'overflow-x:auto',
  table: `width:100%;border-collapse:collapse;${LINES};font:14px/1.5 ${SONG};text-align:center;text-indent:0;text-wrap:balance`,
  caption: 'text-align:left',
  col: LINES,
  tr: LINES,
  th: 'font-weight:normal',
};
/** A table of the prose has no columns that could have borders. */
const CELL_WITHOUT_COLUMN = LINES;

/** Attributes that format a table even if a website removes `style`. */
const TABLE = { width: '100%', border: '1', cellspacing: '0', cellpadding: '4' };
/** Widths of number columns, by the class of the table. Otherwise their widths would depend on their numbers. */
const NUMBER_WIDTHS: Readonly<Record<string, string>> = { matrix: '6%', 'side-by-side': '6.6%' };
/** Attributes that refer to a style sheet or to another part of the page. */
const REFERRING = ['class', 'id', 'headers', 'aria-labelledby'];

type Element = ReturnType<typeof DomUtils.findAll>[number];
type Nodes = Parameters<typeof DomUtils.findAll>[1];

/** Moves the styles into the elements and removes classes and ids. An element's own `style` comes last. */
export function withInlineStyles(html: string): string {
  const document = parseDocument(html);
  for (const table of elements(document.children, 'table')) formatTable(table);
  for (const { name, attribs, children } of DomUtils.findAll(() => true, document.children)) {
    // With places to break it is long.
    const address = children.length > 1 ? 'word-break:break-all' : 'white-space:nowrap';
    const isAddress = attribs.class === 'address';
    for (const key of REFERRING) delete attribs[key];
    const style = [STYLES[name], isAddress && address, attribs.style].filter(Boolean).join(';');
    if (style) attribs.style = style;
  }
  return `<div style="${ALL}">\n${DomUtils.getOuterHTML(document, { encodeEntities: 'utf8' })}</div>\n`;
}

const elements = (nodes: Nodes, ...names: string[]): Element[] =>
  DomUtils.findAll(({ name }) => names.includes(name), nodes);

function formatTable({ attribs, children }: Element): void {
  Object.assign(attribs, TABLE);
  const width = NUMBER_WIDTHS[attribs.class ?? ''];
  const columns = elements(children, 'col');
  for (const column of columns)
    if (width !== undefined && column.attribs.class === 'number') column.attribs.width = width;
  for (const body of elements(children, 'tbody')) body.attribs.align = 'center';
  if (columns.length > 0) return;
  for (const cell of elements(children, 'td', 'th'))
    cell.attribs.style = [CELL_WITHOUT_COLUMN, cell.attribs.style].filter(Boolean).join(';');
}
