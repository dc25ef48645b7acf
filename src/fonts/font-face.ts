import { fallbackOrder } from './assign.ts';
import { FAMILIES, type FamilyId } from './families.ts';
import { INSTALLED } from './installed.ts';

/**
 * The `@font-face` rules that embed subsets in the page.
 *
 * Each rule claims all weights. Otherwise Chrome would make headings bold itself and the PDF would have Type 3 outlines.
 */
export function fontFaces(fonts: ReadonlyMap<FamilyId, Uint8Array>): string {
  return FAMILIES.flatMap(({ id, css }) => {
    const font = fonts.get(id);
    if (font === undefined) return [];
    const data = Buffer.from(font.buffer, font.byteOffset, font.byteLength).toString('base64');
    return `@font-face{font-family:"${css}";font-weight:1 1000;src:url(data:font/ttf;base64,${data})format("truetype")}`;
  }).join('\n');
}

/**
 * The value of `font-family` for a family: the family, then its fallbacks. With `systemFonts`, the fonts of official
 * documents come first, for machines that have them.
 */
export function fontStack(id: FamilyId, systemFonts = false): string {
  const bundled = fallbackOrder(id).map((one) => FAMILIES.find(({ id: other }) => other === one)?.css);
  const names = [...(systemFonts ? INSTALLED[id] : []), ...bundled].map((name) => `"${name}"`);
  return [...names, id === 'hei' ? 'sans-serif' : 'serif'].join(', ');
}
