import { Parser } from 'htmlparser2';
import { markedEncoding } from '../byte-order-mark.ts';
import { damaged, tooLarge, unsafeXml } from '../container/refusals.ts';

/** An element of XML. Names are without their prefix: office formats never use one name for two things. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlNode | string)[];
}

/** Elements of one part of a file. A table of 300 cells has about 3,000, less than 20 deep. */
const MOST_ELEMENTS = 500_000;
const DEEPEST = 200;

/** XML is UTF-8, or UTF-16 with a byte order mark. */
export const decodeXml = (bytes: Uint8Array): string => new TextDecoder(markedEncoding(bytes)).decode(bytes);

/** Reads XML as a tree. No entity but the five of XML is replaced, nothing is loaded. Throws a `Refusal`. */
export function parseXml(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const open = [root];
  let elements = 0;
  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (/^!doctype$/i.test(name)) throw unsafeXml();
      },
      onopentag(name, attributes) {
        if (++elements > MOST_ELEMENTS || open.length > DEEPEST) throw tooLarge();
        const node = { name: local(name), attributes: localNames(attributes), children: [] };
        open.at(-1)?.children.push(node);
        open.push(node);
      },
      ontext: (data) => void open.at(-1)?.children.push(data),
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  );
  parser.write(text);
  // Elements that are still open before the parser closes them by itself: the end of the file is missing.
  if (open.length !== 1 || elements === 0) throw damaged();
  parser.end();
  return elementsOf(root)[0] as XmlNode;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) if (!name.startsWith('xmlns')) names[local(name)] ??= value;
  return names;
}

export const elementsOf = (node: XmlNode | undefined): XmlNode[] =>
  (node?.children ?? []).filter((child): child is XmlNode => typeof child !== 'string');

/** The first child with one of these names; of several steps, the child of the child. */
export function childOf(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  return path.reduce((at, name) => elementsOf(at).find((child) => child.name === name), node);
}

export const textOf = (node: XmlNode | undefined): string =>
  (node?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** Every element below a node with this name. */
export function* descendants(node: XmlNode | undefined, name: string): Generator<XmlNode> {
  for (const child of elementsOf(node)) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}

/** True if an element with this name stands somewhere below a node. */
export const has = (node: XmlNode | undefined, name: string): boolean => !descendants(node, name).next().done;
