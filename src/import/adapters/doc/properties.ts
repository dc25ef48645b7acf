/** One property modifier: its code and its operand. */
interface Modifier {
  readonly code: number;
  readonly operand: Buffer;
}

/** A run of bytes of the text with the modifiers of its characters or of its paragraph. */
export interface PropertyRun {
  readonly from: number;
  readonly to: number;
  readonly modifiers: readonly Modifier[];
  /** The number of its style; 1 to 9 are the headings. */
  readonly style: number;
}

/** Bytes of a formatted page. */
const PAGE = 512;

/**
 * Reads the runs of a table of formatted pages (MS-DOC, 2.8.5 and 2.8.6), in order of the text. Runs that go back are
 * left out, so that no page is told twice.
 *
 * @param pages the table: positions, then the number of each page
 * @param width bytes for each run in a page: 13 for paragraphs, 1 for characters
 */
export function propertyRuns(text: Buffer, pages: Buffer, width: 1 | 13, huge?: Buffer): PropertyRun[] {
  const runs: PropertyRun[] = [];
  const count = Math.floor((pages.length - 4) / 8);
  let end = 0;
  for (let index = 0; index < count; index++) {
    const number = pages.readUInt32LE((count + 1) * 4 + index * 4) & 0x3f_ffff;
    const page = text.subarray(number * PAGE, (number + 1) * PAGE);
    const size = page.length === PAGE ? (page[PAGE - 1] ?? 0) : 0;
    for (let run = 0; run < size && (size + 1) * 4 + (run + 1) * width < PAGE; run++) {
      const [from, to] = [page.readUInt32LE(run * 4), page.readUInt32LE(run * 4 + 4)];
      if (from < end || to <= from) continue;
      end = to;
      const at = (page[(size + 1) * 4 + run * width] ?? 0) * 2;
      runs.push({ from, to, ...(width === 1 ? characterAt(page, at) : paragraphAt(page, at, huge)) });
    }
  }
  return runs;
}

function characterAt(page: Buffer, at: number) {
  return { style: 0, modifiers: at === 0 ? [] : modifiersOf(page.subarray(at + 1, at + 1 + (page[at] ?? 0))) };
}

const HUGE = new Set([0x6645, 0x6646]);

function paragraphAt(page: Buffer, at: number, huge: Buffer | undefined) {
  if (at === 0) return { style: 0, modifiers: [] };
  const words = page[at] ?? 0;
  const start = words === 0 ? at + 2 : at + 1;
  const content = page.subarray(start, start + (words === 0 ? (page[at + 1] ?? 0) * 2 : words * 2 - 1));
  if (content.length < 2) return { style: 0, modifiers: [] };
  const modifiers = modifiersOf(content.subarray(2));
  // What does not fit in the page is kept elsewhere.
  const elsewhere = modifiers.find(({ code }) => HUGE.has(code))?.operand.readUInt32LE(0);
  if (elsewhere === undefined || !huge || elsewhere + 2 > huge.length)
    return { style: content.readUInt16LE(0), modifiers };
  const more = modifiersOf(huge.subarray(elsewhere + 2, elsewhere + 2 + huge.readUInt16LE(elsewhere)));
  return { style: content.readUInt16LE(0), modifiers: [...modifiers, ...more] };
}

/** The length of an operand by three bits of the code; 6 means that it starts with its length. */
const LENGTHS = [1, 1, 2, 4, 2, 2, 0, 3];
export const TABLE_DEFINITION = 0xd608;

function modifiersOf(bytes: Buffer): Modifier[] {
  const modifiers: Modifier[] = [];
  for (let at = 0; at + 3 <= bytes.length; ) {
    const code = bytes.readUInt16LE(at);
    at += 2;
    let length = LENGTHS[code >> 13] ?? 1;
    if (length === 0 && code === TABLE_DEFINITION && at + 2 <= bytes.length) {
      length = bytes.readUInt16LE(at) - 1;
      at += 2;
    } else if (length === 0) length = bytes[at++] ?? 0;
    if (length < 0 || at + length > bytes.length) break;
    modifiers.push({ code, operand: bytes.subarray(at, at + length) });
    at += length;
  }
  return modifiers;
}
