/** The two-byte characters of GB18030 by character; Node.js can only decode them. */
let codes: Map<string, readonly [number, number]> | undefined;

/** A text as bytes in GB18030. A character without two bytes in it becomes a question mark. */
export function gb18030(text: string): Uint8Array {
  codes ??= table();
  const bytes = [...text].flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : (codes?.get(one) ?? [0x3f])));
  return Uint8Array.from(bytes);
}

function table(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1 && character !== '\ufffd') found.set(character, [first, second]);
    }
  return found;
}
