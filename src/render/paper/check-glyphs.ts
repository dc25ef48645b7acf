import type { Coverage } from '../../fonts/coverage.ts';
import { isDrawn } from '../../fonts/subset.ts';
import { missingGlyph, type PageFault } from '../page-faults.ts';
import type { Sheet } from './sheet.ts';

/** Families that name no font, behind which there is only what the machine has. */
const GENERIC = new Set(['serif', 'sans-serif', 'monospace', 'cursive', 'fantasy', 'system-ui']);

/**
 * Characters on the page that none of its fonts can draw: text, what the style sheet adds, list and page numbers.
 * `fonts` are those inside the page. With `installed` fonts of the machine, or a template's own font in a format that
 * is not read here, nothing can be said of a family that is not among them.
 */
export function checkGlyphs(
  fonts: ReadonlyMap<string, Coverage | undefined>,
  sheet: Sheet,
  installed = false,
): PageFault[] {
  const missing = new Set<string>();
  for (const [stack, characters] of Object.entries(sheet.drawn)) {
    const names = familiesOf(stack);
    const known = names.flatMap((name) => fonts.get(name) ?? []);
    if (
      names.some(
        (name) => (installed && !fonts.has(name) && !GENERIC.has(name)) || (fonts.has(name) && !fonts.get(name)),
      )
    )
      continue;
    for (const char of characters)
      if (isDrawn(char) && !known.some((covers) => covers(char.codePointAt(0) ?? 0))) missing.add(char);
  }
  return [...missing].sort().map(missingGlyph);
}

const familiesOf = (stack: string): string[] =>
  stack.split(',').map((name) => name.trim().replace(/^(["'])(.*)\1$/u, '$2'));
