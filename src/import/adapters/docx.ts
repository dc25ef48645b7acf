import type { Adapter } from '../adapter.ts';
import type { DocumentProperties, PublishedDocument } from '../document.ts';
import { damaged } from './container/refusals.ts';
import { entryNames, isZip, unpack } from './container/zip.ts';
import { readable } from './office/readable.ts';
import { wordBlocks } from './office/word-blocks.ts';
import { hasPicture, wordPackage } from './office/word-package.ts';
import { childOf, elementsOf, parseXml, textOf, type XmlNode } from './office/xml.ts';

/** Word documents in Office Open XML, also those with macros (which are not read), templates, and what WPS saves as `.wps`. */
export const docx: Adapter = {
  name: 'docx',
  endings: ['docx', 'docm', 'dotx', 'dotm'],
  recognizes({ name, bytes }) {
    const names = entryNames(bytes);
    return (
      names.some((part) => part.startsWith('word/')) ||
      (isZip(bytes) && names.length === 0 && /\.do[ct][xm]?$/iu.test(name))
    );
  },
  read: async ({ bytes }) => {
    const parts = unpack(
      bytes,
      (name) => /\.(xml|rels)$/u.test(name) && !/^(customXml|word\/(theme|charts|embeddings))\//u.test(name),
    );
    return documentOf((name) => {
      const part = parts.get(name);
      return part && parseXml(decoded(part));
    });
  },
};

/** A Word document, by a function that finds a part of its package by name. Throws a `Refusal`. */
export function documentOf(part: (name: string) => XmlNode | undefined): PublishedDocument {
  const main = mainPart(part('_rels/.rels'));
  const document = part(main);
  if (!document) throw damaged();
  const [folder, name] = [main.replace(/[^/]*$/u, ''), main.replace(/^.*\//u, '')];
  const inFolder = (target: string) => part(target.startsWith('/') ? target.slice(1) : folder + target);
  const file = wordPackage(document, inFolder, inFolder(`_rels/${name}.rels`));
  const properties = propertiesOf(part('docProps/core.xml'));
  return readable({ blocks: wordBlocks(file), properties }, hasPicture(document));
}

function mainPart(links: XmlNode | undefined): string {
  const link = elementsOf(links).find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'));
  return (link?.attributes.Target ?? 'word/document.xml').replace(/^\//u, '');
}

/** The creator is often a person or a computer; bodies have longer names. */
export const bodyName = (name: string): boolean => /^[\p{Script=Han}（）()]{5,}$/u.test(name);

function propertiesOf(core: XmlNode | undefined): DocumentProperties {
  const [title, creator, modified] = ['title', 'creator', 'modified'].map((name) => textOf(childOf(core, name)).trim());
  return {
    ...(title && { title }),
    ...(creator && bodyName(creator) && { publisher: creator }),
    ...(modified && { date: modified }),
  };
}

/** XML is UTF-8, or UTF-16 with a byte order mark. */
export function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
