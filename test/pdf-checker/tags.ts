import { PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import { dictOf, get, listOf, nameOf, numberOf, type PdfFile, raw } from './pdf-file.ts';

/** An element of the structure tree. */
export interface Element {
  readonly dict: PDFDict;
  /** The role as it is written, and the standard role that it is mapped to (or itself). */
  readonly written: string;
  readonly role: string;
  readonly parent: Element | undefined;
  readonly children: Element[];
  /** The marked content, with the page as the text of its reference. */
  readonly marks: { readonly page: string; readonly mcid: number }[];
  /** Annotations and other whole objects. */
  readonly objects: PDFObject[];
}

const trees = new WeakMap<PdfFile, readonly Element[]>();

/** All elements in reading order; none if there is no structure. */
export function elementsOf(file: PdfFile): readonly Element[] {
  const known = trees.get(file) ?? [...read(file)];
  trees.set(file, known);
  return known;
}

function* read(file: PdfFile): Generator<Element> {
  const root = dictOf(get(file.catalog, 'StructTreeRoot'));
  const seen = new Set<PDFDict>();
  const roles = roleMapOf(file);
  function* below(holder: PDFDict, parent: Element | undefined): Generator<Element> {
    for (const kid of kidsOf(holder)) {
      const dict = dictOf(file.context.lookup(kid));
      const mcid = numberOf(dict ? get(dict, 'MCID') : kid);
      if (mcid !== undefined && parent) {
        parent.marks.push({ page: String((dict && raw(dict, 'Pg')) ?? raw(holder, 'Pg')), mcid });
      } else if (dict && nameOf(get(dict, 'Type')) === 'OBJR') {
        const object = get(dict, 'Obj');
        if (object) parent?.objects.push(object);
      } else if (dict && nameOf(get(dict, 'S')) !== undefined && !seen.has(dict)) {
        seen.add(dict);
        const written = nameOf(get(dict, 'S')) as string;
        const element: Element = {
          dict,
          written,
          role: mapped(written, roles),
          parent,
          children: [],
          marks: [],
          objects: [],
        };
        parent?.children.push(element);
        yield element;
        yield* below(dict, element);
      }
    }
  }
  if (root) yield* below(root, undefined);
}

function kidsOf(dict: PDFDict): PDFObject[] {
  const own = get(dict, 'K');
  if (own === undefined) return [];
  const list = listOf(own);
  return list.length > 0
    ? list
    : own instanceof PDFDict || numberOf(own) !== undefined
      ? [raw(dict, 'K') as PDFObject]
      : [];
}

export function roleMapOf({ catalog }: PdfFile): Map<string, string> {
  const map = dictOf(get(dictOf(get(catalog, 'StructTreeRoot')), 'RoleMap'));
  return new Map(map?.entries().map(([key, value]) => [key.decodeText(), nameOf(value) ?? '']));
}

/** The roles of ISO 32000-1, 14.8.4. */
export const STANDARD: ReadonlySet<string> = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(
    ' ',
  ),
);

/** Follows the role map to a standard role. */
function mapped(role: string, roles: ReadonlyMap<string, string>): string {
  let now = role;
  for (let step = 0; step < 20 && !STANDARD.has(now); step++) now = roles.get(now) ?? now;
  return now;
}

/** The attribute of an element; undefined if it has none. */
export function attributeOf({ dict }: Element, owner: string, key: string): PDFObject | undefined {
  const own = get(dict, 'A');
  const all = own instanceof PDFDict ? [own] : listOf(own).flatMap((one) => dictOf(dict.context.lookup(one)) ?? []);
  const found = all.find((one) => nameOf(get(one, 'O')) === owner && get(one, key) !== undefined);
  return get(found, key);
}

/** What an element is called in a message. */
export const named = ({ written, parent }: Element): string => (parent ? `${parent.written}/${written}` : written);
