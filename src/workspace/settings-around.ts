import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { BASELINE_FILE, type Baseline, parseBaseline } from '../config/baseline.ts';
import type { Config, ConfigFault } from '../config/config.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { decode } from '../source/decode.ts';
import { parse, unreadable } from '../source/parse.ts';
import { displayName } from './files.ts';

export const CONFIG_FILE = 'report.config.yaml';

/** What stands above a report in its folders: settings, known findings, and how far its repository reaches. */
export interface SettingsAround {
  /** The folder that files named by a report must lie in: the repository's or the configuration's, else the report's own. */
  readonly root: string;
  /** The folders that are looked in, the report's own first. */
  readonly folders: readonly string[];
  readonly config: Config | undefined;
  /** Folder of the configuration. */
  readonly configFolder: string | undefined;
  readonly baseline: Baseline | undefined;
  /** Folder of the baseline. */
  readonly baselineFolder: string | undefined;
}

/** Finds what stands above a folder, once for each folder. Throws a UserError for a file that can't be read or means nothing. */
export function settingsFinder(cwd: string): (folder: string) => Promise<SettingsAround> {
  const found = new Map<string, Promise<SettingsAround>>();
  return (folder) => {
    const known = found.get(folder) ?? look(folder, cwd);
    found.set(folder, known);
    return known;
  };
}

/** A file, named as people see it, relative to a folder: as a baseline in that folder names it. */
export const nameBelow = (folder: string, file: string, cwd: string): string =>
  relative(folder, resolve(cwd, file)).split(sep).join('/');

async function look(folder: string, cwd: string): Promise<SettingsAround> {
  const folders = foldersUpTo(folder);
  const has = (name: string) => folders.find((one) => existsSync(join(one, name)));
  const configFolder = has(CONFIG_FILE);
  const baselineFolder = has(BASELINE_FILE);
  return {
    root: has('.git') ?? configFolder ?? folder,
    folders,
    config: configFolder === undefined ? undefined : await loadConfig(join(configFolder, CONFIG_FILE), cwd),
    configFolder,
    baseline: baselineFolder === undefined ? undefined : await loadBaseline(join(baselineFolder, BASELINE_FILE), cwd),
    baselineFolder,
  };
}

/** The folder and those above it, up to the one that holds the repository: nothing outside it decides about its reports. */
function foldersUpTo(folder: string): string[] {
  const folders = [folder];
  for (let here = folder; !existsSync(join(here, '.git')) && dirname(here) !== here; ) {
    here = dirname(here);
    folders.push(here);
  }
  return folders;
}

async function loadConfig(path: string, cwd: string): Promise<Config> {
  const name = displayName(path, cwd);
  const { readConfig } = await import('../config/config.ts');
  const text = decode(await read(path, name));
  const config = readConfig(typeof text === 'string' ? parse(text, name) : unreadable(name, text));
  if (!('length' in config)) return config;
  throw faulty(name, config);
}

function faulty(name: string, faults: readonly ConfigFault[]): UserError {
  const lines = (language: 'zh' | 'en') =>
    faults.map(({ range, message, hint }) => {
      const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
      return `${name}:${range.line}:${range.column} ${message[language]}${open}${hint[language]}${close}`;
    });
  return new UserError(
    { zh: `设置有错：\n${lines('zh').join('\n')}`, en: `the configuration is wrong:\n${lines('en').join('\n')}` },
    {
      zh: `改好 ${name} 再试；能写什么，见 docs/checking.zh-CN.md 的“设置”`,
      en: `Mend ${name}; docs/checking.md says under Settings what it may hold`,
    },
  );
}

async function loadBaseline(path: string, cwd: string): Promise<Baseline> {
  const name = displayName(path, cwd);
  const baseline = parseBaseline((await read(path, name)).toString('utf8'));
  if (baseline) return baseline;
  throw new UserError(
    { zh: `${name} 不是 report 写的基线文件`, en: `${name} is no baseline that report wrote` },
    {
      zh: '删去它，再用 report validate --write-baseline 重新写一份',
      en: 'Remove it and write it anew: report validate --write-baseline',
    },
  );
}

async function read(path: string, name: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const hint =
      reason === 'EISDIR'
        ? { zh: '那里是一个文件夹；换一个名字，或者删去', en: 'A folder stands there: rename or remove it' }
        : { zh: '检查文件权限', en: 'Check the permissions of the file' };
    const message = { zh: `不能读 ${name}（${reason}）`, en: `${name} can not be read (${reason})` };
    throw new UserError(message, hint, { cause: error });
  }
}
