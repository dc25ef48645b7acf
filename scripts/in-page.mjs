// Bundles the programs of src/in-page/ as text that the browser runs.
import { join } from 'node:path';
import { bundle } from './notices.mjs';

const PROGRAMS = {
  settle: 'settle.ts',
  lookAtPage: 'look-at-page.ts',
  lookAtFits: 'look-at-fits.ts',
  undrawn: 'undrawn.ts',
  installed: 'installed.ts',
};

/** Returns the code of a module that exports each program as the text of a function expression. */
export async function inPage(root) {
  const lines = Object.entries(PROGRAMS).map(async ([name, file]) => {
    const { outputFiles } = await bundle({
      entryPoints: [join(root, 'src/in-page', file)],
      bundle: true,
      write: false,
      minify: true,
      // The oldest Chrome with all functions that the programs use.
      target: 'chrome105',
      format: 'iife',
      globalName: 'program',
    });
    return `export const ${name} = ${JSON.stringify(`(() => { ${outputFiles[0].text} return program.run; })()`)};`;
  });
  return (await Promise.all(lines)).join('\n');
}
