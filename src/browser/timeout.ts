import { UserError } from '../diagnostics/user-error.ts';

const DEFAULT = 60_000;
const VARIABLE = 'REPORT_BROWSER_TIMEOUT';

/**
 * The time limit of a call to the browser, in milliseconds. The variable is in seconds. Throws a `UserError` if it is
 * not a number.
 */
export function timeoutFrom(option: number | undefined, env: NodeJS.ProcessEnv): number {
  if (option !== undefined) return option;
  const text = env[VARIABLE];
  if (!text) return DEFAULT;
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 86_400) return seconds * 1000;
  throw new UserError(
    { zh: `${VARIABLE} 不是秒数：${text}`, en: `${VARIABLE} is not a number of seconds: ${text}` },
    { zh: `例如 ${VARIABLE}=120`, en: `For example ${VARIABLE}=120` },
  );
}
