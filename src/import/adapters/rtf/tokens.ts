/** A sign of RTF: a group that opens or closes, a control word, a byte, or plain text (bytes as characters). */
type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined }
  | { readonly kind: 'text'; readonly text: string };

const TOKEN = /([{}])|\\([a-z]{1,40})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|[\r\n]+|([^\\{}\r\n]+)/giu;
/** Signs after a backslash that stand for a character or a control word. */
const SYMBOLS: Readonly<Record<string, string>> = { '\\': '\\', '{': '{', '}': '}', '~': ' ', _: '-', '-': '' };

/** Cuts RTF into its signs. Binary data is skipped by its length. */
export function* rtfTokens(rtf: string): Generator<RtfToken> {
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(rtf); match; match = TOKEN.exec(rtf)) {
    const [, brace, word, value, byte, symbol, text] = match;
    const end = TOKEN.lastIndex;
    if (brace) yield { kind: brace === '{' ? ('open' as const) : ('close' as const) };
    else if (word === 'bin') {
      TOKEN.lastIndex = end + Math.max(0, Number(value ?? 0));
      continue;
    } else if (word) yield { kind: 'word', word, value: value === undefined ? undefined : Number(value) };
    else if (byte) yield { kind: 'text', text: String.fromCharCode(Number.parseInt(byte, 16)) };
    else if (symbol === '\r' || symbol === '\n') yield { kind: 'word', word: 'par', value: undefined };
    else if (symbol) {
      const known = SYMBOLS[symbol];
      yield known === undefined ? { kind: 'word', word: symbol, value: undefined } : { kind: 'text', text: known };
    } else if (text) yield { kind: 'text', text };
    // Another reader of tokens may have used the pattern in between.
    TOKEN.lastIndex = end;
  }
}
