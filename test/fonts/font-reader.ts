import { Face, Blob as FontBlob } from 'harfbuzzjs';

/** All characters with a glyph in a font, sorted. Read with HarfBuzz, not with the code under test. */
export function charactersOf(font: Uint8Array): string[] {
  const face = new Face(new FontBlob(font.slice().buffer));
  return [...face.collectUnicodes()].map((code) => String.fromCodePoint(code)).sort();
}
