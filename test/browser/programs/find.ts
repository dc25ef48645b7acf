/** Finds a browser and asks for its version. Prints the browser or the error as JSON, and progress to stderr. */
import { execFileSync } from 'node:child_process';
import { findBrowser } from '../../../src/browser/find.ts';
import { UserError } from '../../../src/diagnostics/user-error.ts';

try {
  const found = await findBrowser({ onProgress: ({ en }) => process.stderr.write(`${en}\n`) });
  const version = process.argv.includes('--run') ? execFileSync(found.path, ['--version'], { encoding: 'utf8' }) : '';
  process.stdout.write(JSON.stringify({ ...found, version }));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stdout.write(JSON.stringify({ error: error.text.en, hint: error.hint?.en }));
}
