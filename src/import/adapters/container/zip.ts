import { type UnzipFileInfo, unzipSync } from 'fflate';
import { damaged, tooLarge } from './refusals.ts';

/** A document has a part for each picture, and some 20 others. */
const MOST_ENTRIES = 10_000;
/** Bytes of all parts that are read, inflated. A report with charts has less than 2 MB. */
const MOST_INFLATED = 48 * 1024 * 1024;

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 3, 4]);

export const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** The names in a zip file, without inflating anything. None if it is damaged. */
export function entryNames(bytes: Uint8Array): string[] {
  try {
    return isZip(bytes) ? entriesOf(bytes).map(({ name }) => slashed(name)) : [];
  } catch {
    return [];
  }
}

/**
 * The parts of a zip file whose names are wanted. Sizes are checked before anything is inflated. The names are only
 * compared, never used as paths. Throws a `Refusal`.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const entries = entriesOf(bytes);
  const chosen = entries.filter(({ name }) => wanted(slashed(name)));
  if (sum(chosen.map(({ originalSize }) => originalSize)) > MOST_INFLATED) throw tooLarge();
  const names = new Set(chosen.map(({ name }) => name));
  // Entries that share their bytes, or one name for two contents: programs would not agree on what the file says.
  if (names.size < chosen.length || sum(entries.map(({ size }) => size)) > bytes.length) throw damaged();
  const sizes = new Map(chosen.map(({ name, originalSize }) => [name, originalSize]));
  const parts = Object.entries(inflate(bytes, (name) => sizes.has(name)));
  for (const [name, part] of parts) if (part.length !== sizes.get(name)) throw damaged();
  return new Map(parts.map(([name, part]) => [slashed(name), part]));
}

function entriesOf(bytes: Uint8Array): UnzipFileInfo[] {
  const entries: UnzipFileInfo[] = [];
  inflate(bytes, (_, entry) => {
    if (entries.push(entry) > MOST_ENTRIES) throw tooLarge();
    return false;
  });
  return entries;
}

function inflate(bytes: Uint8Array, wanted: (name: string, entry: UnzipFileInfo) => boolean) {
  let refusal: unknown;
  try {
    return unzipSync(bytes, {
      filter: (entry) => {
        try {
          return wanted(entry.name, entry);
        } catch (error) {
          refusal = error;
          throw error;
        }
      },
    });
  } catch {
    throw refusal ?? damaged();
  }
}

/** Some programs write the separators of Windows. */
const slashed = (name: string): string => name.replaceAll('\\', '/');

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
