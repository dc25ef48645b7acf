/**
 * An ICC profile (version 2.1, monitor, matrix and curves) of the colour space sRGB of IEC 61966-2-1, made from its published
 * numbers. Other programs so know which colours the red, green and blue of a page are. Always the same bytes.
 */
export function srgbProfile(): Buffer {
  const curve = tone();
  const [red, green, blue] = PRIMARIES_D50;
  return profile([
    ['desc', description('sRGB IEC61966-2-1')],
    ['cprt', Buffer.from('text\0\0\0\0No copyright, use freely\0', 'latin1')],
    ['wtpt', xyz(D65)],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]);
}

type Xyz = readonly [number, number, number];

/** The white of the standard, x 0.3127 and y 0.3290. */
const D65: Xyz = [0.9505, 1, 1.0891];
/** The white of every profile. */
const D50: Xyz = [0.9642, 1, 0.8249];
/** The primaries of the standard as seen under D50 (adapted after Bradford); their sum is D50. */
const PRIMARIES_D50: readonly [Xyz, Xyz, Xyz] = [
  [0.4361, 0.2225, 0.0139],
  [0.3851, 0.7169, 0.0971],
  [0.1431, 0.0606, 0.7141],
];
/** One entry for each value of 8 bits, so that all of these are exact. */
const ENTRIES = 256;

/** The curve from a stored value to light. */
function tone(): Buffer {
  const curve = Buffer.alloc(12 + 2 * ENTRIES);
  curve.write('curv', 'latin1');
  curve.writeUInt32BE(ENTRIES, 8);
  for (let entry = 0; entry < ENTRIES; entry++) {
    const stored = entry / (ENTRIES - 1);
    const light = stored <= 0.04045 ? stored / 12.92 : ((stored + 0.055) / 1.055) ** 2.4;
    curve.writeUInt16BE(Math.round(light * 0xffff), 12 + 2 * entry);
  }
  return curve;
}

function xyz(value: Xyz): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 'latin1');
  writeXyz(tag, value, 8);
  return tag;
}

/** As numbers with 16 bits behind the point. */
function writeXyz(into: Buffer, value: Xyz, at: number): void {
  for (const [index, one] of value.entries()) into.writeInt32BE(Math.round(one * 0x10000), at + 4 * index);
}

/** The name in ASCII; the names in Unicode and for old Macintoshes are empty. */
function description(name: string): Buffer {
  const length = name.length + 1;
  const tag = Buffer.alloc(12 + length + 78);
  tag.write('desc', 'latin1');
  tag.writeUInt32BE(length, 8);
  tag.write(name, 12, 'latin1');
  return tag;
}

/** The header, the table of tags and their data, each on a multiple of four bytes and the same data only once. */
function profile(tags: readonly (readonly [name: string, data: Buffer])[]): Buffer {
  const head = Buffer.alloc(128 + 4 + 12 * tags.length);
  head.writeUInt32BE(tags.length, 128);
  const places = new Map<Buffer, number>();
  const pieces = [head];
  let size = head.length;
  for (const [index, [name, data]] of tags.entries()) {
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    if (!places.has(data)) {
      places.set(data, size);
      pieces.push(padded);
      size += padded.length;
    }
    const entry = 132 + 12 * index;
    head.write(name, entry, 'latin1');
    head.writeUInt32BE(places.get(data) as number, entry + 4);
    head.writeUInt32BE(data.length, entry + 8);
  }
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(0x02100000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  // The day of the standard: a profile has a date, and this one never changes.
  for (const [index, part] of [1999, 10, 18].entries()) head.writeUInt16BE(part, 24 + 2 * index);
  head.write('acsp', 36, 'latin1');
  writeXyz(head, D50, 68);
  return Buffer.concat(pieces);
}
