import type { TagNode } from '../pdf-reading.ts';
import type { PdfObjects } from './file.ts';
import { isInteger, isName, NotOurs, ours, type PdfDict, PdfName, PdfRef, type PdfValue, textOf } from './values.ts';

/** Elements inside each other; pdf.js leaves out what is deeper. Ours have 12. */
const DEEPEST = 38;
/** Looks at elements, of all pages. An annual report needs about 10,000. */
const MOST_STEPS = 2_000_000;

/** Of these, pdf.js also shows the parts that are on other pages, without their text. */
const WHOLE = new Set(['L', 'LBody', 'LI', 'Table', 'THead', 'TBody', 'TFoot', 'TR']);

interface TagElement {
  readonly dict: PdfDict;
  readonly role: string;
  readonly kids: TagKid[];
}

/** Marked content of the page by its number, or an element; `shown` if the page has something of it. */
type TagKid = { readonly content: string } | { readonly dict: PdfDict; shown: TagElement | undefined };

/** The structure tree as pdf.js gives it, page by page: only the elements that the page has something of. */
export class StructureTree {
  private readonly file: PdfObjects;
  private readonly root: PdfDict;
  private readonly parents: ReadonlyMap<number, PdfValue>;
  private readonly roles = new Map<string, string>();
  /** The positions of the uppermost elements by the numbers of their objects. */
  private readonly top = new Map<number, number>();
  private steps = 0;

  constructor(file: PdfObjects, root: PdfDict) {
    this.file = file;
    this.root = root;
    ours(isName(root.get('Type'), 'StructTreeRoot'));
    this.parents = numberTree(file, root.get('ParentTree'));
    for (const [role, meant] of root.has('RoleMap') ? file.dict(root.get('RoleMap')) : []) {
      ours(meant instanceof PdfName);
      this.roles.set(role, meant.name);
    }
    const kids = file.get(root.get('K'));
    for (const [index, kid] of (Array.isArray(kids) ? kids : [root.get('K')]).entries()) {
      ours(kid instanceof PdfRef && !this.top.has(kid.number));
      this.top.set(kid.number, index);
    }
  }

  /** The tree of one page. `notes` are its annotations. Throws `NotOurs`. */
  page(page: PdfDict, notes: readonly PdfDict[]): TagNode {
    const found = new Map<PdfDict, TagElement>();
    const nodes: TagElement[] = [];
    const add = (element: PdfValue) => this.add(this.file.dict(element), { page, found, nodes }, 0, 0);
    const id = page.get('StructParents');
    if (id !== undefined) {
      ours(isInteger(id));
      for (const element of this.file.list(this.parents.get(id))) if (element !== null) add(element);
    }
    for (const note of notes) {
      const own = note.get('StructParent');
      if (own === undefined) continue;
      ours(isInteger(own));
      add(this.file.dict(this.parents.get(own)));
    }
    // Elements can be left out.
    return { role: 'Root', children: nodes.flatMap((node) => (node ? [this.tagNode(node, 0)] : [])) };
  }

  private add(dict: PdfDict, on: OnPage, level: number, depth: number): TagElement {
    ours(++this.steps <= MOST_STEPS && level <= DEEPEST && depth <= 2 * DEEPEST);
    const known = on.found.get(dict);
    if (known) return known;
    const element = this.element(dict, on.page);
    on.found.set(dict, element);
    if (WHOLE.has(element.role))
      for (const kid of element.kids) if ('dict' in kid) this.add(kid.dict, on, level - 1, depth + 1);
    const parent = this.file.dict(dict.get('P'));
    if (parent === this.root) {
      const index = this.top.get(dict.number ?? -1);
      if (index === undefined) on.found.delete(dict);
      else on.nodes[index] = element;
      return element;
    }
    let isKid = false;
    for (const kid of this.add(parent, on, level + 1, depth + 1).kids) {
      if (!('dict' in kid) || kid.dict !== dict) continue;
      kid.shown = element;
      isKid = true;
    }
    if (!isKid) on.found.delete(dict);
    return element;
  }

  private element(dict: PdfDict, page: PdfDict): TagElement {
    ours(isName(dict.get('Type'), 'StructElem'));
    const name = dict.get('S');
    ours(name instanceof PdfName);
    const own = dict.get('K');
    const value = own === undefined ? [] : this.file.get(own);
    const kids = (Array.isArray(value) ? value : [value]).flatMap((kid: PdfValue) => this.kid(kid, dict, page));
    return { dict, role: this.roles.get(name.name) ?? name.name, kids };
  }

  private kid(kid: PdfValue, parent: PdfDict, page: PdfDict): TagKid[] {
    ours(++this.steps <= MOST_STEPS);
    const isHere = ({ number }: PdfRef) => number === page.number;
    const own = parent.get('Pg');
    ours(own === undefined || own instanceof PdfRef);
    if (isInteger(kid)) return own && isHere(own) ? [{ content: String(kid) }] : [];
    const dict = this.file.dict(kid);
    const type = dict.get('Type');
    if (isName(type, 'StructElem')) return [{ dict, shown: undefined }];
    const place = dict.get('Pg') ?? own;
    if (isName(type, 'OBJR')) return [];
    const id = dict.get('MCID');
    ours(isName(type, 'MCR') && place instanceof PdfRef && isInteger(id) && !dict.has('Stm'));
    return isHere(place) ? [{ content: String(id) }] : [];
  }

  private tagNode({ dict, role, kids }: TagElement, level: number): TagNode {
    ours(++this.steps <= MOST_STEPS && level <= DEEPEST);
    const children = kids.flatMap((kid): TagNode[] => {
      if ('content' in kid) return [{ type: 'content', id: kid.content }];
      return kid.shown ? [this.tagNode(kid.shown, level + 1)] : [];
    });
    const alt = dict.get('Alt') ?? dict.get('ActualText');
    if (alt === undefined) return { role, children };
    ours(typeof alt === 'string');
    return { role, alt: textOf(alt), children };
  }
}

interface OnPage {
  readonly page: PdfDict;
  readonly found: Map<PdfDict, TagElement>;
  readonly nodes: TagElement[];
}

/** The values of a number tree. Throws `NotOurs` if its numbers are not in order or are not what its limits say. */
function numberTree(file: PdfObjects, root: PdfValue | undefined): Map<number, PdfValue> {
  const values = new Map<number, PdfValue>();
  let last = -1;
  const walk = (node: PdfDict, depth: number): void => {
    ours(depth <= DEEPEST && node.has('Kids') !== node.has('Nums'));
    const before = values.size;
    for (const kid of node.has('Kids') ? file.list(node.get('Kids')) : []) walk(file.dict(kid), depth + 1);
    const pairs = node.has('Nums') ? file.list(node.get('Nums')) : [];
    for (let at = 0; at < pairs.length; at += 2) {
      const [number, value] = pairs.slice(at, at + 2);
      if (!isInteger(number) || number <= last || value === undefined) throw new NotOurs();
      last = number;
      values.set(number, value);
    }
    const limits = node.has('Limits') ? file.list(node.get('Limits')) : undefined;
    if (limits) ours(limits.length === 2 && limits[0] === [...values.keys()][before] && limits[1] === last);
    else ours(depth === 0);
  };
  walk(file.dict(root), 0);
  return values;
}
