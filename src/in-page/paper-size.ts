/** Width and height of the text area of a printed page, in CSS pixels, from the `@page` rules. */
export function paperSize(styles: readonly CSSRule[]): { width: number; height: number } {
  const page = { size: 'a4', marginTop: '0', marginRight: '0', marginBottom: '0', marginLeft: '0' };
  for (const rule of styles) {
    if (!(rule instanceof CSSPageRule) || rule.selectorText !== '') continue;
    const style = rule.style as unknown as Record<string, string>;
    for (const key of Object.keys(page) as (keyof typeof page)[]) page[key] = style[key] || page[key];
  }
  const given = page.size.match(/[0-9.]+(?:mm|cm|in|pt|px)/g) ?? ['210mm', '297mm'];
  const [width, height = width] = /landscape/.test(page.size) ? given.reverse() : given;
  return measured(
    `calc(${width} - ${page.marginLeft} - ${page.marginRight})`,
    `calc(${height} - ${page.marginTop} - ${page.marginBottom})`,
  );
}

/** Converts two CSS lengths to pixels. */
function measured(width: string, height: string): { width: number; height: number } {
  const probe = document.body.appendChild(document.createElement('div'));
  probe.style.cssText = `position:absolute;box-sizing:border-box;padding:0;border:0;margin:0;min-width:0;max-width:none;width:${width};height:${height}`;
  const box = probe.getBoundingClientRect();
  probe.remove();
  return { width: box.width, height: box.height };
}
