import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import type { FindOptions, FoundBrowser } from '../types.ts';

/** Where a browser runs elsewhere, as the user gave it. */
export interface RemoteAddress {
  /** Without user name and password. */
  readonly url: URL;
  /** The user name and password as a header. */
  readonly headers: Readonly<Record<string, string>>;
  readonly found: FoundBrowser;
}

const PROTOCOLS = new Set(['ws:', 'wss:', 'http:', 'https:']);

/**
 * The address given with `--browser-url`, or with `REPORT_BROWSER_URL` if no option names a browser. Throws a `UserError`
 * that does not quote it, because it may have a password.
 */
export function remoteAddress(
  { browser, browserUrl }: Pick<FindOptions, 'browser' | 'browserUrl'>,
  env: NodeJS.ProcessEnv,
): RemoteAddress | undefined {
  if (browserUrl !== undefined && browser !== undefined) throw both('--browser', '--browser-url');
  if (browserUrl !== undefined) return parsed(browserUrl, '--browser-url');
  if (browser !== undefined || !env.REPORT_BROWSER_URL) return undefined;
  if (env.REPORT_BROWSER) throw both('REPORT_BROWSER', 'REPORT_BROWSER_URL');
  return parsed(env.REPORT_BROWSER_URL, 'REPORT_BROWSER_URL');
}

function parsed(text: string, source: '--browser-url' | 'REPORT_BROWSER_URL'): RemoteAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !PROTOCOLS.has(url.protocol) || url.hostname === '') throw notAnAddress(source);
  const { username, password } = url;
  const headers = username || password ? { authorization: `Basic ${credentials(username, password)}` } : {};
  url.username = '';
  url.password = '';
  url.hash = '';
  // A path can have a token, too.
  return { url, headers, found: { path: `${url.protocol}//${url.host}`, source, kind: 'chrome', env: {} } };
}

function credentials(username: string, password: string): string {
  return Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
}

/** A part of an address as it was meant; a percent sign that begins no character stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const both = (path: string, url: string): UserError =>
  new UserError(
    { zh: `${path} 和 ${url} 不能同时用`, en: `${path} and ${url} cannot be used together` },
    {
      zh: `用本机的浏览器写 ${path}，用别处的写 ${url}`,
      en: `Use ${path} for a browser on this machine, ${url} for one that runs elsewhere`,
    },
  );

const FORM: Text = {
  zh: '写成 ws://主机:端口/路径、wss://…，或者 http://主机:9222',
  en: 'Write ws://host:port/path, wss://…, or http://host:9222',
};

const notAnAddress = (source: string): UserError =>
  new UserError({ zh: `${source} 不是浏览器的地址`, en: `${source} is not the address of a browser` }, FORM);
