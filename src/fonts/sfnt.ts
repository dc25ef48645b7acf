/** Position of a table in a TrueType font, in bytes. */
export interface Table {
  readonly offset: number;
  readonly length: number;
}

/** A view on bytes that may be a slice of a larger buffer. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The table `tag` of a TrueType font. Throws if there is none. */
export function findTable(font: Uint8Array, tag: string): Table {
  const view = viewOf(font);
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + 16 * index;
    if (String.fromCharCode(...font.subarray(entry, entry + 4)) === tag) {
      return { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) };
    }
  }
  throw new Error(`no table ${tag}`);
}
