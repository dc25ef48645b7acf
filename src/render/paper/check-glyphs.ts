import type { Coverage } from '../../fonts/coverage.ts';
import { isDrawn } from '../../fonts/subset.ts';
import type { Sheet } from '../../in-page/sheet.ts';

/** Characters by the value of their `font-family`. */
export type Characters = Readonly<Record<string, string>>;

interface Glyphs {
  /** Characters that no font of the page has. They would be printed as a box, or not at all. */
  readonly missing: Characters;
  /** Characters that another font may have, which is not read here: a font of the template or of this machine. */
  readonly unsure: Characters;
}

/**
 * Finds characters that the fonts of the page do not have: in the text, in `content` of the style sheet, in list numbers
 * and page numbers. `fonts` are the embedded fonts; with `systemFonts` the page also uses the fonts of the machine.
 */
export function uncovered(fonts: ReadonlyMap<string, Coverage | undefined>, sheet: Sheet, systemFonts = false): Glyphs {
  const glyphs: Record<keyof Glyphs, Record<string, string>> = { missing: {}, unsure: {} };
  for (const [stack, characters] of Object.entries(sheet.drawn)) {
    const inside = familiesOf(stack).filter((name) => fonts.has(name));
    const read = inside.flatMap((name) => fonts.get(name) ?? []);
    const lacking = [...characters].filter(
      (char) => isDrawn(char) && !read.some((covers) => covers(char.codePointAt(0) ?? 0)),
    );
    if (lacking.length === 0) continue;
    glyphs[systemFonts || read.length < inside.length ? 'unsure' : 'missing'][stack] = lacking.join('');
  }
  return glyphs;
}

const familiesOf = (stack: string): string[] =>
  stack.split(',').map((name) => name.trim().replace(/^(["'])(.*)\1$/u, '$2'));
