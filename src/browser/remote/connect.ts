import type { BrowserContext, Browser as PuppeteerBrowser } from 'puppeteer-core';
import type { WebSocket } from 'ws';
import { UserError } from '../../diagnostics/user-error.ts';
import type { Launched } from '../launch.ts';
import { within } from '../limits.ts';
import { openTabs } from '../pages.ts';
import { type Transport, transportOver } from '../transport.ts';
import type { RemoteAddress } from './address.ts';
import { type Endpoint, endpointOf } from './endpoint.ts';
import { connectionLost, notChromeThere, notReached, OLDEST, refusedWith, remoteLate, tooOld } from './failures.ts';

/**
 * Connects to a browser that runs elsewhere, and opens a context of our own in it: its pages share nothing with the others
 * there, have no network, and are closed when the connection ends, however it ends. Throws a `UserError`.
 */
export async function connectRemote(address: RemoteAddress, timeout: number, signal?: AbortSignal): Promise<Launched> {
  const { found } = address;
  const ending = new AbortController();
  let socket: WebSocket | undefined;
  let context: BrowserContext | undefined;
  let fail: (error: UserError) => void = () => undefined;
  const gone = new Promise<never>((_, reject) => {
    fail = reject;
  });
  gone.catch(() => undefined);
  const late = () => remoteLate(found, timeout);
  const limits = { gone, timeout, late, signals: [signal] };
  const stop = async () => {
    // Also without this, Chrome closes the context when the connection ends.
    const closing = context?.close() ?? Promise.resolve();
    await within(closing, { ...limits, timeout: CLOSING_TAKES_AT_MOST, signals: [] }).catch(() => undefined);
    ending.abort();
    socket?.terminate();
    fail(connectionLost(found, undefined));
  };
  /** An answer that Puppeteer does not understand is not Chrome's. */
  const explained = (error: unknown): never => {
    if (error instanceof UserError) throw error;
    throw socket?.readyState === socket?.OPEN ? notChromeThere(found, error) : connectionLost(found, error);
  };
  const connecting = async () => {
    socket = await opened(address, await endpointOf(address, ending.signal), ending.signal);
    const transport = transportOf(socket);
    transport.broken.catch((cause) =>
      fail(cause instanceof SocketClosed ? connectionLost(found, cause) : notChromeThere(found, cause)),
    );
    const browser = await connect(transport, (id) => context?.id === id);
    const version = await browser.version();
    const [, number] = /(?:Chrome|Edg)\/(\d+)/.exec(version) ?? [];
    if (number === undefined) throw notChromeThere(found, new Error(version));
    if (Number(number) < OLDEST) throw tooOld(found, version);
    const own = await browser.createBrowserContext(NO_NETWORK);
    context = own;
    const tabs = await openTabs({ newPage: () => own.newPage(), unlessPageEnds: transport.unlessPageEnds });
    return { tabs, version: async () => version };
  };
  try {
    const connected = await within(connecting().catch(explained), limits);
    return { ...connected, gone, sandboxed: undefined, late, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Milliseconds. */
const CLOSING_TAKES_AT_MOST = 2000;

/** All requests of our pages go to a proxy that does not exist. */
const NO_NETWORK = { proxyServer: 'http://proxy.invalid:9', proxyBypassList: ['<-loopback>'] };

class SocketClosed extends Error {}

/** Only our own pages are attached; those of others stay as they are. */
async function connect(
  transport: Transport,
  isOurs: (context: string | undefined) => boolean,
): Promise<PuppeteerBrowser> {
  const { default: puppeteer } = await import('puppeteer-core');
  return puppeteer.connect({
    transport,
    defaultViewport: null,
    protocolTimeout: 0,
    networkEnabled: false,
    issuesEnabled: false,
    targetFilter: (target) => target.type() === 'browser' || isOurs(target.browserContext().id),
  });
}

async function opened({ found }: RemoteAddress, { url, headers }: Endpoint, signal: AbortSignal): Promise<WebSocket> {
  const { webSocket } = await import('./web-socket.ts');
  const socket = webSocket(url, headers);
  signal.addEventListener('abort', () => socket.terminate());
  return new Promise((resolve, reject) => {
    socket.on('error', (error) => reject(notReached(found, error)));
    socket.on('unexpected-response', (_, response) => {
      reject(refusedWith(found, response.statusCode ?? 0));
      socket.terminate();
    });
    socket.on('open', () => resolve(socket));
  });
}

function transportOf(socket: WebSocket): Transport {
  const { transport, receive, closed } = transportOver({
    send: (message) => socket.send(message.replace(CREATE, '$&"disposeOnDetach":true,')),
    close: () => socket.terminate(),
  });
  socket.on('message', (data) => receive(data.toString()));
  socket.on('close', (code) => closed(new SocketClosed(`code ${code}`)));
  return transport;
}

/** The command that makes our context: Chrome shall close it when the connection ends. */
const CREATE = /^\{"method":"Target\.createBrowserContext","params":\{/;
