import { BLANK_FONT } from '../browser/blank-font.ts';
import type { Browser } from '../browser/types.ts';
import { FAMILIES, type FamilyId } from '../fonts/families.ts';
import { INSTALLED } from '../fonts/installed.ts';
import { installed } from '../in-page/programs.js';

const PROBE = 'OGI Probe';
/** A page whose blanks are five ems wide unless a font of the machine draws them. */
const PAGE = `<!doctype html><title>1</title><style>@font-face{font-family:"${PROBE}";src:url(data:font/ttf;base64,${BLANK_FONT.toString('base64')});size-adjust:1000%}</style><p>1`;

/**
 * The typeface of official documents that each family of the page has with `--system-fonts`; undefined if none is
 * installed.
 */
export type InstalledFonts = Readonly<Record<FamilyId, string | undefined>>;

/** Asks a browser, started with `systemFonts`, for the typefaces of official documents that it finds. */
export async function installedFonts(browser: Browser): Promise<InstalledFonts> {
  let found: readonly string[] = [];
  await browser.printPdf(PAGE, {
    look: async (shown) => {
      found = await shown.run(installed, Object.values(INSTALLED).flat(), PROBE);
      return undefined;
    },
  });
  const first = (id: FamilyId) => INSTALLED[id].find((name) => found.includes(name));
  return Object.fromEntries(FAMILIES.map(({ id }) => [id, first(id)])) as InstalledFonts;
}
