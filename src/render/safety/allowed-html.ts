const words = (text: string): string[] => text.trim().split(/\s+/);

/** Attributes that every element may have, besides `aria-…` and `data-…`. */
const EVERYWHERE = words(
  'class dir hidden id itemid itemprop itemscope itemtype lang role style tabindex title translate',
);
const CELL = words('abbr align bgcolor colspan headers height nowrap rowspan scope valign width');
const COLUMN = words('align span valign width');

/** The elements of HTML that a template may have, with their own attributes. */
const HTML: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    words(`
      abbr address article aside b bdi bdo big body caption center cite code dd details dfn dl dt em figcaption figure
      footer head header hgroup html i kbd main mark nav p pre rb rp rt ruby s samp section small span strike strong sub
      summary sup title tt u var wbr blockquote br del div h1 h2 h3 h4 h5 h6 hr ins li ol q ul
    `).map((name) => [name, words('align clear cite color datetime open reversed size start type value width')]),
  ),
  a: words('download href hreflang name rel target type'),
  col: COLUMN,
  colgroup: COLUMN,
  font: words('color face size'),
  img: words('align alt border decoding height hspace loading src vspace width'),
  meta: words('charset content http-equiv name property'),
  script: words('type'),
  style: words('media type'),
  table: words('align bgcolor border bordercolor cellpadding cellspacing frame height rules summary width'),
  tbody: words('align valign'),
  td: CELL,
  tfoot: words('align valign'),
  th: CELL,
  thead: words('align valign'),
  time: words('datetime'),
  tr: words('align bgcolor height valign'),
};

/** What belongs to a whole page: no fragment has it. */
const OF_A_PAGE = new Set(words('body head html meta script style title'));

const SVG = new Set(
  words(
    'circle clippath defs desc ellipse g line lineargradient path pattern polygon polyline radialgradient rect stop svg text title tspan',
  ),
);

/** Their values are read as CSS, as a browser reads them. */
const OF_SVG = new Set(
  words(`
    clip-path clip-rule clippathunits color cx cy d direction display dominant-baseline dx dy fill fill-opacity fill-rule
    focusable font-family font-size font-style font-variant font-weight fx fy gradienttransform gradientunits height
    lengthadjust letter-spacing offset opacity overflow paint-order pathlength patterncontentunits patterntransform
    patternunits points preserveaspectratio r rotate rx ry shape-rendering spreadmethod stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    text-anchor text-decoration text-rendering textlength transform vector-effect version viewbox visibility width
    word-spacing writing-mode x x1 x2 xml:space y y1 y2
  `),
);
const NAMESPACES = new Set(['xmlns', 'xmlns:xlink']);

/** Where an element stands: in a page or a fragment, in HTML or in a drawing. */
export type PageKind = 'page' | 'fragment';

/** True if a template may have this element of HTML. */
export const allowsElement = (kind: PageKind, name: string): boolean =>
  Object.hasOwn(HTML, name) && !(kind === 'fragment' && OF_A_PAGE.has(name));

/** True if a template may have this element in a drawing. */
export const allowsSvg = (name: string): boolean => SVG.has(name.toLowerCase());

/** True if an element of HTML may have this attribute. */
export const allowsAttribute = (element: string, name: string): boolean =>
  isEverywhere(name) || Boolean(HTML[element]?.includes(name));

/** True if an element of a drawing may have this attribute. */
export const allowsSvgAttribute = (name: string): boolean =>
  isEverywhere(name) || isSvgStyle(name) || NAMESPACES.has(name.toLowerCase());

/** True if the value of this attribute of a drawing is CSS. */
export const isSvgStyle = (name: string): boolean => OF_SVG.has(name.toLowerCase());

const isEverywhere = (name: string): boolean => EVERYWHERE.includes(name) || /^(?:aria|data)-[\w.:-]+$/.test(name);
