const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};

// https://www.w3.org/TR/xml/#charsets: these characters can't be in a document in any form.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as the content of an element. Characters that XML 1.0 can't contain become U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"'\r]/gu, (sign) => ENTITIES[sign] ?? sign);

/** Attributes with their values; attributes without a value are left out: ` name="…" line="3"`. */
export const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');

// A parser turns these into plain spaces.
const escapeAttribute = (text: string): string =>
  escapeXml(text).replace(/[\t\n]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
