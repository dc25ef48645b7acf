const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};

// https://www.w3.org/TR/xml/#charsets: these can't stand in a document in any form.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text as the content of an element. What XML 1.0 has no way to hold becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"'\r]/gu, (sign) => ENTITIES[sign] ?? sign);

/** Attributes with their values, those without a value left out: ` name="…" line="3"`. */
export const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');

// A reader makes plain spaces of these.
const escapeAttribute = (text: string): string =>
  escapeXml(text).replace(/[\t\n]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
