/**
 * Run beside a page shown for paper, whose own scripts are off: lays it out as wide as the text of a printed page
 * and gives a `Sheet`. What follows a table begins on a whole line of the page: `--after-table` tells how far below.
 * All rectangles are read after all styles are set, so that the page is laid out once.
 */
export const LOOK_AT_PAGE = `(() => {
  const rules = (list) => [...list].flatMap((rule) =>
    rule instanceof CSSMediaRule ? (matchMedia(rule.media.mediaText).matches ? rules(rule.cssRules) : []) : [rule]);
  const styles = rules([...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]));

  const paper = () => {
    const page = { size: 'a4', marginTop: '0', marginRight: '0', marginBottom: '0', marginLeft: '0' };
    for (const rule of styles)
      if (rule instanceof CSSPageRule && rule.selectorText === '')
        for (const key of Object.keys(page)) page[key] = rule.style[key] || page[key];
    const turned = /landscape/.test(page.size);
    const given = page.size.match(/[0-9.]+(?:mm|cm|in|pt|px)/g) ?? ['210mm', '297mm'];
    const [width, height = width] = turned ? given.reverse() : given;
    const probe = document.body.appendChild(document.createElement('div'));
    probe.style.cssText = 'position:absolute;box-sizing:border-box;padding:0;border:0;margin:0;min-width:0;max-width:none;' +
      'width:calc(' + width + ' - ' + page.marginLeft + ' - ' + page.marginRight + ');' +
      'height:calc(' + height + ' - ' + page.marginTop + ' - ' + page.marginBottom + ')';
    const box = probe.getBoundingClientRect();
    probe.remove();
    return { width: box.width, height: box.height };
  };

  const { width, height } = paper();
  const root = document.documentElement;
  const kept = root.style.cssText;
  root.style.cssText = kept + ';width:' + width + 'px;min-width:0;max-width:none';

  const range = document.createRange();
  const textBox = (element) => (range.selectNodeContents(element), range.getBoundingClientRect());
  const textOf = (element) => element.textContent.replace(/\\s+/g, ' ').trim();
  const seen = (element, box = textBox(element)) =>
    box.width > 0.5 && box.height > 0.5 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const wordsOf = (element) => textOf(element).slice(0, 20);

  // At the end of a line half of a closing mark is blank and may stand outside.
  const blankOf = (element) => (/[，。；：、！？）〕》〉”’]/.test(element.textContent) ? parseFloat(getComputedStyle(element).fontSize) / 2 : 0);

  const cellOf = (element, before) => {
    const box = element.getBoundingClientRect();
    const text = textBox(element);
    const blank = blankOf(element) + 0.5;
    const inside = text.width === 0 || (text.left >= box.left - 0.5 && text.right <= box.right + blank &&
      text.top >= box.top - 0.5 && text.bottom <= box.bottom + 0.5);
    const cell = { text: textOf(element), seen: seen(element, text) };
    if (element.dataset.path !== undefined) cell.path = element.dataset.path;
    if (!inside || element.scrollWidth > element.clientWidth + 1 + blank) cell.fault = 'clipped';
    else if (before && box.left < before.right - 1 && box.top < before.bottom - 1) cell.fault = 'overlap';
    return [cell, box];
  };
  const cellsOf = (row) => {
    let before;
    return [...row.cells].map((element) => {
      const [cell, box] = cellOf(element, before);
      before = box;
      return cell;
    });
  };
  const heightOf = (element) => (element ? element.getBoundingClientRect().height : 0);
  const tables = [...document.querySelectorAll('table')].filter((table) => table.querySelector('[data-path]')).map((table) => ({
    width: table.getBoundingClientRect().width,
    captionHeight: heightOf(table.caption),
    headHeight: heightOf(table.tHead),
    rows: [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => ({
      height: heightOf(row), startsPage: getComputedStyle(row).breakBefore === 'page' })),
    cells: [...table.rows].flatMap(cellsOf),
  }));

  const headings = [...document.querySelectorAll('h1, h2, h3')].map((element) => ({ text: textOf(element), seen: seen(element) }));

  const outside = [];
  const overlaps = [];
  const blocks = 'p, li, h1, h2, h3, h4, h5, h6, pre, table, div, header, section, dl, ol, ul, blockquote';
  for (const element of document.querySelectorAll('main, main *, body > *')) {
    const style = getComputedStyle(element);
    if (style.display === 'none') continue;
    const cut = style.overflow !== 'visible' && style.display !== 'inline' &&
      (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);
    if (cut || (/^(P|LI|H\\d|PRE|TABLE|DD|DT)$/.test(element.tagName) && textBox(element).right > width + 1 + blankOf(element))) outside.push(wordsOf(element));
    const next = element.nextElementSibling;
    if (!next || !element.matches(blocks) || !next.matches(blocks) || style.position !== 'static') continue;
    const [above, below] = [element.getBoundingClientRect(), next.getBoundingClientRect()];
    const shown = above.height > 0 && below.height > 0 && getComputedStyle(next).position === 'static';
    if (shown && below.top < above.bottom - 1 && below.left < above.right - 1) overlaps.push([wordsOf(element), wordsOf(next)]);
  }

  for (const text of document.querySelectorAll('svg[role="img"] text')) {
    const [box, room] = [text.getBoundingClientRect(), text.closest('svg').getBoundingClientRect()];
    if (box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 1 || box.bottom > room.bottom + 1) outside.push(wordsOf(text));
  }

  const drawn = {};
  const draw = (family, text) => (drawn[family] ??= new Set(), [...text].forEach((char) => drawn[family].add(char)));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let last;
  let family;
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (/^\\s*$/.test(data) || /^(STYLE|SCRIPT|TEMPLATE)$/.test(parentElement.tagName)) continue;
    if (parentElement !== last) family = parentElement.checkVisibility() && getComputedStyle(last = parentElement).fontFamily;
    if (family) draw(family, data);
  }
  const strings = (content) => (content.match(/"(?:[^"\\\\]|\\\\.)*"/g) ?? [])
    .map((text) => text.slice(1, -1).replace(/\\\\([0-9a-f]{1,6}) ?|\\\\(.)/gi, (_, hex, char) => (hex ? String.fromCodePoint(parseInt(hex, 16)) : char))).join('');
  const generated = /::?(?:before|after|marker)/;
  for (const rule of styles) {
    if (rule instanceof CSSStyleRule && rule.style.content && generated.test(rule.selectorText))
      for (const selector of rule.selectorText.split(/,(?![^(]*\\))/))
        for (const element of document.querySelectorAll(selector.replace(new RegExp(generated, 'g'), '').trim() || '*')) {
          const [pseudo] = selector.match(generated) ?? [];
          if (!pseudo || !element.checkVisibility()) continue;
          const style = getComputedStyle(element, '::' + pseudo.replace(/:/g, ''));
          draw(style.fontFamily, strings(style.content));
        }
    if (rule instanceof CSSPageRule)
      for (const margin of rule.cssRules)
        if (margin.style.content) draw(margin.style.fontFamily || getComputedStyle(document.body).fontFamily,
          strings(margin.style.content) + (/counter/.test(margin.style.content) ? '0123456789' : ''));
  }
  for (const element of document.querySelectorAll('ol > li')) draw(getComputedStyle(element).fontFamily, '0123456789.');

  const line = parseFloat(getComputedStyle(document.body).lineHeight);
  const sections = [...document.querySelectorAll('section')].filter((section) => section.querySelector('.table:not(.broken)'));
  const rooms = sections.map((section) => {
    const height = heightOf(section);
    return (Math.ceil(height / line + 0.25) * line - height).toFixed(3) + 'px';
  });
  sections.forEach((section, index) => section.style.setProperty('--after-table', rooms[index]));

  root.style.cssText = kept;
  const characters = Object.fromEntries(Object.entries(drawn).map(([name, chars]) => [name, [...chars].join('')]));
  return { width, height, headings, tables, outside, overlaps, drawn: characters };
})()`;
