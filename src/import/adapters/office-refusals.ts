import type { Adapter, PublishedFile } from '../adapter.ts';
import type { Refusal } from '../refusal.ts';
import { isCompoundFile, streamNames } from './container/compound-file.ts';
import { archive, damaged, encrypted, otherFormat } from './container/refusals.ts';
import { entryNames, isZip, startsWith } from './container/zip.ts';
import { otherFileReason } from './other-files.ts';

/** Files that no adapter reads: each is refused with what it is. To be tried after those that decide by content, before those that go by the name. */
export const officeRefusals: Adapter = {
  name: 'office',
  endings: [],
  recognizes: (file) => reasonFor(file) !== undefined,
  read: (file) => Promise.reject(reasonFor(file) ?? damaged()),
};

function reasonFor(file: PublishedFile): Refusal | undefined {
  const { bytes } = file;
  if (isCompoundFile(bytes)) return compoundReason(streamNames(bytes));
  if (startsWith(bytes, [0x31, 0xbe, 0, 0]))
    return otherFormat('早期 Word 或 Windows 书写器文档', 'a document of Windows Write or an early Word', 'word-95');
  if (startsWith(bytes, [0xdb, 0xa5]) || startsWith(bytes, [0x9b, 0xa5]))
    return otherFormat('Word 2.0 或者更早的文档', 'a document of Word 2.0 or older', 'word-95');
  if (isZip(bytes)) return zipReason(entryNames(bytes));
  return otherFileReason(file);
}

function compoundReason(names: readonly string[]): Refusal {
  if (names.length === 0) return damaged();
  if (names.includes('EncryptedPackage')) return encrypted();
  if (names.includes('PowerPoint Document'))
    return otherFormat('演示文稿（.ppt）', 'a presentation (.ppt)', 'presentation');
  return otherFormat(
    '金山办公软件早期格式或者其他办公软件的文档',
    'a document in an early format of WPS or of another office program',
    'old-office',
  );
}

function zipReason(names: readonly string[]): Refusal {
  if (names.length === 0) return damaged();
  if (names.some((name) => name.startsWith('ppt/')))
    return otherFormat('演示文稿（.pptx）', 'a presentation (.pptx)', 'presentation');
  if (names.includes('OFD.xml')) return otherFormat('OFD 版式文档', 'a fixed-layout document in OFD', 'ofd');
  if (names.includes('Index/Document.iwa')) return otherFormat('苹果 Pages 文稿', 'a document of Apple Pages', 'pages');
  return archive();
}
