import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { folderWith } from '../cli/run.ts';
import { ENVIRONMENT, install, installPrinting, ROOT, runIn } from '../hooks/repository.ts';

const blocks = (page: string, language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'gmu'))].map(([, text = '']) => text);
const linesOf = (text: string): string[] => text.split('\n').filter(Boolean);

test.each(['docs/first-year.md', 'docs/first-year.zh-CN.md'])(
  'the steps of %s lead from the Word file to the page, and print what it shows',
  async (name) => {
    const page = await readFile(name, 'utf8');
    const folder = await folderWith({});
    await install(folder.path);
    await installPrinting(folder.path);
    const example = 'node_modules/ogi-report/examples';
    await mkdir(join(folder.path, example));
    await copyFile(join(ROOT, 'examples/last-year.docx'), join(folder.path, example, 'last-year.docx'));
    const run = runIn(folder.path, ENVIRONMENT);
    const type = async (command = '') => {
      const { code, stdout, stderr } = await run('bash', '-e', '-c', command);
      return { code, told: (stdout + stderr).split('\n') };
    };
    const change = async (file: string, edit: (text: string) => string) => {
      const path = join(folder.path, file);
      const before = await readFile(path, 'utf8');
      expect(edit(before)).not.toBe(before);
      await writeFile(path, edit(before));
    };
    const [copy, read, check, begin, checkNew, build, ...more] = blocks(page, 'bash');
    const [told, missing, wrong, built, ...others] = blocks(page, 'text').map(linesOf);
    const [filled = '', ...rest] = blocks(page, 'yaml');
    expect([more, others, rest]).toEqual([[], [], []]);

    expect((await type(copy)).code).toBe(0);
    expect(await type(read)).toMatchObject({ code: 0, told: expect.arrayContaining(told ?? []) });
    expect(await type(check)).toMatchObject({ code: 1, told: expect.arrayContaining(missing ?? []) });
    await change('2023.yaml', (text) => text.replace('rules: null', 'rules: 0'));
    expect((await type(check)).code).toBe(0);
    expect((await type(begin)).code).toBe(0);
    await change('2024.yaml', (text) => {
      const report = parseDocument(text);
      for (const [key, value] of Object.entries(parse(filled))) report.set(key, report.createNode(value));
      return String(report);
    });
    expect(await type(checkNew)).toMatchObject({ code: 1, told: expect.arrayContaining(wrong ?? []) });
    await change('2024.yaml', (text) => text.replace(/(disclosed:\s+natural_person: )2/u, '$13'));
    const { code, told: last } = await type(checkNew);
    expect([code, last.join('\n')]).toEqual([0, expect.stringMatching(/没有发现问题|nothing found/u)]);
    expect(await type(build)).toMatchObject({ code: 0, told: expect.arrayContaining(built ?? []) });
    await folder.remove();
  },
);
