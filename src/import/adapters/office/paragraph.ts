import { raised } from '../raised.ts';
import type { Run } from './markdown.ts';
import { isOn, type WordPackage } from './word-package.ts';
import { childOf, elementsOf, textOf, type XmlNode } from './xml.ts';

/** What stands in a paragraph: its runs, and what is printed outside of it. */
export interface ParagraphContent {
  readonly runs: Run[];
  /** Content of text boxes, then footnotes. */
  readonly boxes: XmlNode[];
  readonly notes: XmlNode[];
}

const SIGNS: Readonly<Record<string, string>> = { tab: ' ', cr: '\n', noBreakHyphen: '-', ptab: ' ' };
/** Deleted text and moved text at its old place, and what is not printed here. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'rPr',
  'pPr',
  'delText',
  'instrText',
  'delInstrText',
  'rt',
  'footnotePr',
  'annotationRef',
  'sdtPr',
]);

/** Reads the content of a paragraph. Tracked insertions are read, deletions and hidden text are not. */
export function contentOf(paragraph: XmlNode, { links, notes }: WordPackage): ParagraphContent {
  const content: ParagraphContent = { runs: [], boxes: [], notes: [] };
  const walk = (node: XmlNode, style: Omit<Run, 'text'> & { readonly raised?: boolean }): void => {
    const { name, attributes } = node;
    if (LEFT_OUT.has(name) || isDeletion(node)) return;
    if (name === 't') {
      const text = textOf(node).replace(/\s/gu, ' ');
      const { raised: isRaised, ...plain } = style;
      content.runs.push({ ...plain, text: isRaised ? raised(content.runs.at(-1)?.text ?? '', text) : text });
    } else if (name === 'br')
      content.runs.push({ ...style, text: /^(page|column)$/u.test(attributes.type ?? '') ? '' : '\n' });
    else if (SIGNS[name] !== undefined) content.runs.push({ ...style, text: SIGNS[name] });
    else if (name === 'txbxContent') content.boxes.push(node);
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      const note = notes.get(`${name.replace('Reference', '')} ${attributes.id}`);
      if (note) content.notes.push(note);
    } else if (name === 'footnote' || name === 'endnote') content.notes.push(node);
    else if (name === 'AlternateContent') {
      // The same thing for newer and for older programs: one of them is printed.
      const one = childOf(node, 'Choice') ?? childOf(node, 'Fallback');
      if (one) walk(one, style);
    } else {
      const properties = name === 'r' ? childOf(node, 'rPr') : undefined;
      if (isOn(childOf(properties, 'vanish'))) return;
      const next = {
        ...style,
        ...(properties && { bold: isOn(childOf(properties, 'b')) }),
        ...(properties && styleOf(properties)),
        ...(name === 'hyperlink' && webLink(links.get(attributes.id ?? ''))),
      };
      for (const child of elementsOf(node)) walk(child, next);
    }
  };
  for (const child of elementsOf(paragraph)) walk(child, {});
  return content;
}

const styleOf = (properties: XmlNode): { raised: boolean; struck: boolean } => ({
  raised: childOf(properties, 'vertAlign')?.attributes.val === 'superscript',
  struck: isOn(childOf(properties, 'strike')) || isOn(childOf(properties, 'dstrike')),
});

const webLink = (address: string | undefined): { link?: string } =>
  address !== undefined && /^(https?|mailto):/iu.test(address) ? { link: address } : {};

/** A deletion in the XML of Word 2003. */
const isDeletion = ({ name, attributes }: XmlNode): boolean =>
  name === 'annotation' && /Deletion|Comment/u.test(attributes.type ?? '');
