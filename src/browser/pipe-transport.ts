import type { ConnectionTransport } from 'puppeteer-core';
import type { BrowserProcess } from './browser-process.ts';
import { pageCrashed } from './failures.ts';

/** The connection between Puppeteer and the browser. Messages are JSON texts, each followed by a NUL. */
export interface PipeTransport extends ConnectionTransport {
  /** Rejects if the browser closes the pipe or sends something that is not a message. */
  readonly broken: Promise<never>;
  /**
   * Settles like `work`, which opens a page, but rejects if the process of that page ends: then Chrome does not answer at all.
   * That the process of an earlier page has ended can be told later than the work began, and does not count.
   */
  unlessPageEnds<T>(work: Promise<T>): Promise<T>;
}

/** Connects Puppeteer to a browser that was started with `--remote-debugging-pipe`. */
export function pipeTransport({ commands, answers }: Pick<BrowserProcess, 'commands' | 'answers'>): PipeTransport {
  let fail: (reason: unknown) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    fail = reject;
  });
  broken.catch(() => undefined);
  const onPageEnd = new Set<(ids: readonly string[]) => void>();
  /** The ids of all pages so far, and of the sessions with them. */
  const pages = new Set<string>();
  const transport: PipeTransport = {
    broken,
    async unlessPageEnds(work) {
      const earlier = new Set(pages);
      let ended: (ids: readonly string[]) => void = () => undefined;
      const end = new Promise<never>((_, reject) => {
        ended = (ids) => ids.some((id) => earlier.has(id)) || reject(pageCrashed());
        onPageEnd.add(ended);
      });
      return Promise.race([work, end]).finally(() => onPageEnd.delete(ended));
    },
    send: (message) => void commands.write(`${message}\0`),
    close: () => void answers.destroy(),
  };
  const deliver = async (message: string) => {
    const page = attachedPage(message);
    if (page) {
      for (const id of [page.session, page.target]) pages.add(id);
      transport.send(askWhetherItLives(page.session));
    } else if (PAGE_ENDED.test(message)) {
      const { sessionId = '', params } = JSON.parse(message);
      for (const tell of onPageEnd) tell([sessionId, params.targetId ?? '']);
    }
    return message.startsWith(`{"id":${OWN_ID},`) ? undefined : transport.onmessage?.(message);
  };
  let pieces: Buffer[] = [];
  answers.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      pieces.push(chunk.subarray(start, end));
      deliver(Buffer.concat(pieces).toString('utf8')).catch(fail);
      pieces = [];
      start = end + 1;
    }
    pieces.push(chunk.subarray(start));
  });
  answers.on('close', () => {
    fail(new Error('the pipe was closed'));
    transport.onclose?.();
  });
  return transport;
}

const PAGE_ENDED = /^\{"method":"(?:Inspector|Target)\.targetCrashed"/;

/** The id of our own commands; Puppeteer counts from 1. */
const OWN_ID = 2 ** 31 - 1;

/** The page that Puppeteer is being connected to, if the message says that. */
function attachedPage(message: string): { readonly session: string; readonly target: string } | undefined {
  if (!message.startsWith('{"method":"Target.attachedToTarget"')) return undefined;
  const { sessionId, targetInfo } = JSON.parse(message).params;
  return targetInfo.type === 'page' ? { session: sessionId, target: targetInfo.targetId } : undefined;
}

/** Makes Chrome report a page whose process ended before we were connected. Nobody needs the answer itself. */
const askWhetherItLives = (sessionId: string): string =>
  JSON.stringify({ id: OWN_ID, method: 'Inspector.enable', sessionId });
