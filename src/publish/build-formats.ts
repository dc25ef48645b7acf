import { type PageFault, PageFaults } from '../diagnostics/page-faults.ts';
import { timed } from '../diagnostics/timings.ts';
import type { ReadPdf, RenderInput } from '../render/format.ts';
import { FORMATS, isInternal } from '../render/formats.ts';
import type { CheckedFile } from '../workspace/check-files.ts';
import type { Built, BuiltFile } from './outputs.ts';
import type { PageChoices } from './page.ts';
import type { Tools } from './tools.ts';

/**
 * Makes the files of a report and reads them back. If the page or a file has a fault, only those for use inside the office are
 * left; of a draft, also those that were made before it.
 */
export async function buildFormats(
  checked: CheckedFile,
  choices: PageChoices,
  tools: Tools,
  reads: boolean,
): Promise<Pick<Built, 'files' | 'diagnostics'>> {
  // Imported here, so that it loads while the browser starts.
  const { inputOf, pageOf, pageDiagnostics, reviewPageOf } = await import('./page.ts');
  const page = await timed('page', () => pageOf(checked, choices, tools));
  const { draft, formats } = choices;
  const input = await inputOf(page, tools);
  const readPdf = reads ? tools.readBuiltPdf : undefined;
  const isFaulty = page.diagnostics.length > 0 && !draft;
  const published = await render(isFaulty ? [] : formats.filter((name) => !isInternal(name)), input, readPdf);
  const found = [...page.diagnostics, ...pageDiagnostics(checked, published.faults)];
  const files = published.faults.length > 0 && !draft ? [] : published.files;
  const internal = formats.filter(isInternal);
  if (internal.length === 0) return { files, diagnostics: found };
  // Made last, because it has the findings of the finished page too.
  const review = await reviewPageOf(checked, found, page, tools);
  const own = await render(internal, { ...input, review }, readPdf);
  return { files: [...files, ...own.files], diagnostics: [...found, ...pageDiagnostics(checked, own.faults)] };
}

interface Rendered {
  readonly files: readonly BuiltFile[];
  /** Why the rest is missing. */
  readonly faults: readonly PageFault[];
}

/** Renders formats one after the other, up to the first that has faults. With `readPdf`, they are read back. */
async function render(names: readonly string[], input: RenderInput, readPdf: ReadPdf | undefined): Promise<Rendered> {
  const files: BuiltFile[] = [];
  const early = names.length > 1 ? await printing(names, input) : undefined;
  try {
    for (const name of names) {
      const format = FORMATS[name];
      if (!format) throw new Error(`no format ${name}`);
      const content = await (early?.name === name ? early.content : format.render(input));
      const faults = readPdf ? await timed('readBack', () => format.readBack(content, input, readPdf)) : [];
      if (faults.length > 0) throw new PageFaults(faults);
      files.push({ format: name, extension: format.extension, content });
    }
    return { files, faults: [] };
  } catch (error) {
    if (!(error instanceof PageFaults)) throw error;
    return { files, faults: error.faults };
  } finally {
    await early?.content.catch(() => undefined);
  }
}

/** Starts the first format that needs the browser, which then works while the formats before it are made and read back. */
async function printing(names: readonly string[], input: RenderInput) {
  const name = names.find((one) => FORMATS[one]?.needsBrowser);
  const content = name === undefined ? undefined : FORMATS[name]?.render(input);
  if (name === undefined || content === undefined) return undefined;
  // An error is told when it is the turn of the format.
  content.catch(() => undefined);
  // Until the page has been sent.
  await new Promise(setImmediate);
  return { name, content };
}
