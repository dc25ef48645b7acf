import { escapeXml } from '../writing/markup.ts';

/** Attributes with their values; attributes without a value are left out: ` name="…" line="3"`. */
export const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');

// A parser turns these into plain spaces.
const escapeAttribute = (text: string): string =>
  escapeXml(text).replace(/[\t\n]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
