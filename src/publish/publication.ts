import { basename } from 'node:path';
import type { Checked } from '../check/check.ts';
import { VERSION } from '../package/version.ts';
import type { Publication } from '../render/publication.ts';
import { hashOf, type Receipt } from '../render/receipt.ts';
import { dayAt } from '../report/day.ts';
import { reportData } from '../view/data.ts';
import { pageView } from '../view/page.ts';
import { draftNotes } from './draft-notes.ts';

/** What is decided by whoever builds, not by the report. */
export type BuildChoices = Pick<Receipt, 'formats' | 'base' | 'draft' | 'systemFonts'> & {
  /** Hash of the template's files. */
  readonly template: string;
};

/** What comes from neither. */
export interface Given {
  /** SOURCE_DATE_EPOCH. */
  readonly epoch?: number | undefined;
  /** The report file of an earlier build, where all that is left of it is its data. */
  readonly source?: Receipt['source'] | undefined;
}

/** A report that was read -> all that its formats are made from; in a draft, the findings too. */
export function publicationOf(checked: Checked, choices: BuildChoices, given: Given = {}): Publication {
  const { source, report } = checked;
  if (!report) throw new Error('only a report that could be read is published');
  const text = source.text.replaceAll('\r\n', '\n');
  const name = basename(source.file);
  return {
    view: pageView(report, choices.draft && draftNotes(checked)),
    source: { name, text },
    data: reportData(report),
    receipt: {
      tool: `ogi-report ${VERSION}`,
      form: report.form.id,
      source: given.source ?? { name, hash: hashOf(text) },
      ...choices,
    },
    date: dayAt(report.data, 'corrected.date') ?? dayAt(report.data, 'published'),
    ...(given.epoch !== undefined && { epoch: given.epoch }),
  };
}
