import { damaged } from './refusals.ts';
import { startsWith } from './zip.ts';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Bytes of an entry of the directory. */
const ENTRY = 128;
/** Numbers from here on are marks, such as the end of a chain, and no sectors. */
const NONE = 0xffff_fffa;

export const isCompoundFile = (bytes: Uint8Array): boolean => startsWith(bytes, SIGNATURE);

/** The names of the streams and storages at the top of a compound file; none if it is damaged. */
export function streamNames(bytes: Uint8Array): string[] {
  try {
    return isCompoundFile(bytes) ? [...new CompoundFile(bytes).entries.keys()] : [];
  } catch {
    return [];
  }
}

interface Entry {
  readonly start: number;
  readonly size: number;
}

/**
 * The container of old office files (MS-CFB): streams in sectors, which tables chain together. No chain is followed for
 * longer than the file has sectors, so loops end. Throws a `Refusal` if the file is damaged.
 */
export class CompoundFile {
  readonly entries = new Map<string, Entry>();
  private readonly data: Buffer;
  private readonly sector: number;
  private readonly table: number[];
  private readonly miniTable: number[];
  private readonly mini: Buffer;

  constructor(bytes: Uint8Array) {
    this.data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.word(30);
    if (shift !== 9 && shift !== 12) throw damaged();
    this.sector = 1 << shift;
    this.table = this.tableSectors().flatMap((at) => numbers(this.sectorAt(at)));
    this.miniTable = numbers(this.chained(this.long(60)));
    const directory = this.chained(this.long(48));
    const root = entryAt(directory, 0);
    this.mini = this.chained(root.start);
    this.list(directory, root.child);
  }

  /** The content of a stream; undefined if there is none of that name. */
  stream(name: string): Buffer | undefined {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    if (entry.size >= this.long(56)) return this.chained(entry.start).subarray(0, entry.size);
    const parts = chain(this.miniTable, entry.start).map((at) => this.mini.subarray(at * 64, at * 64 + 64));
    return Buffer.concat(parts).subarray(0, entry.size);
  }

  private word(at: number): number {
    if (at + 2 > this.data.length) throw damaged();
    return this.data.readUInt16LE(at);
  }

  private long(at: number): number {
    if (at + 4 > this.data.length) throw damaged();
    return this.data.readUInt32LE(at);
  }

  private sectorAt(number: number): Buffer {
    const start = (number + 1) * this.sector;
    return this.data.subarray(start, start + this.sector);
  }

  private chained(start: number): Buffer {
    return Buffer.concat(chain(this.table, start).map((at) => this.sectorAt(at)));
  }

  /** The sectors of the table: the first 109 are in the header, the others in sectors of their own. */
  private tableSectors(): number[] {
    const sectors = numbers(this.data.subarray(76, 512));
    const most = this.data.length / this.sector;
    for (let at = this.long(68), count = 0; at < NONE && count < most; count++) {
      const more = numbers(this.sectorAt(at));
      at = more.pop() ?? NONE;
      sectors.push(...more);
    }
    return [...new Set(sectors.filter((at) => at < most))];
  }

  /** Goes through the tree of names at the top; entries that were seen are not visited again. */
  private list(directory: Buffer, first: number): void {
    const seen = new Set<number>();
    const left = [first];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      if (seen.has(at) || (at + 1) * ENTRY > directory.length) continue;
      seen.add(at);
      const entry = entryAt(directory, at);
      this.entries.set(entry.name, entry);
      left.push(entry.before, entry.after);
    }
  }
}

function entryAt(directory: Buffer, number: number) {
  const entry = directory.subarray(number * ENTRY, (number + 1) * ENTRY);
  if (entry.length < ENTRY) throw damaged();
  return {
    name: entry.toString('utf16le', 0, Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2)),
    before: entry.readUInt32LE(68),
    after: entry.readUInt32LE(72),
    child: entry.readUInt32LE(76),
    start: entry.readUInt32LE(116),
    size: entry.readUInt32LE(120),
  };
}

function chain(table: readonly number[], start: number): number[] {
  const sectors: number[] = [];
  for (let at = start; at < NONE; at = table[at] ?? NONE) if (sectors.push(at) > table.length) throw damaged();
  return sectors;
}

function numbers(buffer: Buffer): number[] {
  return Array.from({ length: buffer.length >> 2 }, (_, index) => buffer.readUInt32LE(index * 4));
}
