import { DomUtils, parseDocument } from 'htmlparser2';

const SONG = 'font-family:宋体,SimSun,serif';
const HEI = 'font-family:黑体,SimHei,sans-serif';
const KAI = 'font-family:楷体,KaiTi,serif';
const HEADING = 'margin:0;font-size:18px;font-weight:normal;line-height:2;text-indent:2em';
const CELL = `border:1px solid #000;padding:4px;text-align:center;vertical-align:middle;font-weight:normal;font-size:14px;line-height:1.5;${SONG}`;
const LIST = 'margin:0;padding-left:3em';

/** The style of each element without a style sheet. The fonts are those that readers have; nothing is loaded. */
const STYLES: Readonly<Record<string, string>> = {
  h2: `${HEADING};${HEI}`,
  h3: `${HEADING};${KAI}`,
  h4: `${HEADING};${HEI}`,
  h5: `${HEADING};${HEI}`,
  h6: `${HEADING};${HEI}`,
  p: `margin:0;font-size:16px;line-height:2;text-align:justify;text-indent:2em;overflow-wrap:break-word;${SONG}`,
  ul: LIST,
  ol: LIST,
  li: `font-size:16px;line-height:2;overflow-wrap:break-word;${SONG}`,
  strong: `font-weight:bold;${HEI}`,
  em: `font-style:normal;${KAI}`,
  mark: 'background-color:#eee;color:#000',
  figure: 'margin:12px 0',
  figcaption: `font-size:15px;line-height:2;text-align:center;${SONG}`,
  div: 'overflow-x:auto',
  table: 'border-collapse:collapse;border:1px solid #000',
  th: `${CELL};text-wrap:balance`,
  td: CELL,
};

/** Attributes that format a table even if a website removes `style`. */
const TABLE = { width: '100%', border: '1', cellspacing: '0', cellpadding: '4' };
/** Widths of number columns, by the class of the table. Otherwise their widths would depend on their numbers. */
const NUMBER_WIDTHS: Readonly<Record<string, string>> = { matrix: '6%', 'side-by-side': '6.6%' };
/** Attributes that refer to a style sheet or to another part of the page. */
const REFERRING = ['class', 'id', 'headers', 'aria-labelledby', 'aria-label', 'role', 'tabindex'];

/** Moves the styles into the elements and removes classes and ids. An element's own `style` comes last. */
export function withInlineStyles(html: string): string {
  const document = parseDocument(html);
  for (const table of DomUtils.findAll(({ name }) => name === 'table', document.children)) setWidths(table);
  for (const element of DomUtils.findAll(() => true, document.children)) {
    const { name, attribs, parent } = element;
    const isAddress = attribs.class === 'address';
    for (const key of REFERRING) delete attribs[key];
    const inList = name === 'p' && parent && 'name' in parent && parent.name === 'li';
    const style = [STYLES[name], inList && 'text-indent:0', isAddress && 'word-break:break-all', attribs.style]
      .filter(Boolean)
      .join(';');
    if (style) attribs.style = style;
    if (name === 'table') Object.assign(attribs, TABLE);
  }
  return DomUtils.getOuterHTML(document, { encodeEntities: 'utf8' });
}

function setWidths(table: ReturnType<typeof DomUtils.findAll>[number]): void {
  const width = NUMBER_WIDTHS[table.attribs.class ?? ''];
  if (width === undefined) return;
  for (const cell of DomUtils.findAll(({ name, attribs }) => name === 'td' && !attribs.colspan, table.children))
    cell.attribs.width = width;
}
