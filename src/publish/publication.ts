import { basename } from 'node:path';
import type { Checked } from '../check/check.ts';
import { VERSION } from '../package/version.ts';
import { isInternal } from '../render/formats.ts';
import type { Publication } from '../render/publication.ts';
import { hashOf, type Receipt } from '../render/receipt.ts';
import { dayAt } from '../report/day.ts';
import type { Report } from '../report/report.ts';
import { reportData } from '../view/data.ts';
import { pageView } from '../view/page.ts';
import { printedData } from '../view/printed-data.ts';
import { workbookView } from '../view/workbook.ts';
import { draftNotes } from './draft-notes.ts';

/** The choices of the person who builds, which are not in the report. */
export type BuildChoices = Pick<Receipt, 'formats' | 'base' | 'draft' | 'systemFonts'> & {
  /** Hash of the template's files. */
  readonly template: string;
  /** SOURCE_DATE_EPOCH, in seconds since 1970. */
  readonly epoch?: number | undefined;
  /** Publishes nothing of the report file but what is printed. */
  readonly withoutSource?: true | undefined;
  /** Entries of the receipt of an earlier build, which replace those of this build. */
  readonly earlier?: EarlierBuild | undefined;
};

/** What a receipt says of the program and the template; and of the report file, if only its data is left. */
export type EarlierBuild = Pick<Receipt, 'tool' | 'template'> & Partial<Pick<Receipt, 'source'>>;

/** The tool in the receipts of this version. */
export const TOOL = `ogi-report ${VERSION}`;

/** The content of all formats, for a report that could be read. A draft has no notes yet; `withFindings` adds them. */
export function publicationOf(checked: Checked, choices: BuildChoices): Publication {
  const report = reportOf(checked);
  const { epoch, earlier, withoutSource, template, formats, base, draft, systemFonts } = choices;
  const text = checked.source.text.replaceAll('\r\n', '\n');
  const name = basename(checked.source.file);
  const view = pageView(report, draft && []);
  return {
    view,
    workbook: workbookView(report, hashOf(text)),
    source: withoutSource ? undefined : { name, text },
    data: withoutSource ? printedData(report, view) : reportData(report),
    receipt: {
      tool: TOOL,
      form: report.form.id,
      source: { ...(!withoutSource && { name }), hash: hashOf(text) },
      template,
      ...earlier,
      formats: formats.filter((name) => !isInternal(name)),
      base,
      ...(draft && { draft }),
      ...(systemFonts && { systemFonts }),
    },
    date: dayAt(report.data, 'corrected.date') ?? dayAt(report.data, 'published'),
    ...(epoch !== undefined && { epoch }),
  };
}

/** Adds all findings of the report to a draft, as notes; the reasons of waivers only if the source is published. */
export const withFindings = (publication: Publication, checked: Checked): Publication => ({
  ...publication,
  view: pageView(reportOf(checked), draftNotes(checked, publication.source !== undefined)),
});

export function reportOf({ report }: Pick<Checked, 'report'>): Report {
  if (!report) throw new Error('only a report that could be read can be published');
  return report;
}
