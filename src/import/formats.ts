import type { Adapter } from './adapter.ts';
import { docx } from './adapters/docx.ts';
import { html } from './adapters/html.ts';
import { mhtml } from './adapters/mhtml.ts';
import { pdf } from './adapters/pdf.ts';

/** Every format, in the order in which they are tried. */
export const ADAPTERS: readonly Adapter[] = [pdf, docx, mhtml, html];
