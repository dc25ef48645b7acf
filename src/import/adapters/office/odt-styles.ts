import { childOf, descendants, type XmlNode } from './xml.ts';

export interface OdtStyle {
  readonly bold: boolean;
  /** The level of the heading that it makes. */
  readonly level: number | undefined;
}

/** Styles by name; what a style does not say comes from its parent. */
export function odtStyles(...parts: readonly XmlNode[]): Map<string, OdtStyle> {
  const nodes = new Map(
    parts.flatMap((part) => [...descendants(part, 'style')]).map((node) => [node.attributes.name ?? '', node]),
  );
  const style = (name: string, depth = 0): OdtStyle => {
    const node = nodes.get(name);
    if (!node || depth > 20) return { bold: false, level: undefined };
    const parent = style(node.attributes['parent-style-name'] ?? '', depth + 1);
    const weight = childOf(node, 'text-properties')?.attributes['font-weight'];
    const level =
      node.attributes['default-outline-level'] ?? /^Heading(?:_20_| )([1-9])$/u.exec(node.attributes.name ?? '')?.[1];
    return {
      bold: weight === undefined ? parent.bold : weight === 'bold',
      level: level === undefined || level === '' ? parent.level : Number(level),
    };
  };
  return new Map([...nodes.keys()].map((name) => [name, style(name)]));
}
