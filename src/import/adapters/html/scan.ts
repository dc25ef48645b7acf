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
  /** True if a script is of a program that fills the page. */
  readonly filled: boolean;
}

/** Programs that websites of the government are filled by, as their scripts name them. */
const FILLERS =
  /infoGuid|getGovInfoDetail|chunk-vendors|webpackJsonp|webpackChunk|__NUXT__|__NEXT_DATA__|createApp\(|ReactDOM/u;
/** Pictures of the page itself, told by their file names. */
const DECORATION =
  /logo|icon|banner|qr|ewm|erweima|share|weixin|print|(?:^|\/)(?:bg|top|foot|head|dangzheng|jiucuo|red|blue)[^/]*$|\.gif$/iu;

/** Pixels. Narrower or lower is an icon or a line, not a picture of a table. */
const SMALL = 120;
/** Characters of a script that are looked at. */
const LONGEST_SCRIPT = 100_000;

/** The same while it is collected. */
type Noted = ReturnType<typeof nothingNoted>;

const nothingNoted = () => ({
  titles: [] as string[],
  meta: new Map<string, string>(),
  links: [] as { text: string; target: string }[],
  pictures: [] as string[],
  embedded: [] as string[],
  scripts: 0,
  ids: new Set<string>(),
  noscript: '',
  filled: false,
});

export function scanPage(root: WebElement): PageScan {
  const scan = nothingNoted();
  const stack: [WebNode, boolean][] = [[root, true]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, around] = top;
    if (!isElement(node)) continue;
    const seen = around && (node.tagName === 'head' || !isUnseen(node));
    for (const child of [...node.childNodes].reverse()) stack.push([child, seen]);
    const id = attribute(node, 'id');
    if (id !== undefined) scan.ids.add(id);
    note(node, seen, scan);
  }
  return scan;
}

/** Notes what an element says of the page. */
function note(node: WebElement, seen: boolean, scan: Noted): void {
  const source = attribute(node, 'src') ?? attribute(node, 'data') ?? '';
  switch (node.tagName) {
    case 'title':
      scan.titles.push(shown(textIn(node)));
      break;
    case 'meta': {
      const name = (attribute(node, 'name') ?? attribute(node, 'property') ?? '').toLowerCase();
      const content = shown(attribute(node, 'content') ?? '');
      if (content !== '' && !scan.meta.has(name)) scan.meta.set(name, content);
      break;
    }
    case 'a':
      if (seen) scan.links.push({ text: wordsOf(node), target: attribute(node, 'href') ?? '' });
      break;
    case 'img':
      if (seen && !isDecoration(node, source)) scan.pictures.push(source);
      break;
    case 'embed':
    case 'object':
    case 'iframe':
      scan.embedded.push(source);
      break;
    case 'script':
      scan.scripts++;
      scan.filled ||= FILLERS.test(source) || FILLERS.test(textIn(node, LONGEST_SCRIPT));
      break;
    case 'noscript':
      scan.noscript += textIn(node);
  }
}

/** True for a picture that belongs to the page and not to its content: by its name, its size, or because it is a link. */
function isDecoration(picture: WebElement, source: string): boolean {
  if (!source.startsWith('data:') && DECORATION.test(source.slice(0, 500))) return true;
  return isSmall(picture) || isIn(picture, new Set(['a', 'header', 'footer', 'nav']));
}

function isIn(element: WebElement, names: ReadonlySet<string>): boolean {
  for (let node = element.parentNode; node && 'parentNode' in node; node = node.parentNode)
    if (names.has(node.nodeName)) return true;
  return false;
}

function isSmall(picture: WebElement): boolean {
  const sizes = [attribute(picture, 'width'), attribute(picture, 'height')];
  const styles = [...(attribute(picture, 'style') ?? '').matchAll(/(?:^|[;\s])(?:width|height)\s*:\s*(\d+)px/giu)];
  return [...sizes, ...styles.map(([, size]) => size)].some(
    (size) => size && /^\d+(?:px)?$/u.test(size) && Number.parseInt(size, 10) < SMALL,
  );
}

/** The words of a link: a list that cuts them has them whole in `title`. */
function wordsOf(link: WebElement): string {
  const [text, title] = [shown(textIn(link)), shown(attribute(link, 'title') ?? '')];
  return title.length > text.length ? title : text;
}

/** The text of a link, title or script, cut after so many characters. */
function textIn(root: WebElement, most = 500): string {
  let text = '';
  const stack: WebNode[] = [root];
  for (let node = stack.pop(); node && text.length < most; node = stack.pop()) {
    if (isElement(node)) for (const child of [...node.childNodes].reverse()) stack.push(child);
    else if ('value' in node) text += node.value;
  }
  return text.slice(0, most);
}
