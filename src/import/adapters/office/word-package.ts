import { numberingOf } from './numbering.ts';
import { childOf, elementsOf, has, type XmlNode } from './xml.ts';

/** What the paragraphs of a Word file refer to. */
export interface WordPackage {
  readonly body: XmlNode;
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  /** Counts numbered paragraphs. */
  readonly numbering: ReturnType<typeof numberingOf>;
  /** Addresses of links by their id. */
  readonly links: ReadonlyMap<string, string>;
  /** Footnotes and endnotes by kind and id: `footnote 2`. */
  readonly notes: ReadonlyMap<string, XmlNode>;
  readonly headers: readonly XmlNode[];
  readonly footers: readonly XmlNode[];
}

interface ParagraphStyle {
  readonly level?: number | undefined;
  /** An entry of a table of contents. */
  readonly contents: boolean;
  readonly list?: { readonly id?: string | undefined; readonly depth?: number | undefined };
  readonly hidden: boolean;
}

/** Paragraph styles by id; what a style does not say comes from the style that it is based on. */
function stylesOf(part: XmlNode | undefined): Map<string, ParagraphStyle> {
  const nodes = new Map(
    elementsOf(part)
      .filter(({ name }) => name === 'style')
      .map((node) => [node.attributes.styleId ?? '', node]),
  );
  const style = (id: string, depth = 0): ParagraphStyle => {
    const node = nodes.get(id);
    if (!node || depth > 20) return { contents: false, hidden: false };
    const base = style(valOf(node, 'basedOn') ?? '', depth + 1);
    const name = valOf(node, 'name') ?? '';
    const list = childOf(node, 'pPr', 'numPr');
    return {
      level: headingLevel(name) ?? outlineLevel(childOf(node, 'pPr')) ?? base.level,
      contents: /^(toc|目录) ?\d$/iu.test(name) || base.contents,
      list: { ...base.list, ...listOf(list) },
      hidden: base.hidden || isOn(childOf(node, 'rPr', 'vanish')),
    };
  };
  return new Map([...nodes.keys()].map((id) => [id, style(id)]));
}

const headingLevel = (name: string): number | undefined => {
  const level = /^(?:heading|标题) ?([1-9])$/iu.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
};

/** The outline level of paragraph properties, from 1; 0 if they say that it is no heading. */
export function outlineLevel(properties: XmlNode | undefined): number | undefined {
  const value = valOf(properties, 'outlineLvl');
  if (value === undefined) return undefined;
  return Number(value) < 9 ? Number(value) + 1 : 0;
}

export function listOf(numPr: XmlNode | undefined): { id?: string; depth?: number } {
  const [id, depth] = [valOf(numPr, 'numId'), valOf(numPr, 'ilvl')];
  return { ...(id !== undefined && { id }), ...(depth !== undefined && { depth: Number(depth) }) };
}

export const valOf = (node: XmlNode | undefined, name: string): string | undefined =>
  childOf(node, name)?.attributes.val;

/** True if a property is there and not switched off. */
export const isOn = (node: XmlNode | undefined): boolean =>
  node !== undefined && !['0', 'false', 'off'].includes(node.attributes.val ?? '');

/** The parts of a Word file, by a function that finds a part by its name in the folder of the document. */
export function wordPackage(
  document: XmlNode,
  part: (name: string) => XmlNode | undefined,
  links: XmlNode | undefined,
): WordPackage {
  const related = elementsOf(links).map(({ attributes }) => attributes);
  const notes = new Map<string, XmlNode>();
  for (const kind of ['footnote', 'endnote'])
    for (const note of elementsOf(part(`${kind}s.xml`))) notes.set(`${kind} ${note.attributes.id}`, note);
  const targets = (kind: string): XmlNode[] =>
    related.flatMap(({ Type, Target }) => (Type?.endsWith(`/${kind}`) && Target ? (part(Target) ?? []) : []));
  return {
    body: childOf(document, 'body') ?? document,
    styles: stylesOf(part('styles.xml')),
    numbering: numberingOf(part('numbering.xml')),
    links: new Map(
      related.flatMap(({ Id, Target, TargetMode }) =>
        Id && Target && TargetMode === 'External' ? [[Id, Target]] : [],
      ),
    ),
    notes,
    headers: targets('header'),
    footers: targets('footer'),
  };
}

export const hasPicture = (node: XmlNode): boolean => ['blip', 'imagedata'].some((name) => has(node, name));
