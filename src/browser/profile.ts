import { dirname } from 'node:path';
import { writeFontConfig } from './font-config.ts';
import { noTemporary, removeTemporary, temporaryFolder } from './temporary.ts';

/** A temporary profile for one run of the browser. */
export interface Profile {
  readonly folder: string;
  /** Environment variables that the browser needs for this profile. */
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/**
 * Creates a profile. It is removed when this process ends, if not before. With `systemFonts`, the browser finds the
 * fonts of the user with this environment. Throws a UserError if it cannot be written.
 */
export function createProfile(systemFonts?: NodeJS.ProcessEnv): Profile {
  const folder = temporaryFolder();
  const linux = process.platform === 'linux';
  return {
    folder,
    env: {
      // Keeps the browser from writing to the user's folders. macOS limits the length of paths in the temporary folder.
      ...(linux ? { HOME: folder, TMPDIR: folder, FONTCONFIG_FILE: fontConfig(folder, systemFonts) } : {}),
    },
    remove: () => removeTemporary(folder),
  };
}

function fontConfig(folder: string, own?: NodeJS.ProcessEnv): string {
  try {
    return writeFontConfig(folder, own);
  } catch (error) {
    throw noTemporary(dirname(folder), error);
  }
}
