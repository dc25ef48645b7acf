import { UserError } from '../diagnostics/user-error.ts';
import { type CheckedFile, type checkPrepared, createChecker } from '../workspace/check-files.ts';
import type { Machine } from '../workspace/machine.ts';
import { openSourceReader } from '../workspace/published-source.ts';
import { checkedReport, type KeptReport } from './checked-report.ts';
import type { BuiltReport, Orders, Workshop } from './workshop.ts';

/** Builds checked reports and writes their files. */
export interface Builder {
  /** Throws a UserError. */
  build(file: CheckedFile): Promise<BuiltReport>;
  /** Checks a report, in place of `checkPrepared`. */
  readonly check?: typeof checkPrepared | undefined;
  /** The report as the cache has it; undefined if it must be built. */
  kept?(file: CheckedFile): Promise<KeptReport | undefined>;
  /** Writes the files of such a report; undefined if it must be built after all. Throws a UserError. */
  writeKept?(kept: KeptReport): Promise<BuiltReport | undefined>;
  close(): Promise<void>;
}

export interface InProcessOptions {
  /** Without a builder, reports are only checked. */
  readonly builder?: Builder | undefined;
  /** So many checked reports are kept until they are built; the others are checked again. Default 0. */
  readonly keeps?: number;
}

/** Opens a workshop in this process, which works on one report at a time. */
export async function inThisProcess(
  { checking, withBaseline }: Pick<Orders, 'checking' | 'withBaseline'>,
  machine: Machine,
  { builder, keeps = 0 }: InProcessOptions = {},
): Promise<Workshop> {
  const reader = openSourceReader(machine.signal);
  const check = await createChecker(checking, machine, reader.read, builder?.check);
  const kept = new Map<string, CheckedFile>();
  return {
    atOnce: 1,
    check: async (input) => {
      const file = await check(input);
      const built = file && (await builder?.kept?.(file));
      if (file && !built && kept.size < keeps) kept.set(input.name, file);
      return file && checkedReport(file, machine.cwd, withBaseline, built);
    },
    build: async (input) => {
      if (!builder) throw new Error('no builder');
      const written = input.kept && (await builder.writeKept?.(input.kept));
      if (written) return written;
      const file = kept.get(input.name) ?? (await check(input));
      kept.delete(input.name);
      if (!file) throw changed(input.name);
      return builder.build(file);
    },
    close: async () => {
      await Promise.all([reader.close(), builder?.close()]);
    },
  };
}

/** A report that was checked before cannot be built any more. */
export const changed = (name: string): UserError =>
  new UserError(
    {
      zh: `${name} 在生成的时候被改成了别的内容`,
      en: `${name} was changed during the build and is no report any more`,
    },
    { zh: '等它改好再生成', en: 'Build it again when it is finished' },
  );
