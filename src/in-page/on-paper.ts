import { paperSize } from './paper-size.ts';

/** Measures the page while it is laid out in the width of the printed text. */
export function onPaper<T>(styles: readonly CSSRule[], measure: (size: { width: number; height: number }) => T): T {
  const size = paperSize(styles);
  const root = document.documentElement;
  const kept = root.style.cssText;
  root.style.cssText = `${kept};width:${size.width}px;min-width:0;max-width:none`;
  const measured = measure(size);
  root.style.cssText = kept;
  return measured;
}
