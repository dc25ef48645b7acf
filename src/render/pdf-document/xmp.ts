import { escapeXml } from '../../writing/markup.ts';

/** The properties of a document. */
export interface Properties {
  readonly title: string;
  readonly author: string;
  /** The program that wrote the page. */
  readonly creator: string;
  /** The program that made the PDF. */
  readonly producer: string;
  /** ISO 8601; undefined if there is no date. */
  readonly date: string | undefined;
}

/** Writes the properties as XMP, an RDF document in the PDF. It does not claim conformance to PDF/A or PDF/UA. */
export function xmp({ title, author, creator, producer, date }: Properties): string {
  const dates =
    date === undefined
      ? ''
      : `
   <xmp:CreateDate>${date}</xmp:CreateDate>
   <xmp:ModifyDate>${date}</xmp:ModifyDate>
   <xmp:MetadataDate>${date}</xmp:MetadataDate>`;
  return `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>${escaped(creator)}</xmp:CreatorTool>${dates}
   <pdf:Producer>${escaped(producer)}</pdf:Producer>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** Removes control characters, because PDF readers show these properties in window titles. */
const escaped = (text: string): string => escapeXml(text, '');
