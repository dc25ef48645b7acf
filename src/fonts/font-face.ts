import { fallbackOrder } from './assign.ts';
import { FAMILIES, type FamilyId } from './families.ts';

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

/** The value of `font-family` for text set in a family: the family, then those that stand in for it. */
export function fontStack(id: FamilyId): string {
  const names = fallbackOrder(id).map((one) => `"${FAMILIES.find((family) => family.id === one)?.css}"`);
  return [...names, id === 'hei' ? 'sans-serif' : 'serif'].join(', ');
}
