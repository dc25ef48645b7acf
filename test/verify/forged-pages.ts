import { readFileSync } from 'node:fs';

/** A forged page: who would make it, what was done, and the verdicts. */
export interface Forgery<File> {
  readonly by: 'designer' | 'programmer' | 'clerk';
  readonly what: string;
  readonly change: (file: File) => File | Promise<File>;
  /** The verdict if the receipt also names another version; otherwise every forgery is ✗. */
  readonly otherVersion: '✗' | '?';
}

type PageForgery = Forgery<string>;

/** Replaces a text that must be there. */
const put = (from: string | RegExp, to: string) => (html: string) => {
  const changed = html.replace(from, () => to);
  if (changed === html) throw new Error(`${from} was not found`);
  return changed;
};
const CELL = 'data-path="applications.received.total">16<';
const inBody = (added: string) => put('<body>', `<body>${added}`);
const style = (rule: string) => put('</style>', `${rule}</style>`);
const OVER = 'position:fixed;inset:0;background:#fff;z-index:9';
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

const designer: [string, PageForgery['change'], '✗' | '?'][] = [
  [
    'a style hides a number and shows another',
    style(
      '[data-path="applications.received.total"]{font-size:0}[data-path="applications.received.total"]::after{content:"61";font-size:16px}',
    ),
    '?',
  ],
  ['a style turns digits around', style('td{unicode-bidi:bidi-override;direction:rtl}'), '?'],
  ['a style for print alone', style('@media print{tr:nth-child(3){display:none}}'), '?'],
  ['a picture as the background of a cell', style(`td{background:url(${PIXEL});color:transparent}`), '?'],
  ['a picture over the page', inBody(`<img src="${PIXEL}" alt="" style="${OVER}">`), '?'],
  ['a banner that readers of the text skip', inBody(`<div aria-hidden="true" style="${OVER}">61</div>`), '?'],
  [
    'the report is hidden, and another one shown',
    (html) => inBody('<div aria-hidden="true"><h1>报告</h1>61</div>')(put('<main id', '<main hidden id')(html)),
    '✗',
  ],
  ['one cell in the colour of the paper', put(CELL, `style="color:#fff" ${CELL}`), '?'],
  ['a drawing over the page', inBody(`<svg aria-hidden="true" style="${OVER}"><path d="M0 0h9v9"/></svg>`), '?'],
  ['text for the screen alone', put('</main>', '<p class="screen-only">61</p></main>'), '?'],
  ['another font', put(/font\/ttf;base64,.{200}/, 'font/ttf;base64,AAAA'), '?'],
  ['another style sheet', put('<style>', `<link rel="stylesheet" href="x.css"><style>`), '✗'],
];

const programmer: [string, PageForgery['change'], '✗' | '?'][] = [
  [
    'a script, and a policy that lets it run',
    (html) =>
      put('</body>', '<script>document.title=""</script></body>')(put("default-src 'none'", 'default-src *')(html)),
    '✗',
  ],
  ['a looser policy alone', put("default-src 'none'", "default-src 'unsafe-inline'"), '?'],
  ['no policy', put(/<meta http-equiv=.*\n/, ''), '?'],
  ['an event handler', put('<body>', '<body onload="document.title=1">'), '✗'],
  ['a frame', inBody(`<iframe srcdoc="61" style="${OVER}"></iframe>`), '✗'],
  ['another page at once', put('<title>', '<meta http-equiv="refresh" content="0;url=https://a.test"><title>'), '✗'],
  [
    'a shadow root in place of a cell',
    put(CELL, `data-path="applications.received.total"><template shadowrootmode="open">61</template>16<`),
    '✗',
  ],
  ['a comment', put('</main>', '<!-- 61 --></main>'), '?'],
  ['the data alone', put('"issued": 9', '"issued": 8'), '?'],
  ['what search engines read', put(/"datePublished": "[^"]+"/, '"datePublished": "2024-01-02"'), '?'],
  ['a second receipt', put('</body>', '<script type="application/json" id="receipt">{}</script></body>'), '?'],
  ['a link to another file', put('href="2023.pdf"', 'href="2022.pdf"'), '?'],
  ['a link to another file, and a receipt to go with it', put(/"base": "2023"/, '"base": "2022"'), '?'],
  ['a link to another file through the address of all', put('<title>', '<base href="https://a.test/"><title>'), '✗'],
  ['another encoding', put('charset="utf-8"', 'charset="gbk"'), '✗'],
  ['text behind the end', (html) => `${html}<p>61</p>`, '?'],
  ['an invisible sign in a number', put(CELL, CELL.replace('16', '1\u200b6')), '?'],
];

const clerk: [string, PageForgery['change'], '✗' | '?'][] = [
  ['a number in a cell', put(CELL, CELL.replace('16', '61')), '✗'],
  ['wide digits', put(CELL, CELL.replace('16', '１6')), '✗'],
  ['a number in a sentence', put('1701条', '1710条'), '✗'],
  ['a row left out', put(/<tr>(?:(?!<\/tr>)[\s\S])*applications\.received\.total[\s\S]*?<\/tr>/, ''), '✗'],
  ['another date', put(/<time datetime="[^"]+">[^<]+</, '<time datetime="2024-01-31">2024年1月31日<'), '?'],
  ['a sentence more', put('</main>', '<p>以上。</p></main>'), '?'],
  [
    'another office',
    put(/<meta name="ContentSource" content="[^"]+"/, '<meta name="ContentSource" content="某局"'),
    '?',
  ],
  ['another title', put(/<title>[^<]+/, '<title>报告'), '?'],
  ['saved by a browser', put('<html', '<!-- saved from url=(0014)about:internet -->\n<html'), '?'],
];

const listOf = (by: PageForgery['by'], list: typeof clerk): PageForgery[] =>
  list.map(([what, change, otherVersion]) => ({ by, what, change, otherVersion }));

export const PAGE_FORGERIES: readonly PageForgery[] = [
  ...listOf('designer', designer),
  ...listOf('programmer', programmer),
  ...listOf('clerk', clerk),
];

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** The page as another version would have signed it. */
export const byVersion = (other: string) => (html: string) =>
  html.replaceAll(`ogi-report ${version}`, `ogi-report ${other}`);
export const byTemplate = put(/"template": "sha256:[0-9a-f]{64}"/, `"template": "sha256:${'0'.repeat(64)}"`);
