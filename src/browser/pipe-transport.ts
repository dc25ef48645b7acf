import type { BrowserProcess } from './browser-process.ts';
import { type Transport, transportOver } from './transport.ts';

/**
 * Connects Puppeteer to a browser that was started with `--remote-debugging-pipe`. Messages are JSON texts, each followed by
 * a NUL.
 */
export function pipeTransport({ commands, answers }: Pick<BrowserProcess, 'commands' | 'answers'>): Transport {
  const { transport, receive, closed } = transportOver({
    send: (message) => void commands.write(`${message}\0`),
    close: () => void answers.destroy(),
  });
  let pieces: Buffer[] = [];
  answers.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      pieces.push(chunk.subarray(start, end));
      receive(Buffer.concat(pieces).toString('utf8'));
      pieces = [];
      start = end + 1;
    }
    pieces.push(chunk.subarray(start));
  });
  answers.on('close', () => closed(new Error('the pipe was closed')));
  return transport;
}
