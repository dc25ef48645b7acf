import type { Coverage } from '../../fonts/coverage.ts';
import { isDrawn } from '../../fonts/subset.ts';
import type { Sheet } from '../../in-page/sheet.ts';

/** Characters by the value of `font-family` that they are drawn with. */
export type Characters = Readonly<Record<string, string>>;

interface Glyphs {
  /** What no font of the page has: it would be drawn as a box, or as nothing. */
  readonly missing: Characters;
  /** What a font that is not read here may have: one of the template's own, or one of this machine. */
  readonly unsure: Characters;
}

/**
 * Characters on the page that its fonts do not cover: of the text, of what the style sheet adds, of list and page
 * numbers. `fonts` are those inside the page; `systemFonts`: those of the machine are let in as well.
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
