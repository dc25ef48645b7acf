import type { IncomingMessage } from 'node:http';
import type { RemoteAddress } from './address.ts';
import { notChromeThere, notReached, refusedWith } from './failures.ts';

/** Where to open the web socket, and with which headers. */
export interface Endpoint {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** The longest answer in bytes; Chrome's has about 500. */
const MOST_BYTES = 65_536;

/** The web socket of an address; an address with http is asked for it. */
export async function endpointOf(address: RemoteAddress, signal: AbortSignal): Promise<Endpoint> {
  const { url, headers } = address;
  if (/^wss?:$/.test(url.protocol)) return { url, headers };
  let sent = headers;
  let answer = await ask(address, sent, signal);
  if (answer.status !== 200 && /Host header/i.test(answer.body)) {
    // Chrome answers only to localhost and to addresses in numbers, not to the name of a container or machine.
    sent = { ...headers, host: 'localhost' };
    answer = await ask(address, sent, signal);
  }
  if (answer.status !== 200) throw refusedWith(address.found, answer.status);
  return { url: socketIn(answer.body, address), headers: sent };
}

/** The path is Chrome's; host, port, encryption and token are those that the user gave and that reach it. */
function socketIn(body: string, { url, found }: RemoteAddress): URL {
  try {
    const named = new URL(JSON.parse(body).webSocketDebuggerUrl);
    const socket = new URL(url);
    socket.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    socket.pathname = named.pathname;
    socket.search = named.search || url.search;
    return socket;
  } catch (error) {
    throw notChromeThere(found, error);
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function ask(
  { url, found }: RemoteAddress,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Answer> {
  const { get } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const place = new URL('/json/version', url);
  place.search = url.search;
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(signal.aborted ? signal.reason : notReached(found, error));
    const request = get(place, { headers, signal, agent: false }, (response: IncomingMessage) => {
      let body = '';
      response.setEncoding('utf8').on('error', fail);
      response.on('data', (text: string) => {
        body += text;
        if (body.length > MOST_BYTES) response.destroy(new Error('too long'));
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on('error', fail);
  });
}
