import type { ConnectionTransport } from 'puppeteer-core';
import type { BrowserProcess } from './browser-process.ts';

/** What Puppeteer speaks to the browser through: messages are JSON texts, each ended by a NUL. */
export interface PipeTransport extends ConnectionTransport {
  /** Rejects when the browser sends what isn't a message, or closes the pipe. */
  readonly broken: Promise<never>;
}

/** Joins Puppeteer to a browser started with `--remote-debugging-pipe`. */
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
