import type { Adapter } from './adapter.ts';
import { csv } from './adapters/csv.ts';
import { docx } from './adapters/docx.ts';
import { html } from './adapters/html.ts';
import { mhtml } from './adapters/mhtml.ts';
import { ods } from './adapters/ods.ts';
import { pdf } from './adapters/pdf.ts';
import { xls } from './adapters/xls.ts';
import { xlsx } from './adapters/xlsx.ts';

/** Every format, in the order in which they are tried. */
export const ADAPTERS: readonly Adapter[] = [pdf, docx, xlsx, xls, ods, mhtml, html, csv];
