// Web pages of other layouts, printed as PDF by the browser that the command uses, with the fonts of this machine.
import { startBrowser } from '../../src/browser/start.ts';
import { HARD_LAYOUTS } from './hard-html.ts';
import { HTML_LAYOUTS } from './html.ts';
import type { Layout } from './layout.ts';
import { PROSE_LAYOUTS } from './prose-html.ts';

/** Layouts whose pages look different on paper. */
const NAMES = [
  'cleaned',
  'pasted',
  'blank-zeros',
  'split-header',
  'spacer',
  'note-row',
  'hybrid',
  'old-form',
  'thousands',
  'total-column-first',
  'boxes',
  'signed',
];

const SHEET = `<style>
@page { size: A4; margin: 25mm 20mm; @bottom-center { content: "— " counter(page) " —" } }
body { font: 12pt "Noto Serif CJK SC", serif } table { border-collapse: collapse; width: 100%; font-size: 8pt }
td, th { border: 0.5pt solid #000; text-align: center }
</style>`;

/** The layouts, and how to close the browser that they share. It starts with the first file. */
export function printedLayouts(): { readonly layouts: readonly Layout[]; readonly close: () => Promise<void> } {
  let starting: ReturnType<typeof startBrowser> | undefined;
  const print = async (html: string): Promise<Uint8Array> => {
    starting ??= startBrowser({ systemFonts: true });
    return (await starting).printPdf(html.replace('</head>', `${SHEET}</head>`));
  };
  const layouts = [...HTML_LAYOUTS, ...HARD_LAYOUTS, ...PROSE_LAYOUTS]
    .filter(({ name }) => NAMES.includes(name))
    .map(
      (layout): Layout => ({
        ...layout,
        name: `printed-${layout.name}`,
        format: 'pdf',
        make: async (report, page) => print(Buffer.from(await layout.make(report, page)).toString('utf8')),
      }),
    );
  return { layouts, close: async () => (await starting)?.close() };
}
