import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { FAMILIES, type FamilyId } from './families.ts';
import { fontPath, packageManifest } from './locate.ts';
import type { SubsetRequest, SubsetResult } from './subset-request.ts';

/** Storage for subsets between runs. Both functions do nothing if storing is not possible. */
export interface SubsetCache {
  read(name: string): Uint8Array | undefined;
  write(name: string, content: Uint8Array): void;
}

/** Version of the subsets: increase it with every change that changes their bytes. */
const RECIPE = 1;
const HASH_BYTES = 32;

/** A name for the subsets of these characters from these fonts; undefined if a font is missing. */
export function subsetName(request: SubsetRequest): string | undefined {
  const fonts = FAMILIES.map((family) => {
    const manifest = packageManifest(family);
    const file = manifest && statSync(fontPath(family, manifest), { throwIfNoEntry: false });
    return file && [family.package, family.file, file.size, file.mtimeMs];
  });
  if (fonts.includes(undefined)) return undefined;
  const texts = Object.entries(request).map(([id, text]) => [id, [...new Set([...text].join(''))].sort().join('')]);
  return createHash('sha256')
    .update(JSON.stringify([RECIPE, fonts, texts]))
    .digest('hex')
    .slice(0, 32);
}

interface CacheHead {
  readonly missing: readonly string[];
  /** Each font with its length in bytes, in the order in which they are stored. */
  readonly fonts: readonly (readonly [FamilyId, number])[];
}

/** The format is a checksum, the head as one line of JSON, then the fonts. */
export function packed({ fonts, missing }: SubsetResult): Uint8Array {
  const head: CacheHead = { missing, fonts: [...fonts].map(([id, bytes]) => [id, bytes.length]) };
  const content = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...fonts.values()]);
  return Buffer.concat([checksum(content), content]);
}

/** Unpacks subsets; undefined if the data are damaged. */
export function unpacked(bytes: Uint8Array): SubsetResult | undefined {
  const content = bytes.subarray(HASH_BYTES);
  if (!checksum(content).equals(bytes.subarray(0, HASH_BYTES))) return undefined;
  const end = content.indexOf(10);
  const { missing, fonts }: CacheHead = JSON.parse(Buffer.from(content.subarray(0, end)).toString());
  let at = end + 1;
  const entries = fonts.map(([id, length]) => {
    at += length;
    return [id, content.subarray(at - length, at)] as const;
  });
  return { missing, fonts: new Map(entries) };
}

const checksum = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest();
