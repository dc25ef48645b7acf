import { type Report, readReport } from '../../../src/report/report.ts';
import { nothingHappened, put } from '../../reports.ts';

/** Beginnings of what the rules look for. Repeated, they take minutes if a rule looks back from every position. */
export const HOSTILE_PIECES = [
  ...[
    'X',
    '*',
    '\\',
    '{{year}}',
    '\n- a',
    '\n\n',
    '# ',
    ' ',
    '……',
    '%',
    '占%',
    '。。',
    '（一）',
    '1.',
    '****件',
    '____',
  ],
  ...['申请', '共受理', '2023年', '自2023年1月1日起至', '（此处', '[请填', '《', '六', '六部分', '现将', '现将2023年'],
  ...[
    '国办公开办函〔2021〕30号',
    '《国务院办公厅政府信息与政务公开办公室关于印发',
    '。清溪县教育局根据',
    '本报告由清溪县根据',
  ],
  ...[
    '2022年，',
    '2022年;',
    '。2022年',
    '去年40件，',
    '46件，去年40件，增长20%，',
    '，增长',
    '率达',
    '占申请',
    '2023 1月',
  ],
  ...['2023年政府信息公开', '电话:0570-', '电话', '邮箱:a', 'a@', '同样的一段二十个字以上的文字同样的一段二十个字\n\n'],
];

/** A report whose texts are one piece over and over, about `length` characters each. */
export function hostileReport(piece: string, length: number): Report {
  const data = nothingHappened();
  const text = piece.repeat(Math.ceil(length / piece.length));
  for (const path of ['title', 'preface.text', 'overview.text', 'problems.text']) put(data, path, text);
  return readReport(data);
}
