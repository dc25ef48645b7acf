import { basename } from 'node:path';
import type { Checked } from '../check/check.ts';
import type { Publication } from '../render/publication.ts';
import { hashOf, type Receipt } from '../render/receipt.ts';
import { textIn } from '../report/access.ts';
import { reportData } from '../view/data.ts';
import { pageView } from '../view/page.ts';
import { VERSION } from './version.ts';

/** What is decided by whoever builds, not by the report. */
export type BuildChoices = Pick<Receipt, 'formats' | 'base' | 'draft' | 'systemFonts'> & {
  /** Hash of the template's files. */
  readonly template: string;
};

/** A report that was read -> all that its formats are made from. `epoch` is SOURCE_DATE_EPOCH. */
export function publicationOf({ source, report }: Checked, choices: BuildChoices, epoch?: number): Publication {
  if (!report) throw new Error('only a report that could be read is published');
  const text = source.text.replaceAll('\r\n', '\n');
  const name = basename(source.file);
  return {
    view: pageView(report),
    source: { name, text },
    data: reportData(report),
    receipt: {
      tool: `ogi-report ${VERSION}`,
      form: report.form.id,
      source: { name, hash: hashOf(text) },
      ...choices,
    },
    date: textIn(report.data, 'corrected.date') ?? textIn(report.data, 'published'),
    ...(epoch !== undefined && { epoch }),
  };
}
