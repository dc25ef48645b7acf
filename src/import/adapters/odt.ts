import type { Adapter } from '../adapter.ts';
import type { DocumentProperties } from '../document.ts';
import { damaged, encrypted } from './container/refusals.ts';
import { entryNames, isZip, unpack } from './container/zip.ts';
import { bodyName, decoded } from './docx.ts';
import { odtBlocks } from './office/odt-blocks.ts';
import { readable } from './office/readable.ts';
import { childOf, descendants, parseXml, textOf, type XmlNode } from './office/xml.ts';

const START = 16_384;

/** OpenDocument texts, as LibreOffice writes them, packed or as one XML file. */
export const odt: Adapter = {
  name: 'odt',
  endings: ['odt', 'ott', 'fodt'],
  recognizes: ({ bytes }) =>
    isZip(bytes)
      ? mimeType(bytes).startsWith('application/vnd.oasis.opendocument.text')
      : /^\s*<\?xml[\s\S]*?<office:document\b[^>]*opendocument\.text\b/u.test(decoded(bytes.subarray(0, START))),
  read: async ({ bytes }) => {
    if (!isZip(bytes)) return documentOf(parseXml(decoded(bytes)));
    const parts = unpack(bytes, (name) => /^(content|styles|meta|META-INF\/manifest)\.xml$/u.test(name));
    const part = (name: string) => parts.get(name) && parseXml(decoded(parts.get(name) as Uint8Array));
    if (!descendants(part('META-INF/manifest.xml'), 'encryption-data').next().done) throw encrypted();
    const [content, styles] = [part('content.xml'), part('styles.xml')];
    if (!content) throw damaged();
    return documentOf(content, styles, part('meta.xml'));
  },
};

/** What a packed file says it is; empty if it does not say. */
function mimeType(bytes: Uint8Array): string {
  if (!entryNames(bytes).includes('mimetype')) return '';
  try {
    return decoded(unpack(bytes, (name) => name === 'mimetype').get('mimetype') ?? new Uint8Array());
  } catch {
    return '';
  }
}

function documentOf(content: XmlNode, styles = content, meta: XmlNode | undefined = content) {
  const body = childOf(content, 'body', 'text');
  if (!body) throw damaged();
  const pictures = !descendants(body, 'image').next().done;
  return readable(
    { blocks: odtBlocks(content, styles, body), properties: propertiesOf(childOf(meta, 'meta')) },
    pictures,
  );
}

function propertiesOf(meta: XmlNode | undefined): DocumentProperties {
  const [title, creator, modified] = ['title', 'initial-creator', 'date'].map((name) =>
    textOf(childOf(meta, name)).trim(),
  );
  return {
    ...(title && { title }),
    ...(creator && bodyName(creator) && { publisher: creator }),
    ...(modified && { date: modified }),
  };
}
