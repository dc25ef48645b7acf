// The programs of src/in-page/ as text, for the browser to run.
import { join } from 'node:path';
import { bundle } from './notices.mjs';

const PROGRAMS = { settle: 'settle.ts', lookAtPage: 'look-at-page.ts', undrawn: 'undrawn.ts' };

/** The code of a module that exports each program as the text of an expression, which gives a function. */
export async function inPage(root) {
  const lines = Object.entries(PROGRAMS).map(async ([name, file]) => {
    const { outputFiles } = await bundle({
      entryPoints: [join(root, 'src/in-page', file)],
      bundle: true,
      write: false,
      minify: true,
      // The oldest Chrome that has all that they ask of a page.
      target: 'chrome105',
      format: 'iife',
      globalName: 'program',
    });
    return `export const ${name} = ${JSON.stringify(`(() => { ${outputFiles[0].text} return program.run; })()`)};`;
  });
  return (await Promise.all(lines)).join('\n');
}
