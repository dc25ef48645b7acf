import { type UnzipFileInfo, unzipSync } from 'fflate';

/** A document has a part for each picture, and some 20 others. */
const MOST_ENTRIES = 10_000;
/** Bytes of all parts that are read, inflated. A report with charts has less than 2 MB. */
const MOST_INFLATED = 48 * 1024 * 1024;

/** The zip file is damaged, or is larger than that of any report. */
export class UnreadableZip extends Error {
  constructor(readonly fault: 'damaged' | 'too-large') {
    super(`the zip file is ${fault}`);
  }
}

export const isZip = (bytes: Uint8Array): boolean => [0x50, 0x4b, 3, 4].every((byte, index) => bytes[index] === byte);

/** The names in a zip file, without inflating anything. Throws `UnreadableZip`. */
export const namesInZip = (bytes: Uint8Array): string[] => entriesOf(bytes).map(({ name }) => slashed(name));

/**
 * The parts of a zip file whose names are wanted. Sizes are checked before anything is inflated. The names are only
 * compared, never used as paths. Throws `UnreadableZip`.
 */
export function unpackZip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const entries = entriesOf(bytes);
  const chosen = entries.filter(({ name }) => wanted(slashed(name)));
  if (sum(chosen.map(({ originalSize }) => originalSize)) > MOST_INFLATED) throw new UnreadableZip('too-large');
  const names = new Set(chosen.map(({ name }) => name));
  // Entries that share their bytes, or one name for two contents: programs would not agree on what the file says.
  if (names.size < chosen.length || sum(entries.map(({ size }) => size)) > bytes.length)
    throw new UnreadableZip('damaged');
  const sizes = new Map(chosen.map(({ name, originalSize }) => [name, originalSize]));
  const parts = Object.entries(inflate(bytes, ({ name }) => sizes.has(name)));
  for (const [name, part] of parts) if (part.length !== sizes.get(name)) throw new UnreadableZip('damaged');
  return new Map(parts.map(([name, part]) => [slashed(name), part]));
}

function entriesOf(bytes: Uint8Array): UnzipFileInfo[] {
  const entries: UnzipFileInfo[] = [];
  inflate(bytes, (entry) => {
    if (entries.push(entry) > MOST_ENTRIES) throw new UnreadableZip('too-large');
    return false;
  });
  return entries;
}

function inflate(bytes: Uint8Array, wanted: (entry: UnzipFileInfo) => boolean) {
  try {
    return unzipSync(bytes, { filter: wanted });
  } catch (error) {
    throw error instanceof UnreadableZip ? error : new UnreadableZip('damaged');
  }
}

/** Some programs write the separators of Windows. */
const slashed = (name: string): string => name.replaceAll('\\', '/');

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
