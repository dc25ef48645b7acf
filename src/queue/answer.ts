import type { FileResult, Problem } from '../diagnostics/result.ts';
import type { Job } from './job.ts';
import { fromJson } from './json.ts';
import { answer as isAnswer } from './validators.js';

/** The answer to a job. */
export type JobAnswer =
  | { readonly result: FileResult; readonly isFixable: boolean; readonly files: readonly AnsweredFile[] }
  | { readonly problem: Problem };

export interface AnsweredFile {
  readonly format: string;
  readonly content: Uint8Array;
}

/** Bytes. The HTML and PDF of a report have about 700,000. */
export const LARGEST_ANSWER = 128 * 1024 * 1024;

/** The first line of an answer that is sent, as JSON. The contents of its files follow, one after the other. */
type Head = { readonly tries: number } & (
  | {
      readonly result: FileResult;
      readonly isFixable: boolean;
      readonly files: readonly { readonly format: string; readonly size: number }[];
    }
  | { readonly problem: Problem }
);

/** An answer as it is sent. `tries`: how often a worker began the job. */
export function answerAsBytes(answer: JobAnswer, tries: number): Buffer {
  if ('problem' in answer) return Buffer.from(`${JSON.stringify({ ...answer, tries })}\n`);
  const files = answer.files.map(({ format, content }) => ({ format, size: content.length }));
  const head: Head = { ...answer, files, tries };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...answer.files.map(({ content }) => content)]);
}

/** Reads an answer; undefined if it is none, or not to this job. */
export function readAnswer(
  bytes: Buffer,
  { name, build }: Job,
): { readonly answer: JobAnswer; readonly tries: number } | undefined {
  const end = bytes.indexOf('\n');
  const value = fromJson(bytes.toString('utf8', 0, Math.max(end, 0)));
  if (!isAnswer(value)) return undefined;
  const { tries, ...head } = value as Head;
  if ('problem' in head) return { answer: head, tries };
  const asked = build?.formats ?? [];
  const formats = head.files.map(({ format }) => format);
  const isOurs = formats.every((format, index) => asked.includes(format) && formats.indexOf(format) === index);
  let at = end + 1;
  const files = head.files.map(({ format, size }) => {
    at += size;
    return { format, content: bytes.subarray(at - size, at) };
  });
  const isWhole = at === bytes.length;
  return isOurs && isWhole && head.result.file === name ? { answer: { ...head, files }, tries } : undefined;
}
