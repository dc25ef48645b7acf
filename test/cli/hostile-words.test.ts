import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/command-list.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { folderWith, inProcess } from './run.ts';

const ESCAPE = String.fromCharCode(0x1b);
/** What a name, an argument or a text may hold; as a file name without `/`. */
const EVIL = [
  'x\n::error::y',
  '::warning file=a::y',
  'x\r::error::y',
  '##[add-mask]1 ##vso[task.setvariable]1',
  `${ESCAPE}[31m${ESCAPE}]0;t\u0007`,
  '\u009b2J\u0085::error::y',
  '\u202egpj.x\u2066\u200b\u00ad\ufeff\u3164',
  'x\u2028::error::y\u2029z',
  '\u{e0041}\u{e0042}\u2062',
  // Folded at the end of a line.
  `${'word '.repeat(14)}::error::y ${'word '.repeat(14)}::error::z`,
];

const evilReport = (evil: string) =>
  yamlOf({
    ...put(nothingHappened(), 'applications', evil),
    [evil]: evil,
    title: evil,
    agency: { name: evil, [evil]: evil },
    overview: { parts: [{ heading: evil, text: `${evil}。本年收到申请 7 件${evil}，{{${evil}}}` }] },
    waivers: [{ rule: evil, at: evil, reason: evil, approved_by: evil, values: { [evil]: evil } }],
  });
const evilButSound = (evil: string) => {
  const text = `${evil.replace(/[{}]/g, '')}，本年收到申请 7 件，办结 0 件。${evil}`;
  const waiver = { rule: 'published-late', at: 'published', values: { published: '2024-02-10' }, reason: evil };
  return yamlOf({
    ...nothingHappened(),
    published: '2024-02-10',
    overview: { parts: [{ text }] },
    waivers: [{ ...waiver, approved_by: evil }],
  });
};

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeAll(async () => {
  folder = await folderWith({ 'sound.yaml': yamlOf(nothingHappened()) });
  for (const [index, evil] of EVIL.entries()) {
    const below = join(folder.path, String(index));
    mkdirSync(join(below, 'set'), { recursive: true });
    const name = evil.slice(0, 80);
    writeFileSync(join(below, `${name}.yaml`), evilReport(evil));
    writeFileSync(join(below, 'old.yaml'), yamlOf({ ...nothingHappened(2020), title: evil, [evil]: evil }));
    writeFileSync(join(below, `${name}-2.yaml`), evilButSound(evil));
    writeFileSync(join(below, `${name}-3.yaml`), `a: ${JSON.stringify(evil)}\n`);
    writeFileSync(join(below, `${name}.html`), `<!doctype html><title>${evil}</title>`);
    writeFileSync(join(below, 'set/report.config.yaml'), JSON.stringify({ [evil]: evil, rules: { [evil]: 'off' } }));
    writeFileSync(join(below, 'set/a.yaml'), evilReport(evil));
  }
});
afterAll(() => folder.remove());

