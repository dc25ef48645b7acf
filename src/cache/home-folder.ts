import { homedir } from 'node:os';

/**
 * The user's home folder; the root folder, as Docker has it, for a user that the system does not know and an environment
 * without `HOME`.
 */
export function homeFolder(env: NodeJS.ProcessEnv): string {
  if (env.HOME) return env.HOME;
  try {
    return homedir();
  } catch {
    return '/';
  }
}
