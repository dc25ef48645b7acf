const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes a text for the content of an element or a double-quoted attribute. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** The text of HTML that has no elements. */
export const unescapeMarkup = (html: string): string =>
  Object.entries(ENTITIES).reduceRight((text, [sign, entity]) => text.replaceAll(entity, sign), html);

// https://www.w3.org/TR/xml/#charsets: XML documents cannot contain these characters, even escaped.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Escapes a text for XML 1.0. Characters that XML cannot contain become `instead`; default U+FFFD. */
export const escapeXml = (text: string, instead = '\ufffd'): string =>
  escapeMarkup(text.replace(FORBIDDEN, instead)).replaceAll('\r', '&#13;');
