import { markedEncoding } from '../byte-order-mark.ts';

/**
 * The text of a page. Bytes that are valid UTF-8 are UTF-8, whatever the page declares; then what it declares, if its bytes
 * are valid so; then GB18030, which has all characters of GBK and GB2312. Never throws.
 *
 * `declared` is a charset that was given outside the page.
 */
export function decodePage(bytes: Uint8Array, declared?: string): string {
  const wide = wideCharset(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  const utf8 = decoded(bytes, 'utf-8', true);
  if (utf8 !== undefined) return utf8;
  const lenient = new TextDecoder().decode(bytes);
  if (isNearlyWhole(lenient)) return lenient;
  const names = [declared, ...declaredIn(bytes)].filter((name) => name !== undefined && !/^utf-?8$/iu.test(name));
  for (const name of [...names, 'gb18030']) {
    const text = decoded(bytes, name as string, true);
    if (text !== undefined) return text;
  }
  return new TextDecoder('gb18030').decode(bytes);
}

function decoded(bytes: Uint8Array, name: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(name, { fatal }).decode(bytes);
  } catch {
    return undefined; // Not valid so, or a charset that nobody knows.
  }
}

/** UTF-16, told by its byte order mark or by the zero bytes beside ASCII. */
function wideCharset(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const marked = markedEncoding(bytes);
  if (marked !== 'utf-8') return marked;
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0) return 'utf-16be';
  return undefined;
}

/** UTF-8 with a few damaged characters, as in a page that was cut: other charsets read as UTF-8 are damaged all over. */
function isNearlyWhole(text: string): boolean {
  let [damaged, others] = [0, 0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) damaged++;
    else if (code > 0x7f) others++;
  }
  return damaged * 50 < others;
}

/** The charsets that the start of a page declares: `<meta charset>`, `<meta http-equiv>`, `<?xml encoding>`. */
function declaredIn(bytes: Uint8Array): string[] {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  return [...start.matchAll(/(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/giu)].map(([, name = '']) => name);
}
