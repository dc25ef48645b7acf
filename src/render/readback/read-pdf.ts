import { type MarkedItem, MOST_PAGES, type PdfContent, PdfReading, type TagNode } from './pdf-reading.ts';

/** Bytes. Larger attachments are ignored. */
const LARGEST_ATTACHMENT = 64 * 1024 * 1024;

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
      reading.add(items as MarkedItem[], tree as TagNode | null);
      for (const kind of kindsOf(notes)) annotations.add(kind);
    }
    const { info } = await document.getMetadata();
    const { Title: title, Author: author, Producer: producer } = info as Readonly<Record<string, unknown>>;
    return {
      // pdf.js adds spaces between texts that are apart.
      blocks: reading.blocks.map((block) => ({ ...block, text: block.text.trim() })),
      loose: reading.loose,
      annotations: [...annotations],
      active: await activeIn(document),
      pages: document.numPages,
      title: stringOr(title),
      author: stringOr(author),
      producer: stringOr(producer),
      attachments: attachmentsIn(await document.getAttachments()),
    };
  } finally {
    await loading.destroy();
  }
}

const stringOr = (value: unknown): string => (typeof value === 'string' ? value : '');

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
