import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkFiles, fails, print, resultOf, UserError, withoutKnown } from '../../src/index.ts';
import { CASES, type Case, FILES } from '../cli/cases.ts';
import { folderWith, inProcess } from '../cli/run.ts';

/** What `validate` was asked, as the programming interface takes it. */
interface Asked {
  readonly files: readonly string[];
  readonly against?: string;
  readonly prose?: 'strict' | 'usual';
  readonly stdinFilename?: string;
  readonly failOn?: 'error' | 'warning';
  readonly baseline?: false;
  readonly language: 'zh' | 'en';
}

const VALUES = ['against', 'prose', 'stdinFilename', 'failOn', 'lang'];
/** Options about what is printed. */
const PRINTING = /^(?:-q|--quiet|--verbose|--(?:no-)?color)$/;

/** undefined for a case about another command, or about options that the interface has no word for. */
function askedBy({ argv: [command, ...words], env }: Case): Asked | undefined {
  if (command !== 'validate') return undefined;
  const asked: Record<string, unknown> = {};
  const files: string[] = [];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const name = word.replace(/^--/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (word.startsWith('--') && VALUES.includes(name)) asked[name] = words.shift();
    else if (word === '--no-baseline') asked.baseline = false;
    else if (word !== '-' && word.startsWith('-') && !PRINTING.test(word)) return undefined;
    else if (!PRINTING.test(word)) files.push(word);
  }
  const { failOn = 'error', lang: language = env?.REPORT_LANG ?? 'zh' } = asked;
  const isKnown = ['error', 'warning'].includes(String(failOn)) && ['zh', 'en'].includes(String(language));
  return files.length > 0 && isKnown ? { ...asked, language: language as 'zh' | 'en', files } : undefined;
}

const cases = CASES.flatMap((one) => {
  const asked = askedBy(one);
  return asked ? [[one.name, one, asked] as const] : [];
});

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeAll(async () => {
  folder = await folderWith(FILES);
});
afterAll(() => folder.remove());

test('most cases of validate are asked', () => expect(cases.length).toBeGreaterThan(35));

test.each(cases)('%s: the same findings as the command', async (_, one, asked) => {
  const { files, against, prose, stdinFilename, failOn = 'error', baseline, language } = asked;
  const command = await inProcess([...one.argv, '--reporter', 'json'], {
    cwd: folder.path,
    stdin: one.stdin,
    env: one.env,
  });
  const content = Buffer.from(one.stdin ?? '');
  const inputs = files.map((file) => (file === '-' ? { name: stdinFilename ?? '<stdin>', content } : file));
  const now = () => new Date('2025-01-10T00:00:00Z');
  try {
    const { checked, problems } = await checkFiles(inputs, { against, prose, cwd: folder.path, now });
    const results = checked.map((file) => (baseline === false ? resultOf(file) : withoutKnown(file)));
    if (results.length > 0)
      expect(JSON.parse(print(results, 'json', { language, problems }))).toEqual(JSON.parse(command.stdout));
    const code = problems.length > 0 ? 2 : results.some((result) => fails(result, failOn)) ? 1 : 0;
    expect(code).toBe(command.code);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(command.code).toBe(2);
    expect(command.stderr).toContain(error.text[language]);
  }
});
