import picocolors from 'picocolors';
import type { WaiverState, WaiverStatus } from '../../check/waivers/waiver.ts';
import { wrap } from '../../diagnostics/display-width.ts';
import { start } from '../../diagnostics/shortened.ts';
import type { Text } from '../../diagnostics/text.ts';
import { visibleLine } from '../../diagnostics/visible.ts';
import { locate } from '../../source/locate.ts';
import type { CheckedFile } from '../../workspace/check-files.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

const STATES: Readonly<Record<WaiverState, Text>> = {
  'in-force': { zh: '有效', en: 'in force' },
  void: { zh: '失效：数变了', en: 'no longer counts: a number changed' },
  expired: { zh: '过期', en: 'expired' },
  unused: { zh: '用不着', en: 'unused' },
  invalid: { zh: '无效', en: 'invalid' },
};

/** `--list-waivers`: prints every waiver with its state and reason, for review. The exit code is 1 if one is not in force. */
export function printWaivers(checked: readonly CheckedFile[], context: Context): ExitCode {
  const { io, t, colorOf, warn } = context;
  const colors = picocolors.createColors(colorOf(io.stdout));
  const lines = checked.flatMap(({ source, waivers }) =>
    waivers.map((waiver) => {
      const { line } = locate(source, [...waiver.path, 'rule']);
      const state = t(STATES[waiver.state]);
      const paint = waiver.state === 'in-force' ? colors.green : colors.yellow;
      const place = colors.bold(visibleLine(`${source.file}:${line}`));
      return [`${place}  ${visibleLine(start(waiver.rule))}  ${paint(state)}`, ...details(waiver, context)].join('\n');
    }),
  );
  const none = { zh: '没有豁免', en: 'No waivers' };
  io.stdout.write(lines.length === 0 ? `${t(none)}\n` : `${lines.join('\n\n')}\n`);
  const unread = checked.filter(hasUnreadWaivers);
  for (const { source } of unread) {
    warn({
      zh: `${source.file} 的豁免没有全部读出来：用 report validate 看哪里写错了`,
      en: `Not all waivers in ${source.file} could be read: report validate shows what is wrong`,
    });
  }
  const stand = checked.every(({ waivers }) => waivers.every(({ state }) => state === 'in-force'));
  return stand && unread.length === 0 ? EXIT.ok : EXIT.findings;
}

/** True if the file cannot be read as a report, or its list of waivers has mistakes. */
const hasUnreadWaivers = ({ report, diagnostics }: CheckedFile): boolean =>
  !report ||
  diagnostics.some(
    ({ severity, rule, path }) => path[0] === 'waivers' && severity === 'error' && rule !== 'waiver-invalid',
  );

function details({ at, reason, approvedBy, expires, waives }: WaiverStatus, { t, io }: Context): string[] {
  const row = (label: Text, value: string) => `${t(label)}${visibleLine(start(value))}`;
  const rows = [
    row({ zh: '位置：', en: 'At: ' }, at),
    ...waives.map(({ message }) => row({ zh: '问题：', en: 'Finding: ' }, t(message))),
    row({ zh: '理由：', en: 'Reason: ' }, reason),
    ...(approvedBy === undefined ? [] : [row({ zh: '批准：', en: 'Approved by: ' }, approvedBy)]),
    ...(expires === undefined ? [] : [row({ zh: '到期：', en: 'Expires: ' }, expires)]),
  ];
  return rows.flatMap((line) => wrap(line, io.stdout.columns - 2)).map((line) => `  ${line}`);
}
