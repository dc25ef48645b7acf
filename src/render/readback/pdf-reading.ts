import type { Block } from './blocks.ts';

/** The content of a PDF. */
export interface PdfContent {
  /** The tagged content, in reading order. */
  readonly blocks: readonly Block[];
  /** Text without a tag, such as page numbers and watermarks. */
  readonly loose: readonly string[];
  /** The types of annotations other than links: notes, stamps, form fields, drawings. */
  readonly annotations: readonly string[];
  /** Kinds of content that runs, is filled in or can be hidden, for example `JavaScript`. */
  readonly active: readonly string[];
  readonly pages: number;
  readonly title: string;
  readonly author: string;
  /** The program that wrote the file, as it says itself. */
  readonly producer: string;
  /** The texts of attached files, by name. */
  readonly attachments: ReadonlyMap<string, string>;
}

/** An annual report has about 10. */
export const MOST_PAGES = 2000;

/** An element of the structure tree with its parts on one page. */
export interface TagNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly TagNode[];
}

/** Text of a page, or where marked content begins or ends. */
export interface MarkedItem {
  readonly str?: string;
  readonly type?: string;
  readonly id?: string | null;
}

const HEADING = /^H([1-6])$/;
const TEXT = new Set(['P', 'LBody', 'BlockQuote', 'Caption', 'Code']);

/** Collects the content of a PDF page by page. */
export class PdfReading {
  readonly blocks: Block[] = [];
  readonly loose: string[] = [];
  private tables = 0;

  add(items: readonly MarkedItem[], tree: TagNode | null): void {
    const byId = this.textsOf(items);
    if (tree) this.walk(tree, byId, undefined);
    // Text with a mark on the page that the structure tree does not contain.
    for (const text of byId.values()) if (text.trim() !== '') this.loose.push(text);
  }

  /** The texts of the page's marked content by id. Other text goes to `loose`. */
  private textsOf(items: readonly MarkedItem[]): Map<string, string> {
    const byId = new Map<string, string>();
    const open: (string | undefined)[] = [];
    let run = '';
    const end = () => {
      if (run.trim() !== '') this.loose.push(run);
      run = '';
    };
    for (const item of items) {
      if (item.str === undefined) {
        end();
        if (item.type === 'endMarkedContent') open.pop();
        else open.push(item.id ?? undefined);
        continue;
      }
      const id = open.findLast((one) => one !== undefined);
      if (id === undefined) run += item.str;
      else byId.set(id, (byId.get(id) ?? '') + item.str);
    }
    end();
    return byId;
  }

  /** `block` is the index of the block for the content. */
  private walk(node: TagNode, texts: Map<string, string>, block: number | undefined): void {
    const { role, alt, children = [] } = node;
    if (role === 'Lbl') {
      forget(node, texts);
      return;
    }
    if (role === 'Table') this.tables++;
    if (alt !== undefined) this.blocks.push({ kind: 'text', text: alt });
    let target = role ? this.begin(role, block) : block;
    for (const child of children) {
      if (child.type !== 'content') {
        this.walk(child, texts, target);
        continue;
      }
      target ??= this.blocks.push({ kind: 'text', text: '' }) - 1;
      const own = this.blocks[target] as Block;
      const id = child.id ?? '';
      this.blocks[target] = { ...own, text: own.text + (texts.get(id) ?? '') };
      texts.delete(id);
    }
  }

  private begin(role: string, block: number | undefined): number | undefined {
    const [, level] = HEADING.exec(role) ?? [];
    // All content of a cell belongs to the cell.
    if (block !== undefined && this.blocks[block]?.kind === 'cell') return block;
    if (level !== undefined) return this.blocks.push({ kind: 'heading', text: '', level: Number(level) }) - 1;
    if (role === 'TH' || role === 'TD') return this.blocks.push({ kind: 'cell', text: '', table: this.tables }) - 1;
    return TEXT.has(role) ? this.blocks.push({ kind: 'text', text: '' }) - 1 : block;
  }
}

/** Removes the mark or number of a list item: the browser adds it, so it is not in the report. */
function forget({ id, children = [] }: TagNode, texts: Map<string, string>): void {
  if (id !== undefined) texts.delete(id);
  for (const child of children) forget(child, texts);
}
