import { figure } from '../view/charts.ts';
import type { Html, PageView } from '../view/page-view.ts';

/** Returns the view with its charts drawn instead of told in words. Loads the drawing code only if there are charts. */
export async function withDrawings(view: PageView): Promise<PageView> {
  const { charts, preface, sections } = view;
  if (charts.length === 0) return view;
  const { draw } = await import('./charts/draw.ts');
  const drawn = charts.map((chart) => [figure(chart), figure(chart, draw(chart).svg)] as const);
  const shown = (html: Html): Html => drawn.reduce((all, [words, drawing]) => all.replace(words, () => drawing), html);
  return {
    ...view,
    preface: shown(preface),
    sections: sections.map((section) => ({
      ...section,
      above: shown(section.above),
      html: shown(section.html),
      parts: section.parts.map((part) => ({ ...part, html: shown(part.html) })),
    })),
  };
}
