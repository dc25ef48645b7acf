import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const script = String(new URL('../../scripts/notices.mjs', import.meta.url));
const { bundle, notices } = await import(script);

describe('the notices of the package', () => {
  const text = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8');
  const named = (name: string) => text.includes(`\n${name} `);
  const files = (folder: string, end: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(end));
  const packageOf = (path: string) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? '';

  test('name every package that the code imports', () => {
    const imported = files('src', '.ts').flatMap((file) => {
      const code = readFileSync(join('src', file), 'utf8').replace(/^import type .*$/gm, '');
      return [...code.matchAll(/(?:from |import\()'([\w@][\w@/.-]*)'/g)].map(([, path = '']) => packageOf(path));
    });
    const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const installed = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).filter(
      (name) => name !== 'yaml',
    );
    const bundled = [...new Set(imported)].filter((name) => !installed.includes(name));
    expect(bundled).toContain('handlebars');
    expect(bundled.filter((name) => !named(name))).toEqual([]);
  });

  test('name every package with a licence comment in a bundle', () => {
    const legal = files('dist', '.LEGAL.txt').map((file) => readFileSync(join('dist', file), 'utf8'));
    const commented = legal.flatMap((all) =>
      [...all.matchAll(/^(\S+\/\S+):$/gm)].map(([, path = '']) => packageOf(path)),
    );
    expect(commented).toContain('puppeteer-core');
    expect(commented.filter((name) => !named(name))).toEqual([]);
  });

  test('hold what packages took in themselves', () => {
    for (const words of ['\nrxjs, in puppeteer-core ', '\nnanoid, in docx ', 'Denis Pushkarev', 'Mike Bostock']) {
      expect(text).toContain(words);
    }
  });

  test('all bundles are made where the notices are gathered', () => {
    const makers = files('scripts', '').filter((file) => /\.m?[jt]s$/.test(file));
    const own = makers.filter((file) => /from 'esbuild'/.test(readFileSync(join('scripts', file), 'utf8')));
    expect(own.sort()).toEqual(['load-script.mjs', 'notices.mjs']);
  });
});

describe('gathering', () => {
  const root = mkdtempSync(join(tmpdir(), 'report-notices-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const install = (name: string, more: Record<string, string>, license = 'MIT') => {
    const all = {
      'package.json': JSON.stringify({ name, version: '1.0.0', license }),
      'index.js': 'export const a = 1;',
    };
    for (const [file, text] of Object.entries({ ...all, ...more })) write(`node_modules/${name}/${file}`, text);
  };
  write('LICENSE', 'The Apache License.\n');

  test('what a bundle uses, each with its text, equal texts once', async () => {
    install('one', { LICENSE: 'Text of one  \r\n' });
    install('two', { 'licence.md': 'Text of one' });
    install('@some/three', {}, 'Apache-2.0');
    install('four', {
      COPYING: 'Text of four',
      'index.js': '// ../../node_modules/one/x.js\n// node_modules/@other/five/x.js\nexport const a = 4;',
    });
    install('unused', { LICENSE: 'Text of the unused' });
    write('scripts/licences/@other-five.txt', 'Text of five\n');
    const names = ['one', 'two', '@some/three', 'four', 'unused'];
    const imports = names.map((name, index) => `import { a as a${index} } from '${name}';`);
    const contents = `${imports.join('\n')}\nconsole.log(a0, a1, a2, a3);`;
    await bundle({ stdin: { contents, resolveDir: root }, bundle: true, write: false, format: 'esm' });
    const [, ...parts] = notices(root).split(/^=+\n/m);
    expect(parts.map((part: string) => part.trim())).toEqual([
      '@other/five, in four 1.0.0\n\nText of five',
      '@some/three 1.0.0 (Apache-2.0)\n\nThe Apache License.',
      'four 1.0.0 (MIT)\n\nText of four',
      'one 1.0.0 (MIT)\none, in four 1.0.0\ntwo 1.0.0 (MIT)\n\nText of one',
    ]);
  });

  test('a package without a text stops the build and says what to do', () => {
    install('bare', {});
    const copied = '// node_modules/@other/bare/x.js\nexport const a = 1;';
    install('holder', { LICENSE: 'Text', 'index.js': copied });
    const taken = (name: string) => {
      const folder = resolve(root, 'node_modules', name);
      return new Map([[folder, new Set([join(folder, 'index.js')])]]);
    };
    expect(() => notices(root, taken('bare'))).toThrow('bare 1.0.0 is bundled and has no licence text: put one into');
    expect(() => notices(root, taken('holder'))).toThrow('scripts/licences/@other-bare.txt');
    write('scripts/licences/bare.txt', 'Text of bare');
    expect(notices(root, taken('bare'))).toContain('bare 1.0.0 (MIT)\n\nText of bare');
  });
});
