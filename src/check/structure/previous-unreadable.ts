import type { Finding } from '../../diagnostics/diagnostic.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say, type Text } from '../../diagnostics/text.ts';

export const previousUnreadable = fixedRule({
  id: 'previous-unreadable',
  title: say('previous 指的上年报告读得出来', "Last year's report, given in previous, can be read"),
  why: say(
    '读不出上年报告，跨年的核对就都没有做。',
    "If last year's report cannot be read, nothing is compared with last year.",
  ),
  example: { good: 'title: 清溪县教育局2023年政府信息公开工作年度报告', bad: 'previous: ../2022.yaml' },
});

const GIVE_FILE = say(
  '写上年报告的文件名，相对于本文件；没有上年报告就删去 previous',
  "Give the file of last year's report, relative to this file; if there is none, remove previous",
);

/** The finding for a report of last year that can't be read; its place is the key `previous`. */
export const previousIsUnreadable = (message: Text, hint = GIVE_FILE): Finding => ({
  rule: previousUnreadable.id,
  severity: previousUnreadable.severity,
  path: ['previous'],
  message,
  hint,
});
