import type { Path } from '../diagnostics/diagnostic.ts';
import { SECTION_KEYS } from '../form/section-keys.ts';
import { TABLE_TEXTS } from '../form/table-texts.ts';
import { get, getIn } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import { type ProseLine, readParagraphs } from './paragraphs.ts';

/** A text in a report file that is prose. */
export interface ProseField {
  readonly path: Path;
  readonly text: string;
}

const fields = new WeakMap<Report, readonly ProseField[]>();
const paragraphs = new WeakMap<ProseField, readonly ProseLine[]>();

/** All texts of a report that are Markdown, in printed order. The result is cached. */
export function proseFields(report: Report): readonly ProseField[] {
  const known = fields.get(report) ?? fieldsOf(report);
  fields.set(report, known);
  return known;
}

/** The lines of a text, grouped to paragraphs. The result is cached. */
export function paragraphsOf(field: ProseField): readonly ProseLine[] {
  const known = paragraphs.get(field) ?? readParagraphs(field.text);
  paragraphs.set(field, known);
  return known;
}

function fieldsOf({ data, form }: Report): ProseField[] {
  const section = (key: string): Path[] => {
    const parts = getIn(data, `${key}.parts`);
    const count = Array.isArray(parts) ? parts.length : 0;
    const inParts = Array.from({ length: count }, (_, index) => [
      [key, 'parts', index, 'heading'],
      [key, 'parts', index, 'text'],
    ]).flat();
    return [[key, 'text'], ...inParts];
  };
  const beside = (table: string): Path[] => TABLE_TEXTS.map(({ key }) => [table, key]);
  const isTable = (key: string) => form.tables.some((table) => table.key === key);
  const paths: Path[] = [
    ['preface', 'text'],
    ...SECTION_KEYS.flatMap((key) => (isTable(key) ? beside(key) : section(key))),
  ];
  return paths.flatMap((path) => {
    const text = path.reduce<unknown>(get, data);
    return typeof text === 'string' ? [{ path, text }] : [];
  });
}
