import { type PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { childrenOf, descendantsOf, type Element, roleOf } from '../structure.ts';
import { tableCellsOf } from '../table-cells.ts';
import { ROLES } from '../tags.ts';

const ROLE_NAMES =
  'Document Part Art Sect Div BlockQuote Caption NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
  'Table THead TBody TR TH TD Span Quote Code Link Figure';
/** Standard roles that need nothing else, or what is asked here; and those that are mapped to one. */
const KNOWN: ReadonlySet<string> = new Set([...ROLE_NAMES.split(' '), ...Object.keys(ROLES)]);

/** The roles that an element may have around it. Others may be anywhere. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  THead: ['Table'],
  TBody: ['Table'],
  TR: ['Table', 'THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
};
/** The roles that an element may have in it, one after the other. Others may have any. */
const CHILDREN: Readonly<Record<string, RegExp>> = {
  L: /^(?:Caption )?(?:LI )*$/,
  LI: /^(?:Lbl )?(?:LBody )?$/,
  Table: /^(?:Caption )?(?:THead )?(?:TBody )+$/,
  THead: /^(?:TR )+$/,
  TBody: /^(?:TR )+$/,
  TR: /^(?:T[HD] )+$/,
};

/**
 * Whether the structure tree has only known elements in their places, headings in order, regular tables, and figures
 * with a text.
 */
export function structureIsSound(structure: PDFDict): boolean {
  const elements = descendantsOf({ dict: structure });
  return (
    headingsAreInOrder(elements) &&
    elements.every((element) => {
      const role = roleOf(element.dict);
      const children = childrenOf(element);
      const inside = children.map(({ dict }) => `${roleOf(dict)} `).join('');
      return (
        KNOWN.has(role) &&
        (CHILDREN[role]?.test(inside) ?? true) &&
        children.every(({ dict }) => PARENTS[roleOf(dict)]?.includes(role) ?? true) &&
        (role !== 'Figure' || hasText(element.dict)) &&
        (role !== 'Table' || isRegular(children))
      );
    })
  );
}

/** The first heading is an H1, and none is more than one level below the one before. */
function headingsAreInOrder(elements: readonly Element[]): boolean {
  let last = 0;
  for (const { dict } of elements) {
    const level = Number(/^H(\d)$/.exec(roleOf(dict))?.[1] ?? 0);
    if (level > last + 1) return false;
    if (level > 0) last = level;
  }
  return true;
}

function hasText(dict: PDFDict): boolean {
  const text = dict.lookup(PDFName.of('Alt'));
  return (text instanceof PDFString || text instanceof PDFHexString) && text.decodeText().trim() !== '';
}

/**
 * Whether all rows of a table have the same columns, no cell stands in another, and every header cell says what it is
 * the header of.
 */
function isRegular(groups: readonly Element[]): boolean {
  const rows = groups.flatMap((group) => childrenOf(group)).filter(({ dict }) => roleOf(dict) === 'TR');
  const cells = tableCellsOf(rows);
  const taken = new Set<string>();
  for (const { row, column, rows: down, columns, header, scope } of cells) {
    if (header && scope === '') return false;
    for (let at = 0; at < down * columns; at++) {
      const place = `${row + Math.floor(at / columns)} ${column + (at % columns)}`;
      if (taken.has(place)) return false;
      taken.add(place);
    }
  }
  const width = Math.max(...cells.map(({ column, columns }) => column + columns));
  const height = Math.max(...cells.map(({ row, rows: down }) => row + down));
  return height === rows.length && taken.size === width * height;
}
