/** pdf.js, without its classes that draw pages: it warns if they are missing, so empty ones are defined. */
export async function loadLibrary(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.min.mjs')> {
  const names = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'FontFace', 'ImageData', 'Path2D']) names[name] ??= class {};
  // Without this global, pdf.js would load its worker from a separate file.
  names.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  return import('pdfjs-dist/legacy/build/pdf.min.mjs');
}

export type Library = Awaited<ReturnType<typeof loadLibrary>>;
export type PdfFile = Awaited<ReturnType<Library['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfFile['getPage']>>;
