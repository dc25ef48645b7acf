import type { Adapter } from '../adapter.ts';
import type { PublishedDocument } from '../document.ts';
import { damaged } from './container/refusals.ts';
import { entryNames, isZip, unpack } from './container/zip.ts';
import { propertiesIn } from './office/properties.ts';
import { readable } from './office/readable.ts';
import { wordBlocks } from './office/word-blocks.ts';
import { hasPicture, wordPackage } from './office/word-package.ts';
import { decodeXml, elementsOf, parseXml, type XmlNode } from './office/xml.ts';

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
      return part && parseXml(decodeXml(part));
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
  const properties = propertiesIn(part('docProps/core.xml'), ['title', 'creator', 'modified']);
  return readable({ blocks: wordBlocks(file), properties }, hasPicture(document));
}

function mainPart(links: XmlNode | undefined): string {
  const link = elementsOf(links).find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'));
  return (link?.attributes.Target ?? 'word/document.xml').replace(/^\//u, '');
}
