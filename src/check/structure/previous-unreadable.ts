import type { Finding } from '../../diagnostics/diagnostic.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say, type Text } from '../../diagnostics/text.ts';

export const previousUnreadable = fixedRule({
  id: 'previous-unreadable',
  title: say('previous 指的上年报告读得出来', "Last year's report, named by previous, can be read"),
  why: say('读不出上年报告，跨年的核对就都没有做。', 'Without it, nothing is compared with last year.'),
  example: { good: 'title: 清溪县教育局2023年政府信息公开工作年度报告', bad: 'previous: ../2022.yaml' },
});

/** The finding for a last year's report that can't be read, at the key that names it. */
export const previousIsUnreadable = (message: Text): Finding => ({
  rule: previousUnreadable.id,
  severity: previousUnreadable.severity,
  path: ['previous'],
  message,
  hint: say(
    '写上年报告的文件名，相对于本文件；没有上年报告就删去 previous',
    "Name last year's file, relative to this one; without one, remove previous",
  ),
});
