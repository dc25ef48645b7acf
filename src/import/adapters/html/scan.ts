import { isUnseen } from './kinds.ts';
import { attribute, isElement, type WebElement, type WebNode } from './tree.ts';
import { shown } from './words.ts';

/** What a page has besides its blocks: for its properties and to tell why it is no report. */
export interface PageScan {
  readonly titles: readonly string[];
  /** The contents of `<meta>` by name in lower case. */
  readonly meta: ReadonlyMap<string, string>;
  readonly links: readonly { readonly text: string; readonly target: string }[];
  /** The addresses of pictures that are seen and not known to be small. */
  readonly pictures: readonly string[];
  /** The addresses of documents that the page shows in a frame or plug-in. */
  readonly embedded: readonly string[];
  readonly scripts: number;
  /** The ids of elements, for pages that are filled by scripts. */
  readonly ids: ReadonlySet<string>;
  /** What the page says where scripts are off. */
  readonly noscript: string;
}

/** An icon or a line, not a picture of a table. */
const SMALL = 120;

export function scanPage(root: WebElement): PageScan {
  const scan = {
    titles: [] as string[],
    meta: new Map<string, string>(),
    links: [] as { text: string; target: string }[],
    pictures: [] as string[],
    embedded: [] as string[],
    scripts: 0,
    ids: new Set<string>(),
    noscript: '',
  };
  const stack: [WebNode, boolean][] = [[root, true]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, around] = top;
    if (!isElement(node)) continue;
    const isHead = node.tagName === 'head';
    const seen = around && (isHead || !isUnseen(node));
    for (const child of [...node.childNodes].reverse()) stack.push([child, seen]);
    const id = attribute(node, 'id');
    if (id !== undefined) scan.ids.add(id);
    const source = attribute(node, 'src') ?? attribute(node, 'data') ?? '';
    switch (node.tagName) {
      case 'title':
        scan.titles.push(shown(textIn(node)));
        break;
      case 'meta': {
        const name = attribute(node, 'name') ?? attribute(node, 'property') ?? '';
        const content = shown(attribute(node, 'content') ?? '');
        if (content !== '' && !scan.meta.has(name.toLowerCase())) scan.meta.set(name.toLowerCase(), content);
        break;
      }
      case 'a':
        if (seen) scan.links.push({ text: shown(textIn(node)), target: attribute(node, 'href') ?? '' });
        break;
      case 'img':
        if (seen && !isSmall(node)) scan.pictures.push(source);
        break;
      case 'embed':
      case 'object':
      case 'iframe':
        scan.embedded.push(source);
        break;
      case 'script':
        scan.scripts++;
        break;
      case 'noscript':
        scan.noscript += textIn(node);
    }
  }
  return scan;
}

function isSmall(picture: WebElement): boolean {
  const sizes = [attribute(picture, 'width'), attribute(picture, 'height')];
  const styles = [...(attribute(picture, 'style') ?? '').matchAll(/(?:^|[;\s])(?:width|height)\s*:\s*(\d+)px/giu)];
  return [...sizes, ...styles.map(([, size]) => size)].some(
    (size) => size && /^\d+(?:px)?$/u.test(size) && Number.parseInt(size, 10) < SMALL,
  );
}

/** The text of a link or title, at most a few hundred characters. */
function textIn(root: WebElement): string {
  let text = '';
  const stack: WebNode[] = [root];
  for (let node = stack.pop(); node && text.length < 500; node = stack.pop()) {
    if (isElement(node)) stack.push(...[...node.childNodes].reverse());
    else if ('value' in node) text += node.value;
  }
  return text.slice(0, 500);
}