/** Every command with hostile files and arguments. */
function lines(evil: string): string[][] {
  const name = evil.slice(0, 80);
  const [bad, good, page] = [`${name}.yaml`, `${name}-2.yaml`, `${name}.html`];
  const reporters = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab'];
  return [
    ...reporters.flatMap((one) => [
      ['validate', bad, '--reporter', one],
      ['validate', '.', evil, '--reporter', one, '--verbose', '--prose', 'strict'],
      ['validate', 'set', '--reporter', one],
    ]),
    ['validate', good, '--list-waivers'],
    ['validate', bad, '--list-waivers'],
    ['validate', bad, '--reporter', evil],
    ['validate', good, '--reporter', `json=${evil.slice(0, 40)}/\0`],
    ['validate', bad, '--max-warnings', evil],
    ['validate', bad, '--fail-on', evil],
    ['validate', bad, `--${evil}`],
    ['validate', bad, '--against', evil],
    ['validate', bad, '--shard', evil],
    ['merge', evil, bad],
    ['worker', '--queue', evil],
    ['validate', bad, '--queue', evil],
    ['build', bad, '--queue', `redis://${evil}`],
    ['validate', bad, '--against', good],
    ['build', bad, '--format', evil],
    ['build', good, bad, '--format', 'json', '--draft', '-o', evil.slice(0, 40)],
    ['build', good, '--format', 'json', '--template', evil],
    ['fix', '.', evil],
    ['fix', bad],
    ['bind', bad, good, '--write'],
    ['claims', bad, good],
    ['claims', good, '--format', 'json'],
    ['claims', good, '--format', 'html'],
    ...['text', 'json', 'markdown', 'html'].map((one) => ['diff', good, bad, '--format', one]),
    ['diff', bad, page],
    ['diff', good, `git:${evil}`],
    ['diff', good, `git:HEAD:${evil}`],
    ['migrate', bad],
    ['migrate', evil],
    ['migrate', 'old.yaml'],
    ['migrate', 'old.yaml', '-o', evil],
    ['explain', evil],
    ['explain', `${evil}.yaml`],
    ['explain', 'not-a-row', bad],
    ['explain', 'published-late', good],
    ['import', page, evil],
    ['import', page, '--reporter', 'json'],
    ['import', page, '-o', evil.slice(0, 40)],
    ['import', '--into', bad, page],
    ['validate', page],
    ['claims', page],
    ['init', bad],
    ['init', join('new', evil.slice(0, 60)), '--name', evil],
    ['init', 'new.yaml', '--from', bad, '--name', evil],
    ['init', 'new2.yaml', '--year', evil],
    ['preview', evil],
    ['preview', '.'],
    ['schema', '--form', evil],
    ['template', '--eject', evil.slice(0, 50)],
    ['template', '--eject', '.'],
    ['verify', page, evil, '--source', bad],
    ['verify', page, evil],
    ['cache', evil],
    ['cache', '--format', evil],
    ['doctor', '--browser', evil],
    ['help', evil],
    [evil],
    [evil, evil],
  ];
}

// All but line feeds.
const HIDDEN = /[^\P{Cc}\n]|\p{Cf}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}/u;

/** Our own commands to GitHub: what they quote is inside one line, where it is data. */
const OURS = /^::(?:error|warning|notice)(?: file=[^:]*,title=[a-z-]+)?::.*$/gmu;

function harms(output: string, isGitHub = false): string | undefined {
  const at = output.search(HIDDEN);
  if (at >= 0) return JSON.stringify(output.slice(Math.max(0, at - 60), at + 20));
  const rest = isGitHub ? output.replace(OURS, '') : output;
  return /^\s*::.*$|^.*##(?:\[|vso\[).*$/mu.exec(rest)?.[0];
}

describe('whatever a name, a text or an argument holds, nothing but words is printed', () => {
  for (const [index, evil] of EVIL.entries()) {
    const lang = index % 2 === 0 ? 'zh' : 'en';
    test(`${JSON.stringify(evil).slice(0, 40)}, ${lang}`, async () => {
      for (const argv of lines(evil)) {
        const cwd = join(folder.path, String(index));
        const ran = await inProcess(argv, { cwd, env: { REPORT_LANG: lang } });
        const label = `${argv.join(' ')} (${ran.code})`;
        expect.soft(ran.code, `${label}\n${ran.stderr}`).not.toBe(70);
        expect.soft(harms(ran.stderr), `standard error of ${label}`).toBeUndefined();
        expect.soft(harms(ran.stdout, argv.includes('github')), `standard output of ${label}`).toBeUndefined();
      }
    });
  }
});

test('every command is in the list above', () => {
  const names = new Set(lines('x').map(([name]) => name));
  expect(COMMANDS.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
});

describe('what is printed does not grow with what it quotes', () => {
  const LONG = 'w'.repeat(20_000);
  const files = { 'bad.yaml': evilReport(LONG), 'good.yaml': evilButSound(LONG) };
  // SARIF has all rules.
  const MOST: Record<string, number> = { sarif: 230_000 };

  for (const argv of lines('x').filter(
    ([name]) => !['preview', 'doctor', 'template', 'schema', 'init'].includes(name ?? ''),
  )) {
    const line = argv.map((word) =>
      word
        .replace(/^x\.yaml$/, 'bad.yaml')
        .replace(/^x-2\.yaml$/, 'good.yaml')
        .replace(/^x$/, LONG),
    );
    test(argv.join(' '), async () => {
      const here = await folderWith(files);
      const { stdout, stderr } = await inProcess(line, { cwd: here.path });
      await here.remove();
      const most = MOST[argv[argv.indexOf('--reporter') + 1] ?? ''] ?? 20_000;
      expect(stdout.length + stderr.length).toBeLessThan(most);
      expect(/w{201}/.exec(`${stdout}\n${stderr}`)?.[0].length).toBeUndefined();
    });
  }
});
