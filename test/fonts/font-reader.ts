import { Face, Blob as FontBlob } from 'harfbuzzjs';

/** Every character that a font maps to a glyph, sorted; read by harfbuzz, not by the code under test. */
export function charactersOf(font: Uint8Array): string[] {
  const face = new Face(new FontBlob(font.slice().buffer));
  return [...face.collectUnicodes()].map((code) => String.fromCodePoint(code)).sort();
}
