import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import type { SchemaFinding } from './schema-error.ts';

export const emptyText = fixedRule({
  id: 'empty-text',
  title: say('文字不是空的', 'Text is not empty'),
  why: say('写了键却没有内容，多半是忘了填。', 'If a key has no content, somebody probably forgot to fill it in.'),
  example: { good: 'title: 清溪县教育局2023年政府信息公开工作年度报告', bad: 'title: ""' },
});

export const describeEmptyText = (label: string): SchemaFinding => ({
  rule: emptyText.id,
  message: say(`“${label}”是空的`, `"${label}" is empty`),
  hint: say('写上内容；可以不写的，连键一起删去', 'Write the text; if it is optional, you can remove the key instead'),
});
