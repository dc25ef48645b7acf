import { figuresOf } from '../../check/claims.ts';
import { checkAndTell } from '../output/checked-files.ts';
import { LIST_FORMATS } from '../output/claims-list.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';

export interface ClaimsOptions {
  readonly format: keyof typeof LIST_FORMATS;
  readonly against?: string;
  readonly stdinFilename?: string;
}

/** `report claims FILES…`: every figure of the prose, what it was understood as, and what it was compared with. */
export async function claims(args: readonly string[], options: ClaimsOptions, context: Context): Promise<ExitCode> {
  const { io, language } = context;
  const { checked, code } = await checkAndTell(args, options, context);
  const codes = checked.map(({ report, previous, source }) => {
    if (!report) {
      context.warn({
        zh: `${source.file} 读不出报告：report validate ${source.file} 说明哪里不对`,
        en: `${source.file} can not be read as a report: report validate ${source.file} says what is wrong`,
      });
      return EXIT.findings;
    }
    const figures = figuresOf({ report, previous: previous?.report });
    const style = { language, color: context.colorOf(io.stdout), file: source.file };
    io.stdout.write(`${LIST_FORMATS[options.format](figures, report, style)}\n`);
    return figures.some(({ verdict }) => verdict === 'contradicts') ? EXIT.findings : EXIT.ok;
  });
  return worst([code, ...codes]);
}
