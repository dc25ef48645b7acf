import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPublisher, resultOf, withoutKnown } from '../../src/index.ts';
import { nothingHappened, yamlOf } from '../reports.ts';
import { checkDiagnostics, checkError, checkedOf, now } from './check-result.ts';
import type { Kind, World } from './kind.ts';
import { ANY_TEXT, atMatch, damage, inserting, mutate, replacing } from './mutate.ts';
import { HTML, NUMBERS, TEMPLATE } from './pieces.ts';
import { checkPrinted } from './valid-output.ts';
import { must } from './violation.ts';
import { ANY_YAML } from './yaml-mutations.ts';

const SETTINGS = `rules:
  published-late: error
  contact-missing: off
  carried-forward-share: warning
deadlines:
  department: 01-28
  government: 03-31
build:
  out: public
  formats: [html, pdf]
`;

/** A report with a few findings. */
const BROKEN = Buffer.from(yamlOf({ ...nothingHappened(), published: '2024-02-30', title: 'XX局' }));

/** Checks a report with findings in a folder with one more file, and prints the result. */
async function besides(world: World, name: string, input: Uint8Array): Promise<string> {
  const path = join(world.folder, name);
  writeFileSync(path, input);
  try {
    const checked = await checkedOf(BROKEN, world.folder);
    if (!checked) return 'refused';
    checkDiagnostics(checked);
    const result = withoutKnown(checked);
    must(
      result.diagnostics.length + result.waived.length === resultOf(checked).diagnostics.length,
      'a finding is lost',
    );
    if (input.length % 16 === 0) checkPrinted([result]);
    return result.waived.length > 0 ? 'some known' : 'read';
  } finally {
    rmSync(path);
  }
}

/** Settings around a report. */
export const settings = (world: World): Kind => ({
  extension: 'yaml',
  batch: 32,
  make: (random) => {
    const bytes = Buffer.from(mutate(SETTINGS, ANY_YAML, random));
    return random.chance(0.1) ? damage(bytes, random) : bytes;
  },
  run: (input) => besides(world, 'report.config.yaml', input),
});

/** Baselines beside a report. */
export async function baselines(world: World): Promise<Kind> {
  const mutations = [
    ...ANY_TEXT,
    replacing(/"[^"]*"/g, [
      '"__proto__"',
      '"constructor"',
      '1',
      'null',
      '{}',
      '[[]]',
      '""',
      '"report.yaml"',
      '"\\ud800"',
    ]),
    atMatch(/[[\]{},:]/g, (found, random) => random.pick(['', found + found, '[', '{', ','])),
    inserting([...NUMBERS, '[', '{', ',', '"', '[1]', '{"a":1}', '['.repeat(5000)]),
  ];
  const checked = await checkedOf(BROKEN, world.folder);
  const fingerprints = (checked?.diagnostics ?? []).map(({ fingerprint }) => fingerprint);
  const known = JSON.stringify({ version: 1, findings: { 'report.yaml': fingerprints, 'a.yaml': ['x@y'] } }, null, 2);
  return {
    extension: 'json',
    batch: 32,
    make: (random) => {
      const bytes = Buffer.from(mutate(known, mutations, random));
      return random.chance(0.1) ? damage(bytes, random) : bytes;
    },
    run: (input) => besides(world, 'report.baseline.json', input),
  };
}

const OFFICIAL = 'templates/official';
const NAME = /^\{\{!-- (\S+) --\}\}\n/;

/** One changed file of the templates. Its first line is a comment with its name. */
export function templates(world: World): Kind {
  const names = readdirSync(OFFICIAL, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:hbs|css)$/.test(name));
  const mutations = [
    ...ANY_TEXT,
    inserting(TEMPLATE),
    inserting(TEMPLATE),
    inserting(HTML),
    replacing(/\{\{[^}]*\}\}/g, TEMPLATE),
    replacing(/<\/?[a-z][^>]*>/g, HTML),
    atMatch(/<\/?[a-z][^>]*>/g, () => ''),
    inserting([
      '@import "x";',
      'url(x)',
      '}',
      '{',
      '/*',
      '*/',
      '\\',
      'display:none',
      'content:"1"',
      '</style>',
      'image-set("x" 1x)',
    ]),
  ];
  return {
    extension: 'hbs',
    batch: 4,
    // A partial is printed for each of hundreds of cells, so the page is much longer than its template.
    mostSteps: (size) => 100_000_000 + 10_000 * size,
    make: (random) => {
      const name = random.pick(names);
      const text = readFileSync(join(OFFICIAL, name), 'utf8');
      return Buffer.from(`{{!-- ${name} --}}\n${mutate(text, mutations, random)}`);
    },
    run: async (input) => {
      const text = Buffer.from(input).toString();
      const name = NAME.exec(text)?.[1];
      if (name === undefined || !names.includes(name)) return 'no name';
      return withTemplate(world, name, text.replace(NAME, ''));
    },
  };
}

async function withTemplate(world: World, name: string, text: string): Promise<string> {
  const template = join(world.folder, 'own');
  mkdirSync(join(template, 'partials'), { recursive: true });
  writeFileSync(join(template, name), text);
  const checked = await world.sample();
  const publisher = await openPublisher({ template, formats: ['html', 'fragment'], cwd: world.folder, now });
  try {
    const { files, diagnostics } = await publisher.build(checked);
    checkDiagnostics({ source: checked.source, diagnostics });
    const printed = files.map(({ content }) => Buffer.from(content).toString()).join('');
    must(
      !/<script(?! type="application\/(?:ld\+)?json")/i.test(printed.replace(/<style[\s\S]*?<\/style>/gi, '')),
      'a page with a script',
    );
    return files.length > 0 ? 'built' : 'page faults';
  } catch (error) {
    checkError(error);
    return 'refused';
  } finally {
    await publisher.close();
    rmSync(template, { recursive: true });
  }
}
