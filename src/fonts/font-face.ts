import { fallbackOrder } from './assign.ts';
import { FAMILIES, type FamilyId } from './families.ts';
import { INSTALLED } from './installed.ts';

/**
 * The `@font-face` rules that carry subsets inside the page.
 *
 * Each claims every weight, or Chrome would thicken it for a heading by itself and the PDF would hold Type 3 outlines.
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
 * The value of `font-family` for text set in a family: the family, then those that stand in for it. With `systemFonts`
 * the fonts that official documents are set in come first, where they are installed. The title has 黑体 of the bundled.
 */
export function fontStack(id: FamilyId | 'title', systemFonts = false): string {
  const family = id === 'title' ? 'hei' : id;
  const bundled = fallbackOrder(family).map((one) => FAMILIES.find(({ id: other }) => other === one)?.css);
  const names = [...(systemFonts ? INSTALLED[id] : []), ...bundled].map((name) => `"${name}"`);
  return [...names, family === 'hei' ? 'sans-serif' : 'serif'].join(', ');
}
