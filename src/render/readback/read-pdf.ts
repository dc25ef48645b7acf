import type { Block } from './blocks.ts';

/** The content of a PDF, as read by pdf.js. */
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
  /** The texts of attached files, by name. */
  readonly attachments: ReadonlyMap<string, string>;
}

/** Bytes. Larger attachments are ignored. */
const LARGEST_ATTACHMENT = 64 * 1024 * 1024;

/** An annual report has about 10. */
const MOST_PAGES = 2000;

interface TagNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly TagNode[];
}

/** Reads a PDF. Throws an error of pdf.js if it is not a PDF, is damaged or needs a password. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const { getDocument } = await loadReader();
  const loading = getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    enableXfa: false,
    isEvalSupported: false,
    stopAtErrors: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > MOST_PAGES) throw new Error(`it has more than ${MOST_PAGES} pages`);
    const reading = new PdfReading();
    const annotations = new Set<string>();
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const [{ items }, tree, notes] = await Promise.all([
        page.getTextContent({ includeMarkedContent: true }),
        page.getStructTree(),
        page.getAnnotations(),
      ]);
      reading.add(items as Item[], tree as TagNode | null);
      for (const kind of kindsOf(notes)) annotations.add(kind);
    }
    const { info } = await document.getMetadata();
    const { Title: title, Author: author } = info as { Title?: unknown; Author?: unknown };
    return {
      // pdf.js adds spaces between texts that are apart.
      blocks: reading.blocks.map((block) => ({ ...block, text: block.text.trim() })),
      loose: reading.loose,
      annotations: [...annotations],
      active: await activeIn(document),
      pages: document.numPages,
      title: typeof title === 'string' ? title : '',
      author: typeof author === 'string' ? author : '',
      attachments: attachmentsIn(await document.getAttachments()),
    };
  } finally {
    await loading.destroy();
  }
}

/**
 * When pdf.js is loaded, it warns if the classes that draw pages are missing. They are defined here, because nothing
 * is drawn.
 */
async function loadReader(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.min.mjs')> {
  const names = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) names[name] ??= class {};
  // Without this global, pdf.js would load its worker from a separate file.
  names.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  return import('pdfjs-dist/legacy/build/pdf.min.mjs');
}

type PdfDocument = Awaited<ReturnType<typeof import('pdfjs-dist/legacy/build/pdf.min.mjs')['getDocument']>['promise']>;

/** Links only lead to a place or an address; everything else is named. */
const kindsOf = (notes: readonly Record<string, unknown>[]): string[] =>
  notes.flatMap(({ subtype, action, actions, attachment, resetForm, setOCGState, unsafeUrl, url }) => {
    if (subtype !== 'Link') return [String(subtype)];
    const acts = action ?? actions ?? attachment ?? resetForm ?? setOCGState ?? (unsafeUrl !== undefined && !url);
    return acts ? ['Link'] : [];
  });

async function activeIn(document: PdfDocument): Promise<string[]> {
  const [scripts, open, fields, layers] = await Promise.all([
    document.getJSActions(),
    document.getOpenAction(),
    document.getFieldObjects(),
    document.getOptionalContentConfig(),
  ]);
  const found: [string, boolean][] = [
    ['JavaScript', scripts !== null],
    ['OpenAction', open !== null],
    ['AcroForm', fields !== null],
    ['OCProperties', layers.getOrder() !== null],
  ];
  return found.flatMap(([kind, there]) => (there ? [kind] : []));
}

interface Item {
  readonly str?: string;
  readonly type?: string;
  readonly id?: string | null;
}

const HEADING = /^H([1-6])$/;
const TEXT = new Set(['P', 'LBody', 'BlockQuote', 'Caption', 'Code']);

/** Collects the content of a PDF page by page. */
class PdfReading {
  readonly blocks: Block[] = [];
  readonly loose: string[] = [];
  private tables = 0;

  add(items: readonly Item[], tree: TagNode | null): void {
    const byId = this.textsOf(items);
    if (tree) this.walk(tree, byId, undefined);
    // Text with a mark on the page that the structure tree does not contain.
    for (const text of byId.values()) if (text.trim() !== '') this.loose.push(text);
  }

  /** The texts of the page's marked content by id. Other text goes to `loose`. */
  private textsOf(items: readonly Item[]): Map<string, string> {
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

function attachmentsIn(found: unknown): Map<string, string> {
  const texts = new Map<string, string>();
  for (const value of Object.values((found ?? {}) as Record<string, { filename?: unknown; content?: unknown }>)) {
    const { filename, content } = value ?? {};
    if (typeof filename !== 'string' || !(content instanceof Uint8Array) || content.length > LARGEST_ATTACHMENT)
      continue;
    texts.set(filename, new TextDecoder().decode(content));
  }
  return texts;
}
