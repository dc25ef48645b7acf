import { basename } from 'node:path';
import type { Checked } from '../check/check.ts';
import { VERSION } from '../package/version.ts';
import type { Publication } from '../render/publication.ts';
import { hashOf, type Receipt } from '../render/receipt.ts';
import { dayAt } from '../report/day.ts';
import type { Report } from '../report/report.ts';
import { reportData } from '../view/data.ts';
import { pageView } from '../view/page.ts';
import { draftNotes } from './draft-notes.ts';

/** What is decided by whoever builds, not by the report. */
export type BuildChoices = Pick<Receipt, 'formats' | 'base' | 'draft' | 'systemFonts'> & {
  /** Hash of the template's files. */
  readonly template: string;
  /** SOURCE_DATE_EPOCH, in seconds since 1970. */
  readonly epoch?: number | undefined;
  /** The report file of an earlier build, where all that is left of it is its data. */
  readonly source?: Receipt['source'] | undefined;
};

/** A report that could be read -> all that its formats are made from. A draft has no notes yet: see `withFindings`. */
export function publicationOf(checked: Checked, choices: BuildChoices): Publication {
  const report = reportOf(checked);
  const { epoch, source, template, formats, base, draft, systemFonts } = choices;
  const text = checked.source.text.replaceAll('\r\n', '\n');
  const name = basename(checked.source.file);
  return {
    view: pageView(report, draft && []),
    source: { name, text },
    data: reportData(report),
    receipt: {
      tool: `ogi-report ${VERSION}`,
      form: report.form.id,
      source: source ?? { name, hash: hashOf(text) },
      template,
      formats,
      base,
      ...(draft && { draft }),
      ...(systemFonts && { systemFonts }),
    },
    date: dayAt(report.data, 'corrected.date') ?? dayAt(report.data, 'published'),
    ...(epoch !== undefined && { epoch }),
  };
}

/** The draft with everything that was found in its report as notes. */
export const withFindings = (publication: Publication, checked: Checked): Publication => ({
  ...publication,
  view: pageView(reportOf(checked), draftNotes(checked)),
});

function reportOf({ report }: Checked): Report {
  if (!report) throw new Error('only a report that could be read is published');
  return report;
}
