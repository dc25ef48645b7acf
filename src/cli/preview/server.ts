import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { packageFile } from '../../package/package-file.ts';
import { escapeMarkup } from '../../writing/markup.ts';
import type { Context } from '../output/context.ts';
import { newToken, pathOf } from './access.ts';
import type { Shown } from './state.ts';

/** A running preview server. */
export interface PreviewServer {
  /** http://127.0.0.1:PORT/TOKEN/ */
  readonly url: string;
  /** Replaces the page and notifies the open browser pages. */
  readonly show: (shown: Shown) => void;
  readonly close: () => Promise<void>;
}

/** The headers of our own files. No page can show them in a frame. */
const OWN = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-frame-options': 'DENY',
};

/** The headers of the report, which only our own page can show in a frame. Its policy for content is in the page itself. */
const REPORT = {
  'content-security-policy': "script-src 'none'; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
};

const ALWAYS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** Serves the preview on a free port, for this machine only, below a path that nobody can guess. */
export async function servePreview(name: string, first: Shown, { t, language }: Context): Promise<PreviewServer> {
  let shown = first;
  const open = new Set<ServerResponse>();
  const token = newToken();
  const words = {
    name,
    findings: t({ zh: '核对结果', en: 'findings' }),
    report: t({ zh: '报告', en: 'the report' }),
    stale: t({
      zh: '现在不能显示，原因列在下面；右边是上一次的样子。',
      en: 'The report cannot be shown now, for the reason given below; the page shows the previous state.',
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
    const path = pathOf(request, port, token);
    if (path === '/events') subscribe(response, open);
    else answer(response, path === undefined ? undefined : answers[path], path);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${token}/`,
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

function answer(response: ServerResponse, make: (() => readonly [string, string]) | undefined, path?: string): void {
  if (!make) {
    response.writeHead(path === undefined ? 403 : 404, ALWAYS).end();
    return;
  }
  const [type, body] = make();
  const own = path === '/page' ? REPORT : OWN;
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...ALWAYS, ...own }).end(body);
}

function subscribe(response: ServerResponse, open: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', ...ALWAYS, ...OWN });
  response.write('data: hello\n\n');
  open.add(response);
  response.on('close', () => open.delete(response));
}
