import type { Finding } from '../../diagnostics/diagnostic.ts';
import { FILE_RULES } from '../../source/decode.ts';
import { REMARK_RULES } from '../../source/remarks/rules.ts';
import { YAML_RULES } from '../../source/yaml-rules.ts';
import { placeholder } from '../rules/placeholder.ts';
import { doubtfulParagraph } from '../structure/doubtful-paragraph.ts';
import { emptyText } from '../structure/empty-text.ts';
import { missingKey } from '../structure/missing-key.ts';
import { notAChoice } from '../structure/not-a-choice.ts';
import { spreadsheetLines } from '../structure/spreadsheet-lines.ts';
import { unknownKey } from '../structure/unknown-key.ts';
import { unknownPath } from '../structure/unknown-path.ts';
import { unsupportedMarkup } from '../structure/unsupported-markup.ts';
import { wrongType } from '../structure/wrong-type.ts';
import { PICTURE } from '../texts/placeholders.ts';

/** Rules on how a report file is written; a published file is not written by hand. */
const ABOUT_WRITING = new Set(
  [
    ...FILE_RULES,
    ...YAML_RULES,
    ...REMARK_RULES,
    unknownKey,
    wrongType,
    notAChoice,
    unknownPath,
    unsupportedMarkup,
    doubtfulParagraph,
    spreadsheetLines,
  ].map(({ id }) => id),
);

/** What a report file must say and the form does not print. */
const NOT_PRINTED = new Set(['agency.level', 'agency.kind', 'agency.short_name', 'published', 'year', 'agency.name']);

const MISSING = new Set([missingKey.id, emptyText.id]);

/** True if a finding is about the content of a report, not about how its file is written. */
export const isAboutContent = ({ rule, path, message }: Pick<Finding, 'rule' | 'path' | 'message'>): boolean =>
  !ABOUT_WRITING.has(rule) &&
  !(MISSING.has(rule) && NOT_PRINTED.has(path.join('.'))) &&
  // The published file has the picture to the words around it; it was only not read.
  !(rule === placeholder.id && message.zh.endsWith(PICTURE.zh));
