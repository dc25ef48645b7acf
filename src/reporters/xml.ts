import { escapeHidden } from '../diagnostics/visible.ts';
import { escapeXml } from '../writing/markup.ts';

/** Attributes with their values; attributes without a value are left out: ` name="…" line="3"`. */
export const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${content(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');

/** The content of an element. Hidden characters are written as references, and no line starts with `::`, a command in CI logs. */
export const content = (text: string): string =>
  escapeHidden(escapeXml(text), (char) => `&#${char.codePointAt(0)};`).replace(/^(\s*):(?=:)/gmu, '$1&#58;');
