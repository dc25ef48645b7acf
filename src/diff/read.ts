import type { Checked } from '../check/check.ts';
import { readingDoubts } from '../check/published/doubts.ts';
import type { Text } from '../diagnostics/text.ts';
import { isData } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import type { Source } from '../source/parse.ts';

/** A report that can be compared, with what is known of how it was read. */
export interface ComparedReport extends Pick<Checked, 'diagnostics'> {
  readonly report: Report;
  readonly source: Source;
  /** The keys of the tables that were not found in a published file. */
  readonly missing: readonly string[];
  /** Why cells of a published file are doubtful, by their dotted path. */
  readonly doubts: ReadonlyMap<string, Text>;
}

/** A checked report that was read; undefined if there is none. */
export function comparedReport({ source, report, diagnostics }: Checked): ComparedReport | undefined {
  if (!report || !isData(report.data)) return undefined;
  const { published } = source;
  const doubts = published ? readingDoubts(report, published) : [];
  const reasons = doubts.flatMap(({ paths }) =>
    [...paths].map((path) => [path, published?.cells.get(path)?.doubt ?? FOLLOWS] as const),
  );
  return { report, source, diagnostics, missing: published?.missing ?? [], doubts: new Map(reasons) };
}

const FOLLOWS: Text = { zh: '由存疑的数算出', en: 'computed from doubtful numbers' };
