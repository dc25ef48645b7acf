import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { packageFile } from '../../package/package-file.ts';
import { escapeMarkup } from '../../writing/markup.ts';
import type { Context } from '../output/context.ts';
import type { Shown } from './state.ts';

/** A running preview server. */
export interface PreviewServer {
  /** http://127.0.0.1:PORT/ */
  readonly url: string;
  /** Replaces the page and notifies the open browser pages. */
  readonly show: (shown: Shown) => void;
  readonly close: () => Promise<void>;
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/**
 * Serves the preview on a free port, for this machine only. Requests for another host name are refused, so that a website
 * whose name points to this machine cannot read the report (DNS rebinding).
 */
export async function servePreview(name: string, first: Shown, { t, language }: Context): Promise<PreviewServer> {
  let shown = first;
  const open = new Set<ServerResponse>();
  const words = {
    name,
    findings: t({ zh: '核对结果', en: 'findings' }),
    report: t({ zh: '报告', en: 'the report' }),
    stale: t({
      zh: '现在的文件印不出来，右边是上一次的样子。',
      en: 'The file cannot be shown in its present state; the page shows the previous state.',
    }),
  };
  const asset = (file: string) => readFileSync(packageFile(`templates/preview/${file}`), 'utf8');
  const index = asset('index.html')
    .replace('zh-CN', language === 'zh' ? 'zh-CN' : 'en')
    .replace(/\{\{(\w+)\}\}/g, (_, key: keyof typeof words) => escapeMarkup(words[key]));
  const answers: Readonly<Record<string, () => readonly [type: string, body: string]>> = {
    '/': () => ['text/html', index],
    '/client.js': () => ['text/javascript', asset('client.js')],
    '/style.css': () => ['text/css', asset('style.css')],
    '/page': () => ['text/html', shown.html],
    '/state': () => ['application/json', JSON.stringify(shown.state)],
  };
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const path = pathOf(request, port);
    if (path === '/events') subscribe(response, open);
    else answer(response, path === undefined ? undefined : answers[path], path);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show: (next) => {
      shown = next;
      for (const response of open) response.write('data: changed\n\n');
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The path of a GET request for our own host name; undefined for any other request. */
function pathOf({ method, url, headers }: IncomingMessage, port: number): string | undefined {
  const isOurs = headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`;
  return method === 'GET' && isOurs ? url : undefined;
}

function answer(response: ServerResponse, make: (() => readonly [string, string]) | undefined, path?: string): void {
  if (!make) {
    response.writeHead(path === undefined ? 403 : 404).end();
    return;
  }
  const [type, body] = make();
  const own = path === '/page' ? {} : { 'content-security-policy': POLICY };
  const head = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
  response.writeHead(200, { ...head, ...own }).end(body);
}

function subscribe(response: ServerResponse, open: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('data: hello\n\n');
  open.add(response);
  response.on('close', () => open.delete(response));
}
