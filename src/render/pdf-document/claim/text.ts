import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { PageOperators } from '../pages.ts';
import type { Fonts } from './fonts.ts';

/** A font that is chosen, or a string of glyphs. Chrome writes what a glyph stands for as ActualText where it is ambiguous. */
const SHOWN = /\/(\w+) \S+ Tf\n|(?<!ActualText )<([0-9A-F]+)>/g;

/** Whether every glyph on the pages is one of its font, and its text is known. */
export function textIsMapped(contents: Iterable<PageOperators>, fonts: Fonts): boolean {
  for (const { page, content } of contents) {
    const own = page.Resources()?.lookup(PDFName.of('Font'));
    let known: ReadonlySet<number> | undefined;
    for (const [, name, glyphs = ''] of content.matchAll(SHOWN)) {
      if (name !== undefined) {
        const font = own instanceof PDFDict ? own.lookup(PDFName.of(name)) : undefined;
        known = font instanceof PDFDict ? fonts.get(font) : undefined;
        continue;
      }
      for (let at = 0; at < glyphs.length; at += 4) {
        const glyph = Number.parseInt(glyphs.slice(at, at + 4), 16);
        // Glyph 0 stands for every character that the font does not have.
        if (glyph === 0 || !known?.has(glyph)) return false;
      }
    }
  }
  return true;
}
