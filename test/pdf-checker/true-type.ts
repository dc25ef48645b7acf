/** What a TrueType font program says about its glyphs. */
export interface TrueType {
  readonly glyphs: number;
  /** In thousandths of an em. */
  widthOf(glyph: number): number;
  /** Names of its tables. */
  readonly tables: ReadonlySet<string>;
}

/** Undefined if the tables that a glyph needs are missing or too short. */
export function readTrueType(bytes: Buffer): TrueType | undefined {
  try {
    const tables = new Map<string, Buffer>();
    for (let at = 12; at < 12 + 16 * bytes.readUInt16BE(4); at += 16) {
      const start = bytes.readUInt32BE(at + 8);
      tables.set(bytes.toString('latin1', at, at + 4), bytes.subarray(start, start + bytes.readUInt32BE(at + 12)));
    }
    const table = (name: string): Buffer => {
      const found = tables.get(name);
      if (!found) throw new Error(`no ${name}`);
      return found;
    };
    table('glyf');
    table('loca');
    const em = table('head').readUInt16BE(18);
    const measured = table('hhea').readUInt16BE(34);
    const metrics = table('hmtx');
    metrics.readUInt16BE(4 * (measured - 1));
    return {
      glyphs: table('maxp').readUInt16BE(4),
      widthOf: (glyph) => (metrics.readUInt16BE(4 * Math.min(glyph, measured - 1)) * 1000) / em,
      tables: new Set(tables.keys()),
    };
  } catch {
    return undefined;
  }
}
