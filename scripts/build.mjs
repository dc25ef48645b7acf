// Builds dist/: validators compiled from the JSON Schemas of the forms, bundles, and type declarations.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inPage } from './in-page.mjs';
import { loadScript } from './load-script.mjs';
import { bundle, notices } from './notices.mjs';
import { sbom } from './sbom.mjs';
import { apartFromModule, COMMON, EXTERNAL, HEAVY, scriptBundles } from './script-bundles.mjs';
import { sizesTable } from './sizes.mjs';
import { usedPartsOfPdfjs, usedPartsOfPdfLib, usedPartsOfPuppeteer, yamlWhenUsed } from './used-parts.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await generate();
await modules();
await scriptBundles(root, dist, await lightCommands());
writeFileSync(join(dist, 'program.sha256'), `${hashOfPrograms()}\n`);
writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(root));
writeFileSync(join(dist, 'sbom.cdx.json'), `${JSON.stringify(sbom(root), undefined, 2)}\n`);
declarations();
if (process.argv.includes('--sizes')) process.stdout.write(sizesTable());

/**
 * Writes schemas/ and the compiled validators and templates, which everything else needs; then the generated pages of
 * docs/.
 */
async function generate() {
  const { generate: generated } = await loadScript('scripts/generate.ts');
  const { schemas, modules } = generated(root);
  write(schemas);
  // Each is one ES module, so tests and bundles load the same file.
  const all = { ...modules, 'src/in-page/programs.js': await inPage(root) };
  for (const [file, contents] of Object.entries(all)) {
    const stdin = { contents, resolveDir: root, loader: 'js' };
    await bundle({ stdin, outfile: join(root, file), bundle: true, format: 'esm', platform: 'node' });
  }
  const { pages } = await loadScript('scripts/pages.ts');
  write(pages());
}

function write(files) {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
}

/** The names of the commands with `light: true`. */
async function lightCommands() {
  const { COMMANDS } = await loadScript('src/cli/command-list.ts');
  return COMMANDS.filter(({ light }) => light).map(({ name }) => name);
}

async function modules() {
  const { metafile } = await bundle({
    entryPoints: {
      index: join(root, 'src/index.ts'),
      'pdf-worker': join(root, 'src/render/readback/pdf-worker.ts'),
      'import-worker': join(root, 'src/import/import-worker.ts'),
    },
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    ...COMMON,
    splitting: true,
    format: 'esm',
    plugins: [usedPartsOfPdfLib, usedPartsOfPdfjs, usedPartsOfPuppeteer, yamlWhenUsed, apartFromModule],
    external: EXTERNAL,
    // CommonJS packages in an ES module need `require`.
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
    },
  });
  guard(metafile);
}

/** Throws if the package loads a heavy library without a dynamic import: programs that only check must start fast. */
function guard(metafile) {
  const outputs = metafile.outputs;
  const entries = Object.keys(outputs).filter((file) => outputs[file].entryPoint === 'src/index.ts');
  const seen = new Set();
  const visit = (file, trail) => {
    if (seen.has(file)) return;
    seen.add(file);
    const input = Object.keys(outputs[file].inputs).find((name) => HEAVY.test(name));
    if (input) throw new Error(`${input} would be loaded at start: ${[...trail, file].join(' -> ')}`);
    for (const { path, kind } of outputs[file].imports) {
      if (kind === 'import-statement' && outputs[path]) visit(path, [...trail, file]);
    }
  };
  for (const entry of entries) visit(entry, []);
}

/** The hash of all bundles: files that an earlier build of the program made are not used. */
function hashOfPrograms() {
  const hash = createHash('sha256');
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => /\.c?js$/.test(name));
  for (const name of names.sort()) hash.update(`${name}\n`).update(readFileSync(join(dist, name)));
  return hash.digest('hex');
}

function declarations() {
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  const out = join(dist, 'types');
  const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', 'src', '--outDir', out];
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), ...options], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
