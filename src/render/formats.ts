import { docx } from './docx.ts';
import type { Format } from './format.ts';
import { fragment } from './fragment.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { pdf } from './pdf.ts';
import { reviewHtml, reviewPdf } from './review.ts';
import { xlsx } from './xlsx.ts';

/** Every output format, by the name that `--format` takes. */
export const FORMATS: Readonly<Record<string, Format>> = {
  html,
  pdf,
  docx,
  xlsx,
  fragment,
  json,
  'review.html': reviewHtml,
  'review.pdf': reviewPdf,
};

/** Names that `--format` takes for several formats at once. */
export const SETS: Readonly<Record<string, readonly string[]>> = { review: ['review.html', 'review.pdf'] };

export const isInternal = (name: string): boolean => FORMATS[name]?.internal === true;

export const isFormat = (name: string): boolean => Object.hasOwn(FORMATS, name);
