import type { Adapter } from '../adapter.ts';
import { damaged, encrypted } from './container/refusals.ts';
import { entryNames, isZip, unpack } from './container/zip.ts';
import { odtBlocks } from './office/odt-blocks.ts';
import { propertiesIn } from './office/properties.ts';
import { readable } from './office/readable.ts';
import { childOf, decodeXml, has, parseXml, type XmlNode } from './office/xml.ts';

/** Bytes. The root element of a file that is not packed begins before. */
const START = 16_384;

/** OpenDocument texts, as LibreOffice writes them, packed or as one XML file. */
export const odt: Adapter = {
  name: 'odt',
  endings: ['odt', 'ott', 'fodt'],
  recognizes: ({ bytes }) =>
    isZip(bytes)
      ? mimeType(bytes).startsWith('application/vnd.oasis.opendocument.text')
      : /^\s*<\?xml[\s\S]*?<office:document\b[^>]*opendocument\.text\b/u.test(decodeXml(bytes.subarray(0, START))),
  read: async ({ bytes }) => {
    if (!isZip(bytes)) return documentOf(parseXml(decodeXml(bytes)));
    const parts = unpack(bytes, (name) => /^(content|styles|meta|META-INF\/manifest)\.xml$/u.test(name));
    const part = (name: string) => parts.get(name) && parseXml(decodeXml(parts.get(name) as Uint8Array));
    if (has(part('META-INF/manifest.xml'), 'encryption-data')) throw encrypted();
    const [content, styles] = [part('content.xml'), part('styles.xml')];
    if (!content) throw damaged();
    return documentOf(content, styles, part('meta.xml'));
  },
};

/** What a packed file says it is; empty if it does not say. */
function mimeType(bytes: Uint8Array): string {
  if (!entryNames(bytes).includes('mimetype')) return '';
  try {
    return decodeXml(unpack(bytes, (name) => name === 'mimetype').get('mimetype') ?? new Uint8Array());
  } catch {
    return '';
  }
}

function documentOf(content: XmlNode, styles = content, meta: XmlNode | undefined = content) {
  const body = childOf(content, 'body', 'text');
  if (!body) throw damaged();
  const pictures = has(body, 'image');
  return readable(
    {
      blocks: odtBlocks(content, styles, body),
      properties: propertiesIn(childOf(meta, 'meta'), ['title', 'initial-creator', 'date']),
    },
    pictures,
  );
}
