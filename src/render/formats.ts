import { docx } from './docx.ts';
import type { Format } from './format.ts';
import { fragment } from './fragment.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { pdf } from './pdf.ts';

/** Every output format, by the name that `--format` takes. */
export const FORMATS: Readonly<Record<string, Format>> = { html, pdf, docx, fragment, json };
