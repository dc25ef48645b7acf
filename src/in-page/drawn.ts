/**
 * The characters on the page, by the value of their `font-family`: text, `content` of the style sheet, list numbers and
 * page numbers.
 */
export function drawn(styles: readonly CSSRule[]): Record<string, string> {
  const byFamily = new Map<string, Set<string>>();
  const draw: Draw = (family, text) => {
    const characters = byFamily.get(family) ?? new Set();
    for (const character of text) characters.add(character);
    byFamily.set(family, characters);
  };
  drawTexts(draw);
  for (const rule of styles) {
    if (rule instanceof CSSStyleRule && rule.style.content) drawGenerated(rule, draw);
    if (rule instanceof CSSPageRule) drawMargins(rule, draw);
  }
  for (const item of document.querySelectorAll('ol > li')) draw(getComputedStyle(item).fontFamily, '0123456789.');
  return Object.fromEntries([...byFamily].map(([family, characters]) => [family, [...characters].join('')]));
}

type Draw = (family: string, text: string) => void;

function drawTexts(draw: Draw): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let last: Element | undefined;
  let family: string | undefined;
  while (walker.nextNode()) {
    const { parentElement: parent, textContent } = walker.currentNode;
    if (!parent || !textContent || /^\s*$/.test(textContent) || /^(STYLE|SCRIPT|TEMPLATE)$/.test(parent.tagName))
      continue;
    if (parent !== last) family = parent.checkVisibility() ? getComputedStyle(parent).fontFamily : undefined;
    last = parent;
    if (family) draw(family, textContent);
  }
}

const GENERATED = /::?(?:before|after|marker)/;

function drawGenerated({ selectorText }: CSSStyleRule, draw: Draw): void {
  for (const selector of selectorText.split(/,(?![^(]*\))/)) {
    const [pseudo] = GENERATED.exec(selector) ?? [];
    if (!pseudo) continue;
    const elements = selector.replace(new RegExp(GENERATED, 'g'), '').trim() || '*';
    for (const element of document.querySelectorAll(elements)) {
      if (!element.checkVisibility()) continue;
      const { fontFamily, content } = getComputedStyle(element, `::${pseudo.replace(/:/g, '')}`);
      draw(fontFamily, strings(content));
    }
  }
}

/** TypeScript has no type for the rule of a margin box; the type of a style rule has the properties used here. */
function drawMargins({ cssRules }: CSSPageRule, draw: Draw): void {
  for (const margin of cssRules as unknown as Iterable<CSSStyleRule>) {
    const { content, fontFamily } = margin.style;
    const numbers = /counter/.test(content) ? '0123456789' : '';
    if (content) draw(fontFamily || getComputedStyle(document.body).fontFamily, strings(content) + numbers);
  }
}

/** Joins the strings in a value of `content`. */
const strings = (content: string): string =>
  (content.match(/"(?:[^"\\]|\\.)*"/g) ?? [])
    .map((text) =>
      text
        .slice(1, -1)
        .replace(/\\([0-9a-f]{1,6}) ?|\\(.)/gi, (_, hex, character) =>
          hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : character,
        ),
    )
    .join('');
