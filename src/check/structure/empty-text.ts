import type { Path } from '../../diagnostics/diagnostic.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { labelAt } from './labels.ts';
import type { SchemaError, SchemaFinding } from './schema-error.ts';
import { fillOrRemove } from './what-to-write.ts';

export const emptyText = fixedRule({
  id: 'empty-text',
  title: say('文字不是空的', 'Text is not empty'),
  why: say('写了键却没有内容，多半是忘了填。', 'If a key has no content, somebody probably forgot to fill it in.'),
  example: { good: 'title: 清溪县教育局2023年政府信息公开工作年度报告', bad: 'title: ""' },
});

/** The finding for a place that is written but empty; `path` is the place if it is not that of the error. */
export function describeEmptyText(error: SchemaError, path: Path = error.path): SchemaFinding {
  const label = labelAt(error.report, error.schema, path);
  return {
    rule: emptyText.id,
    path,
    message: say(`“${label}”是空的`, `"${label}" is empty`),
    hint: fillOrRemove(error, path),
  };
}
