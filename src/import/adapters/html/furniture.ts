import type { ElementSize } from './measure.ts';
import { attribute, type WebElement } from './tree.ts';

const TAGS = new Set(['nav', 'header', 'footer', 'aside', 'menu', 'search', 'button']);
/** They hold the whole page or article. */
const WHOLE = new Set(['html', 'body', 'main', 'article']);
const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'menu', 'menubar', 'toolbar']);
/** Words in names of classes and ids, alone or as a part between hyphens, underscores, digits and capitals. */
const NAMES =
  /^(?:nav|navbar|navigation|navi|menu|submenu|crumb|crumbs|breadcrumb|breadcrumbs|bread|position|weizhi|dqwz|mbx|mianbaoxie|share[a-z]*|bdshare[a-z]*|bshare[a-z]*|jiathis|fenxiang|foot|footer|copyright|banquan|toolbar|topbar|sidebar|aside|print|dayin|fontsize|ziti|qrcode|ewm|erweima|search|login|pager|pagination|prev|next|prevnext|shangxia|related|xgwz|friendlink|links)$/u;
const CHINESE_NAMES = /当前位置|面包屑|导航|分享|页脚|版权|打印/u;

/** A paragraph of this many characters is content, wherever it stands. */
const LONG_PARAGRAPH = 80;
/** So is that much text in all in an element whose only sign is its name. */
const LONG_IN_ALL = 200;

/** True if the mark-up says that the element is no content: a menu, a path to the page, a foot, buttons, a list of links. */
export function isFurniture(
  element: WebElement,
  { text, linked, longest, tables, headings, links, frames }: ElementSize,
): boolean {
  const isLinks = links >= 3 && linked >= 0.7 * text;
  if (element.tagName === 'table') return tables <= 1 && isLinks;
  if (text === 0 || tables > 0 || frames > 0 || headings > 0 || longest >= LONG_PARAGRAPH) return false;
  if (TAGS.has(element.tagName) || ROLES.has(attribute(element, 'role')?.toLowerCase() ?? '')) return true;
  if (!WHOLE.has(element.tagName) && isLinks) return true;
  return (
    text - linked <= LONG_IN_ALL && !WHOLE.has(element.tagName) && namesOf(element).some((name) => NAMES.test(name))
  );
}

function namesOf(element: WebElement): string[] {
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.slice(0, 500);
  if (CHINESE_NAMES.test(names)) return ['nav'];
  return names
    .replace(/foot-?_?notes?/giu, '')
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u);
}
