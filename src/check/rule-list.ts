import { PAGE_RULES } from '../diagnostics/page-faults.ts';
import type { RuleInfo } from '../diagnostics/rule.ts';
import type { Text } from '../diagnostics/text.ts';
import { FILE_RULES } from '../source/decode.ts';
import { REMARK_RULES } from '../source/remarks/rules.ts';
import { YAML_RULES } from '../source/yaml-rules.ts';
import { PUBLISHED_RULES } from './published/rules.ts';
import { CLAIM_RULES, DATE_RULES, FEE_RULES, TABLE_RULES, TEXT_RULES, YEAR_RULES } from './rules/index.ts';
import { cellUnknown } from './structure/cell-unknown.ts';
import { doubtfulParagraph } from './structure/doubtful-paragraph.ts';
import { emptyText } from './structure/empty-text.ts';
import { formEdition } from './structure/form-edition.ts';
import { hybridForm } from './structure/hybrid-form.ts';
import { missingKey } from './structure/missing-key.ts';
import { notAChoice } from './structure/not-a-choice.ts';
import { notACount } from './structure/not-a-count.ts';
import { notADate } from './structure/not-a-date.ts';
import { notARow } from './structure/not-a-row.ts';
import { previousUnreadable } from './structure/previous-unreadable.ts';
import { spreadsheetLines } from './structure/spreadsheet-lines.ts';
import { unknownKey } from './structure/unknown-key.ts';
import { unknownPath } from './structure/unknown-path.ts';
import { unsupportedMarkup } from './structure/unsupported-markup.ts';
import { wrongType } from './structure/wrong-type.ts';
import { IDENTITY_RULES } from './sums/identities.ts';
import { waiverExpired } from './waivers/waiver-expired.ts';
import { waiverInvalid } from './waivers/waiver-invalid.ts';
import { waiverUnused } from './waivers/waiver-unused.ts';
import { waiverVoid } from './waivers/waiver-void.ts';

const STRUCTURE_RULES: readonly RuleInfo[] = [
  ...FILE_RULES,
  ...YAML_RULES,
  ...REMARK_RULES,
  missingKey,
  unknownKey,
  wrongType,
  emptyText,
  notAChoice,
  notADate,
  notARow,
  notACount,
  cellUnknown,
  formEdition,
  hybridForm,
  unknownPath,
  unsupportedMarkup,
  doubtfulParagraph,
  spreadsheetLines,
  previousUnreadable,
];

/** Rules by subject, with the headings used in `report explain` and on the rules page. */
export interface RuleGroup {
  readonly title: Text;
  readonly rules: readonly RuleInfo[];
}

export const RULE_GROUPS: readonly RuleGroup[] = [
  { title: { zh: '表三、表四的勾稽关系', en: 'The identities of tables 三 and 四' }, rules: IDENTITY_RULES },
  { title: { zh: '与上年报告核对', en: "Comparison with last year's report" }, rules: YEAR_RULES },
  { title: { zh: '表内各项数', en: 'The numbers of a table' }, rules: TABLE_RULES },
  { title: { zh: '信息处理费', en: 'The information processing fee' }, rules: FEE_RULES },
  { title: { zh: '日期', en: 'Dates' }, rules: DATE_RULES },
  { title: { zh: '正文里的数', en: 'Numbers in the prose' }, rules: CLAIM_RULES },
  { title: { zh: '正文', en: 'Prose' }, rules: TEXT_RULES },
  { title: { zh: '豁免', en: 'Waivers' }, rules: [waiverInvalid, waiverVoid, waiverExpired, waiverUnused] },
  { title: { zh: '文件的写法', en: 'The file and its format' }, rules: STRUCTURE_RULES },
  { title: { zh: '成品', en: 'The finished page' }, rules: PAGE_RULES },
  { title: { zh: '已公布的文件', en: 'Published files' }, rules: PUBLISHED_RULES },
];

/** Information about every rule that a finding can have. */
export const ALL_RULES: readonly RuleInfo[] = RULE_GROUPS.flatMap(({ rules }) => rules);

export const ruleOf = (id: string): RuleInfo | undefined => ALL_RULES.find((rule) => rule.id === id);
