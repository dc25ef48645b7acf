import { isZip, namesInZip, UnreadableZip, unpackZip } from '../../../disk/unpack-zip.ts';
import { damaged, tooLarge } from './refusals.ts';

export { isZip };

export const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** The names in a zip file, without inflating anything. None if it is damaged. */
export function entryNames(bytes: Uint8Array): string[] {
  try {
    return isZip(bytes) ? namesInZip(bytes) : [];
  } catch {
    return [];
  }
}

/** The parts of a zip file whose names are wanted, within the bounds of `unpackZip`. Throws a `Refusal`. */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  try {
    return unpackZip(bytes, wanted);
  } catch (error) {
    if (!(error instanceof UnreadableZip)) throw error;
    throw error.fault === 'damaged' ? damaged() : tooLarge();
  }
}
