import type { GivenContent } from './files.ts';

/** The bytes of a given content; if it has more than `most`, the size that was read until then, and the rest of a stream is not read. */
export async function givenBytes(content: GivenContent['content'], most: number): Promise<Buffer | number> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const given = typeof content === 'string' ? Buffer.from(content) : content;
  for await (const chunk of given instanceof Uint8Array ? [given] : given) {
    size += chunk.length;
    if (size > most) return size;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
