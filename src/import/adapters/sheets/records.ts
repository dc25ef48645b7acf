/** A record of an Excel 97 workbook (MS-XLS). */
interface SheetRecord {
  readonly kind: number;
  readonly data: Uint8Array;
}

/** Its first record, of version 8. */
const FIRST = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]);
const END = 0x0a;
/** Bytes of a record; longer ones go on in a record of another kind. */
const MOST_LENGTH = 8228;

/** Whether the stream is that of a workbook of Excel 97 or later. */
export const isWorkbookStream = (stream: Buffer): boolean => stream.subarray(0, FIRST.length).equals(FIRST);

/** The records that describe the whole workbook, which come before those of its sheets. */
export function workbookRecords(stream: Buffer): SheetRecord[] {
  const records: SheetRecord[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const [kind, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    if (kind === END || length > MOST_LENGTH) break;
    records.push({ kind, data: stream.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return records;
}
