import { attribute, type WebElement } from './tree.ts';

/** Elements that start a new paragraph. Others, unknown ones too, are inline unless they hold one of these. */
const BLOCK = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe frame legend li main menu nav ol p pre search section ' +
    'summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

export const isBlockName = (name: string): boolean => BLOCK.has(name);

/** Elements that a browser shows no text of. */
const UNSEEN = new Set(
  (
    'head title meta link base script style template noscript noframes noembed xml object embed applet audio video canvas svg ' +
    'math map area select datalist option rp colgroup col param source track'
  ).split(' '),
);

/** True if nobody sees the element in a browser: by its name, its attributes or its own style. */
export function isUnseen(element: WebElement): boolean {
  if (UNSEEN.has(element.tagName)) return true;
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true') return true;
  const style = attribute(element, 'style') ?? '';
  if (/(?:^|;)\s*display\s*:\s*none/iu.test(style)) return true;
  // An element that was saved before its animation began is about to be shown.
  return /(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)/iu.test(style) && !/animation/iu.test(style);
}
