import { browserIdentity } from '../../browser/identity.ts';
import type { Browser } from '../../browser/types.ts';
import type { BrowserChoice, PrintingMachine } from '../../publish/browser-on-demand.ts';

/** A browser that stays open after a build, for the next one. */
export interface KeptBrowser extends Pick<PrintingMachine, 'startBrowser' | 'browserIdentity'> {
  close(): Promise<void>;
}

/** Keeps the browser that the first build starts. */
export function keptBrowser(choice: BrowserChoice, machine: PrintingMachine): KeptBrowser {
  const { startBrowser, env } = machine;
  let running: Promise<Browser> | undefined;
  const startNow: NonNullable<PrintingMachine['startBrowser']> = async (options, signal) => {
    const start = startBrowser ?? (await import('../../browser/steady.ts')).startSteadyBrowser;
    return start(options, signal);
  };
  return {
    browserIdentity: startBrowser
      ? machine.browserIdentity
      : browserIdentity({ ...choice, env: env as NodeJS.ProcessEnv }),
    startBrowser: async (options, signal) => {
      running ??= startNow(options, signal);
      try {
        return { ...(await running), close: async () => undefined };
      } catch (error) {
        // Perhaps it can be started for the next build.
        running = undefined;
        throw error;
      }
    },
    close: async () => {
      const browser = await running?.catch(() => undefined);
      await browser?.close();
    },
  };
}
