import type { Adapter } from './adapter.ts';
import { csv } from './adapters/csv.ts';
import { doc } from './adapters/doc.ts';
import { docx } from './adapters/docx.ts';
import { html } from './adapters/html.ts';
import { mhtml } from './adapters/mhtml.ts';
import { ods } from './adapters/ods.ts';
import { odt } from './adapters/odt.ts';
import { officeRefusals } from './adapters/office-refusals.ts';
import { pdf } from './adapters/pdf.ts';
import { rtf } from './adapters/rtf.ts';
import { wordXml } from './adapters/word-xml.ts';
import { xls } from './adapters/xls.ts';
import { xlsx } from './adapters/xlsx.ts';

/** Every format, in the order in which they are tried. */
export const ADAPTERS: readonly Adapter[] = [
  pdf,
  docx,
  doc,
  odt,
  rtf,
  wordXml,
  xlsx,
  xls,
  ods,
  mhtml,
  officeRefusals,
  html,
  csv,
];
