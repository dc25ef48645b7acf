import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { COMMANDS } from '../../src/cli/command-list.ts';
import { COMMON } from '../../src/cli/options.ts';

const [english = '', chinese = ''] = ['docs/several-machines.md', 'docs/several-machines.zh-CN.md'].map((page) =>
  readFileSync(page, 'utf8'),
);
const blocks = (page: string, language: string): string[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, of, text = '']) => (of === language ? [text] : []));
const documents = blocks(english, 'yaml').flatMap((text) => parseAllDocuments(text, { version: '1.2' }));

describe('the page about several machines', () => {
  test('has YAML without mistakes', () => {
    expect(documents).toHaveLength(5);
    for (const { errors, warnings } of documents) expect([...errors, ...warnings]).toEqual([]);
  });

  test('has the same examples in both languages', () => {
    for (const language of ['yaml', 'sh', 'dockerfile'])
      expect(blocks(chinese, language)).toEqual(blocks(english, language));
  });

  test('runs commands that exist, with options that they have', () => {
    const code = ['yaml', 'sh'].flatMap((language) => blocks(english, language)).join('\n');
    const lines = code.matchAll(/\breport(?:, | )(validate|build|merge|worker|verify)\b([^\n|]*)/g);
    const used = [...lines].map(([, name, rest = '']) => ({ name, options: rest.match(/--[a-z-]+/g) ?? [] }));
    expect(used.length).toBeGreaterThan(5);
    for (const { name, options } of used) {
      const command = COMMANDS.find((one) => one.name === name);
      const known = [...Object.values(command?.options ?? {}), ...COMMON].flatMap(({ flags }) =>
        flags.match(/--[a-z-]+/g),
      );
      expect(known, name).toEqual(expect.arrayContaining(options));
    }
  });

  test('gives workers an address, a place for the browser and no rights', () => {
    const [compose, deployment] = documents
      .map((one) => one.toJS())
      .filter((one) => one.services || one.kind === 'Deployment');
    expect(compose.services.worker).toMatchObject({ read_only: true, tmpfs: ['/tmp:exec'], networks: ['queue'] });
    expect(compose.networks.queue).toEqual({ internal: true });
    expect(compose.services.report).toMatchObject({ networks: ['queue'], secrets: ['redis'] });
    const { spec } = deployment.spec.template;
    const [worker] = spec.containers;
    expect(worker.env.map(({ name }: { name: string }) => name)).toContain('REPORT_QUEUE');
    expect(worker.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: expect.any(Number) });
    expect(worker.resources.limits.cpu).toBe(worker.command[worker.command.indexOf('--concurrency') + 1]);
    const mounted = worker.volumeMounts.map(({ name }: { name: string }) => name);
    expect(spec.volumes.map(({ name }: { name: string }) => name)).toEqual(mounted);
  });
});
