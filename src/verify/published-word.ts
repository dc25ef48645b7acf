import { UnreadableZip, unpackZip } from '../disk/unpack-zip.ts';
import { dataIn, receiptJson } from '../render/docx-document/receipt.ts';
import { isFormat } from '../render/formats.ts';
import { receiptIn } from '../render/read-receipt.ts';
import { MAIN, type WordParts } from '../render/readback/word/parts.ts';
import type { Receipt } from '../render/receipt.ts';
import { NO_RECEIPT, NO_WORD, type NotReadable } from './not-readable.ts';

export interface PublishedWord {
  readonly kind: 'docx';
  /** The file name to show. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly parts: WordParts;
  readonly receipt: Receipt & { readonly browser?: string };
  /** The data of the report in the file, as JSON. */
  readonly data: string | undefined;
}

/** Reads a zip file as a Word document, within bounds. */
export function readWord(name: string, bytes: Uint8Array): PublishedWord | NotReadable {
  const parts = partsIn(bytes);
  if (!(parts instanceof Map)) return parts;
  if (!parts.has(MAIN)) return NO_WORD;
  const receipt = receiptIn(receiptJson(parts), isFormat);
  return receipt ? { kind: 'docx', name, bytes, parts, receipt, data: dataIn(parts) } : NO_RECEIPT;
}

function partsIn(bytes: Uint8Array): Map<string, Uint8Array> | NotReadable {
  try {
    return unpackZip(bytes, () => true);
  } catch (error) {
    if (!(error instanceof UnreadableZip)) throw error;
    return error.fault === 'damaged' ? DAMAGED : TOO_LARGE;
  }
}

const DAMAGED: NotReadable = {
  reason: {
    zh: 'Word 文件已损坏或者不完整，读不出来',
    en: 'The Word document is damaged or incomplete and cannot be read',
  },
};
const TOO_LARGE: NotReadable = {
  reason: {
    zh: '解开以后太大，没有哪份报告这么大，没有再读',
    en: 'Unpacked it is larger than any report, so the rest was not read',
  },
};
