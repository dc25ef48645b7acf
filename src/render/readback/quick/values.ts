/** The file has something that PDFs of `build` do not have, so pdf.js must read it. */
export class NotOurs extends Error {}

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export class PdfRef {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** A dictionary. `number` is that of its object, if it is a whole object. */
export class PdfDict extends Map<string, PdfValue> {
  number: number | undefined;
}

/** A stream with its bytes as they are in the file. */
export class PdfStream {
  readonly dict: PdfDict;
  readonly packed: Buffer;
  constructor(dict: PdfDict, packed: Buffer) {
    this.dict = dict;
    this.packed = packed;
  }
}

/** Strings are the bytes of PDF strings, one character each. */
export type PdfValue = number | boolean | null | string | PdfName | PdfRef | PdfDict | PdfStream | readonly PdfValue[];

/** Throws `NotOurs` if the condition is false. */
export function ours(condition: boolean): asserts condition {
  if (!condition) throw new NotOurs();
}

/** Throws `NotOurs` if the dictionary has other keys. */
export function onlyKeys(dict: PdfDict, keys: ReadonlySet<string>): void {
  for (const key of dict.keys()) ours(keys.has(key));
}

export const isName = (value: PdfValue | undefined, name: string): boolean =>
  value instanceof PdfName && value.name === name;

export const isInteger = (value: PdfValue | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value);

/** A text in UTF-16 or ASCII. In the other encodings only pdf.js reads it. */
export function textOf(bytes: string): string {
  if (!bytes.startsWith('\xfe\xff')) {
    ours(/^[\n\x20-\x7e]*$/.test(bytes));
    return bytes;
  }
  const text = utf16(bytes.slice(2));
  ours(!text.includes('\x1b'));
  return text;
}

/** Text from UTF-16BE bytes, one character each. */
export function utf16(bytes: string): string {
  ours(bytes.length % 2 === 0);
  let text = '';
  for (let at = 0; at < bytes.length; at += 2)
    text += String.fromCharCode((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1));
  ours(!/\p{Surrogate}/u.test(text));
  return text;
}
