import type { Adapter } from '../adapter.ts';
import { damaged } from './container/refusals.ts';
import { documentOf } from './docx.ts';
import { decodeXml, elementsOf, parseXml, type XmlNode } from './office/xml.ts';

/** Word documents as one XML file: Word 2003 XML and flat Office Open XML. */
export const wordXml: Adapter = {
  name: 'word-xml',
  endings: [],
  recognizes: ({ bytes }) =>
    /^\s*<\?xml[\s\S]*?<(w:wordDocument|pkg:package)\b/u.test(decodeXml(bytes.subarray(0, 4096))),
  read: async ({ bytes }) => {
    const root = parseXml(decodeXml(bytes));
    const parts = root.name === 'package' ? packageParts(root) : word2003Parts(root);
    return documentOf((name) => parts.get(name));
  },
};

function packageParts(root: XmlNode): Map<string, XmlNode> {
  const parts = new Map<string, XmlNode>();
  for (const part of elementsOf(root)) {
    const [content] = elementsOf(elementsOf(part).find(({ name }) => name === 'xmlData'));
    if (content) parts.set((part.attributes.name ?? '').replace(/^\//u, ''), content);
  }
  return parts;
}

/** Word 2003 has everything below one element; its lists have other definitions, which are not read. */
function word2003Parts(root: XmlNode): Map<string, XmlNode> {
  if (!elementsOf(root).some(({ name }) => name === 'body')) throw damaged();
  const parts = new Map([['word/document.xml', root]]);
  for (const child of elementsOf(root)) {
    if (child.name === 'styles') parts.set('word/styles.xml', child);
    if (child.name === 'DocumentProperties') parts.set('docProps/core.xml', lowerCased(child));
  }
  return parts;
}

const PROPERTY_NAMES: Readonly<Record<string, string>> = { Title: 'title', Author: 'creator', LastSaved: 'modified' };

const lowerCased = (node: XmlNode): XmlNode => ({
  ...node,
  children: elementsOf(node).map((child) => ({ ...child, name: PROPERTY_NAMES[child.name] ?? child.name })),
});
