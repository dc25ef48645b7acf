import { say, type Text } from '../../diagnostics/text.ts';
import type { PageKind } from './allowed-html.ts';

interface Words {
  readonly message: Text;
  readonly hint: Text;
}

const SHOWN = 60;
/** Short enough to be read. */
const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const STYLES = say(
  '样式写在 report.css、screen.css、print.css 里',
  'Write styles in report.css, screen.css or print.css',
);
const SCRIPTS = say('模板不能有脚本，请删去', 'A template has no scripts: remove it');

/** What to write in the place of an element. */
const INSTEAD: Readonly<Record<string, Text>> = {
  script: SCRIPTS,
  link: STYLES,
  base: say('请删去：相对的网址从网页所在的地方算起', 'Remove it: relative addresses start from the page'),
  image: say('图片用 <img src="data:…">', 'Include pictures as <img src="data:…">'),
  noscript: say('请把里面的内容直接写出来：网页没有脚本', 'Write its content without it: the page has no scripts'),
};
const ELEMENTS: Readonly<Record<PageKind, Text>> = {
  page: say(
    '可以用文字、标题、列表、表格、链接、图片和简单的 SVG 图形，见 docs/templates.zh-CN.md',
    'Use text, headings, lists, tables, links, pictures and simple SVG drawings: see docs/templates.md',
  ),
  fragment: say(
    '片段里可以用文字、标题、列表、表格、链接和图片，见 docs/templates.zh-CN.md',
    'A fragment has text, headings, lists, tables, links and pictures only: see docs/templates.md',
  ),
};

export const element = (name: string, kind: PageKind): Words => ({
  message: say(`模板里不能用 <${short(name)}>`, `<${short(name)}> is not allowed in a template`),
  hint: (Object.hasOwn(INSTEAD, name) && INSTEAD[name]) || ELEMENTS[kind],
});

export const attribute = (element: string, name: string): Words => ({
  message: say(
    `<${element}> 不能有属性 ${short(name)}`,
    `<${element}> can't have the attribute ${short(name)} in a template`,
  ),
  hint: name.startsWith('on')
    ? SCRIPTS
    : say(
        '请删去；外观用 class 和样式表来写',
        'Remove it; use class and the style sheets to change how something looks',
      ),
});

export const link = (address: string): Words => ({
  message: say(`链接的网址不能用：${short(address)}`, `This address is not allowed in a link: ${short(address)}`),
  hint: say(
    '链接用 https:、http:、mailto:、tel: 开头的网址，或者文件名、#标识',
    'Links begin with https:, http:, mailto: or tel:, or are a file name or #id',
  ),
});

export const picture = (address: string): Words => ({
  message: say(`图片的网址不能用：${short(address)}`, `This address is not allowed for a picture: ${short(address)}`),
  hint: say(
    '图片以 data: 写在网页里（PNG、JPEG、GIF、WebP、AVIF）；SVG 直接写 <svg>',
    'Include pictures as data: URLs (PNG, JPEG, GIF, WebP, AVIF); write SVG as <svg> in the page',
  ),
});

export const meta = (name: string, value: string): Words => ({
  message: say(
    `<meta ${name}="${short(value)}"> 不能这样用`,
    `<meta ${name}="${short(value)}"> is not allowed like this`,
  ),
  hint:
    name === 'charset'
      ? say('网页总是 UTF-8：写 <meta charset="utf-8">', 'Pages are in UTF-8: write <meta charset="utf-8">')
      : say(
          '请删去：内容安全策略由程序写进每个网页',
          'Remove it: every page gets its content security policy from this tool',
        ),
});

export const comment = (text: string): Words => ({
  message: say(`不能用这样的注释：${short(text)}`, `This kind of comment is not allowed: ${short(text)}`),
  hint: say(
    '有的程序不把它当注释。请删去，或者用 {{!-- 注释 --}}',
    "Some programs don't read it as a comment. Remove it, or write {{!-- comment --}}",
  ),
});

export const CSS_HINT: Text = say(
  '样式不能引用别处的文件；图片和字体写成 url(data:…)，图片用 PNG、JPEG、GIF、WebP、AVIF',
  "Styles can't load anything: write pictures and fonts as url(data:…), pictures as PNG, JPEG, GIF, WebP or AVIF",
);

export const CUT_OFF: Words = {
  message: say('模板的最后有没写完的标签或注释', 'The template ends inside a tag or comment'),
  hint: say('请补上 > 或 -->', 'Add the missing > or -->'),
};
export const TOO_MUCH: Words = {
  message: say('模板的标签套得太深，或者太多', 'The template nests elements too deeply, or makes too many of them'),
  hint: say(
    '请检查没有结束的标签和循环；最多套 512 层',
    'Look for tags that are not closed, and for loops; 512 levels are the most',
  ),
};
