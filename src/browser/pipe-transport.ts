import type { ConnectionTransport } from 'puppeteer-core';
import type { BrowserProcess } from './browser-process.ts';

/** The connection between Puppeteer and the browser. Messages are JSON texts, each followed by a NUL. */
export interface PipeTransport extends ConnectionTransport {
  /** Rejects if the browser closes the pipe or sends something that is not a message. */
  readonly broken: Promise<never>;
}

/** Connects Puppeteer to a browser that was started with `--remote-debugging-pipe`. */
export function pipeTransport({ commands, answers }: Pick<BrowserProcess, 'commands' | 'answers'>): PipeTransport {
  let fail: (reason: unknown) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    fail = reject;
  });
  broken.catch(() => undefined);
  const transport: PipeTransport = {
    broken,
    send: (message) => void commands.write(`${message}\0`),
    close: () => void answers.destroy(),
  };
  const deliver = async (message: string) => transport.onmessage?.(message);
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
