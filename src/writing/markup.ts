const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as the content of an element, or as the value of an attribute in double quotes. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** HTML without elements -> the text that it shows. */
export const unescapeMarkup = (html: string): string =>
  Object.entries(ENTITIES).reduceRight((text, [sign, entity]) => text.replaceAll(entity, sign), html);

// https://www.w3.org/TR/xml/#charsets: these characters can't be in a document in any form.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The same for XML 1.0. Characters that it can't contain become U+FFFD, or `instead`. */
export const escapeXml = (text: string, instead = '\ufffd'): string =>
  escapeMarkup(text.replace(FORBIDDEN, instead)).replaceAll('\r', '&#13;');
