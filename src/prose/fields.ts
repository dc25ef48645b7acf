import type { Path } from '../diagnostics/diagnostic.ts';
import { get, getIn } from '../report/access.ts';
import type { Report } from '../report/report.ts';

/** A text in a report file that is prose. */
export interface ProseField {
  readonly path: Path;
  readonly text: string;
}

const SECTIONS = ['overview', 'problems', 'other_matters'] as const;

/** All texts of a report that are Markdown, in printed order. */
export function proseFields({ data, form }: Report): ProseField[] {
  const section = (key: string): Path[] => {
    const parts = getIn(data, `${key}.parts`);
    const count = Array.isArray(parts) ? parts.length : 0;
    const inParts = Array.from({ length: count }, (_, index) => [
      [key, 'parts', index, 'heading'],
      [key, 'parts', index, 'text'],
    ]).flat();
    return [[key, 'text'], ...inParts];
  };
  const paths: Path[] = [
    ['preface', 'text'],
    ...section(SECTIONS[0]),
    ...form.tables.map(({ key }) => [key, 'footnote']),
    ...section(SECTIONS[1]),
    ...section(SECTIONS[2]),
  ];
  return paths.flatMap((path) => {
    const text = path.reduce<unknown>(get, data);
    return typeof text === 'string' ? [{ path, text }] : [];
  });
}
