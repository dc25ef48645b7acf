import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { BASELINE_FILE, type Baseline, parseBaseline } from '../config/baseline.ts';
import type { Config, ConfigFault } from '../config/config.ts';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { readWholeFile } from '../disk/read-file.ts';
import { decode, LARGEST_FILE, tooLarge } from '../source/decode.ts';
import { parse, unreadable } from '../source/parse.ts';
import { displayName } from './files.ts';
import { isTrusted } from './trusted-settings.ts';

export const CONFIG_FILE = 'report.config.yaml';

/** The settings and the baseline in the folders above a report, and the folder of its repository. */
export interface SettingsAround {
  /** The folder that files named in a report must be in: that of the repository, else of the settings, else of the report. */
  readonly root: string;
  /** There is a repository. */
  readonly inRepository: boolean;
  /** The folders that are searched, starting with the report's own. */
  readonly folders: readonly string[];
  readonly config: Config | undefined;
  /** Folder of the settings file. */
  readonly configFolder: string | undefined;
  readonly baseline: Baseline | undefined;
  /** Folder of the baseline. */
  readonly baselineFolder: string | undefined;
  /** Settings and baselines that are not used, because other users could have written them; each with what to do. */
  readonly ignored: readonly Text[];
}

/**
 * Finds the settings and baseline for a folder; remembers each folder. Throws a UserError if a file cannot be read or has
 * mistakes.
 */
export function settingsFinder(cwd: string): (folder: string) => Promise<SettingsAround> {
  const found = new Map<string, Promise<SettingsAround>>();
  return (folder) => {
    const known = found.get(folder) ?? look(folder, cwd);
    found.set(folder, known);
    return known;
  };
}

/** The path of a file relative to a folder, with `/`, as a baseline in that folder has it. `file` is relative to `cwd`. */
export const nameBelow = (folder: string, file: string, cwd: string): string =>
  relative(folder, resolve(cwd, file)).split(sep).join('/');

async function look(folder: string, cwd: string): Promise<SettingsAround> {
  const folders = foldersUpTo(folder);
  const having = (name: string) => folders.filter((one) => existsSync(join(one, name)));
  const ignored: Text[] = [];
  const nearest = (name: string) =>
    having(name).find((one) => {
      const path = join(one, name);
      const trusted = isTrusted(path, folder);
      if (!trusted) ignored.push(notUsed(displayName(path, cwd)));
      return trusted;
    });
  const configFolder = nearest(CONFIG_FILE);
  const baselineFolder = nearest(BASELINE_FILE);
  const [repository] = having('.git');
  return {
    root: repository ?? configFolder ?? folder,
    inRepository: repository !== undefined,
    folders,
    config: configFolder === undefined ? undefined : await loadConfig(join(configFolder, CONFIG_FILE), cwd),
    configFolder,
    baseline: baselineFolder === undefined ? undefined : loadBaseline(join(baselineFolder, BASELINE_FILE), cwd),
    baselineFolder,
    ignored,
  };
}

const notUsed = (name: string): Text => ({
  zh: `没有用 ${name}：它属于别的用户，或者别的用户能改。看过内容以后，把它变成自己的（chown），并收回他人的写权限（chmod go-w）`,
  en: `${name} is not used: it belongs to another user, or other users can change it. Check it, then make it yours (chown) and remove the write permission of others (chmod go-w)`,
});

/**
 * The folder and the folders above it, up to the root of the repository. Files outside the repository do not affect its
 * reports.
 */
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
  const bytes = readWholeFile(path, name, LARGEST_FILE);
  const text = typeof bytes === 'number' ? tooLarge(bytes) : decode(bytes);
  const config = readConfig(typeof text === 'string' ? parse(text, name) : unreadable(name, text));
  if (!('length' in config)) return config;
  throw faulty(name, config);
}

function faulty(name: string, faults: readonly ConfigFault[]): UserError {
  const details = faults.map(({ range: { line, column }, message, hint }) => ({
    zh: `${name}:${line}:${column} ${message.zh}（${hint.zh}）`,
    en: `${name}:${line}:${column} ${message.en} (${hint.en})`,
  }));
  return new UserError(
    { zh: `${name} 里的设置有错：`, en: `there are mistakes in the settings ${name}:` },
    {
      zh: `改好 ${name} 再试；能写什么，见 docs/checking.zh-CN.md 的“设置”`,
      en: `Correct ${name}; see Settings in docs/checking.md`,
    },
    { details },
  );
}

/** Bytes: the findings of some 100,000 reports. */
const LARGEST_BASELINE = 50 * 1024 * 1024;

function loadBaseline(path: string, cwd: string): Baseline {
  const name = displayName(path, cwd);
  const bytes = readWholeFile(path, name, LARGEST_BASELINE);
  const baseline = typeof bytes === 'number' ? undefined : parseBaseline(bytes.toString('utf8'));
  if (baseline) return baseline;
  throw new UserError(
    { zh: `${name} 不是 report 写的基线文件`, en: `${name} is not a baseline written by report` },
    {
      zh: '删去它，再用 report validate --write-baseline 重新写一份',
      en: 'Delete it and write a new one: report validate --write-baseline',
    },
  );
}
