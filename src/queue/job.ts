import type { Settings } from '../check/settings.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { LARGEST_FILE } from '../source/decode.ts';
import { fromJson } from './json.ts';
import { job as isJob } from './validators.js';

/** A report and all that is needed to check and build it, as JSON. */
export interface Job {
  /** Version of the tool that asks. */
  readonly tool: string;
  /** The name shown to users. */
  readonly name: string;
  readonly base: string;
  readonly text: string;
  /** Last year's report, or why it cannot be read. */
  readonly previous?: { readonly file: string; readonly text: string } | { readonly finding: Finding };
  readonly settings: Settings;
  /** The fingerprints of its findings in the baseline. */
  readonly known: readonly string[];
  /** `YYYY-MM-DD` where the asker is. */
  readonly today: string;
  /** Undefined if the report is only checked. */
  readonly build?: BuildJob;
}

/** How a report is built. */
export interface BuildJob {
  readonly formats: readonly string[];
  readonly draft: boolean;
  readonly systemFonts: boolean;
  readonly source: boolean;
  readonly readBack: boolean;
  readonly failOn: 'error' | 'warning';
  /** SOURCE_DATE_EPOCH where the asker is. */
  readonly epoch?: string;
  readonly template?: SentTemplate;
}

/** An own template. */
export interface SentTemplate {
  /** Where the asker has it; only shown. */
  readonly folder: string;
  /** The texts of its files by their names. */
  readonly files: Readonly<Record<string, string>>;
}

/** Characters of JSON: three files of the largest size, all of it Chinese. */
const LARGEST_JOB = 8 * LARGEST_FILE;

/** Reads a job. Throws a UserError if it is none, too large, or one of another version. */
export function readJob(json: unknown, version: string): Job {
  const value = typeof json === 'string' && json.length <= LARGEST_JOB ? fromJson(json) : undefined;
  const { tool } = (value ?? {}) as Partial<Job>;
  if (typeof tool === 'string' && tool !== version) throw otherVersion(tool, version);
  if (!isJob(value)) throw NO_JOB;
  const job = value as Job;
  const previous = job.previous && 'text' in job.previous ? job.previous.text : '';
  if ([job.text, previous].some((text) => Buffer.byteLength(text) > LARGEST_FILE)) throw NO_JOB;
  return job;
}

const otherVersion = (asker: string, worker: string): UserError =>
  new UserError(
    {
      zh: `report worker 的版本是 ${worker}，这里是 ${asker}，没有做`,
      en: `The worker is report ${worker}, and this is ${asker}: the job was refused`,
    },
    { zh: '各台机器装同一个版本', en: 'Install the same version on all machines' },
  );

const NO_JOB = new UserError(
  { zh: '队列里的这一项不是 report 放进去的', en: 'This job of the queue was not made by report' },
  { zh: '检查谁能写这个 Redis', en: 'Check who can write to this Redis' },
);
