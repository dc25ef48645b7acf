import type { Adapter } from '../adapter.ts';
import { CompoundFile, isCompoundFile, streamNames } from './container/compound-file.ts';
import { docBlocks } from './doc/doc-blocks.ts';
import { docParagraphs } from './doc/word-file.ts';
import { readable } from './office/readable.ts';

/** Word 97–2003 documents, and those of WPS, which are the same inside whatever their ending is. */
export const doc: Adapter = {
  name: 'doc',
  endings: ['doc', 'dot', 'wps', 'wpt'],
  recognizes({ name, bytes }) {
    if (!isCompoundFile(bytes)) return false;
    const names = streamNames(bytes);
    return names.includes('WordDocument') || (names.length === 0 && /\.(do[ct]|wp[st])$/iu.test(name));
  },
  read: async ({ bytes }) => {
    const text = docParagraphs(new CompoundFile(bytes));
    // The signs of a picture in the line and of a drawing beside it.
    const pictures = [...text.parts.values()]
      .flat()
      .some((one) => one.text.includes('\x01') || one.text.includes('\x08'));
    return readable({ blocks: docBlocks(text), properties: {} }, pictures);
  },
};
