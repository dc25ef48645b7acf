import { UserError } from '../diagnostics/user-error.ts';

/** Where the queue is. */
export interface QueueAddress {
  /** As ioredis reads it, with user and password; never printed. */
  readonly url: string;
  /** The same without them. */
  readonly shown: string;
}

/**
 * Reads `redis://user:password@host:port/database`, or `unix:///path?password=…&db=…` for a Redis on the same machine. Throws a
 * UserError, without repeating what was written: it may be a password.
 */
export function queueAddress(written: string): QueueAddress {
  const url = parsed(written);
  if (url?.protocol === 'unix:' && url.host === '' && /^\/[^/]/u.test(url.pathname))
    return { url: decodeURIComponent(url.pathname) + url.search, shown: `unix://${url.pathname}` };
  const isDatabase = /^\/?\d{0,4}$/.test(url?.pathname ?? '');
  if (!url || !['redis:', 'rediss:'].includes(url.protocol) || url.hostname === '' || !isDatabase) throw WRONG;
  return { url: written, shown: `${url.protocol}//${url.host}${url.pathname}` };
}

function parsed(written: string): URL | undefined {
  try {
    const url = new URL(written);
    // Throws if one of them cannot be decoded.
    for (const part of [url.username, url.password, url.pathname]) decodeURIComponent(part);
    return url;
  } catch {
    return undefined;
  }
}

const WRONG = new UserError(
  { zh: '队列的地址不对', en: 'The address of the queue is wrong' },
  {
    zh: '写成 redis://用户:密码@主机:6379/0，加密连接用 rediss://，本机的套接字用 unix:///路径；密码里的 @ : / # ? % 写成 %40 %3A %2F %23 %3F %25。也可以放在环境变量 REPORT_QUEUE 里',
    en: 'Write redis://user:password@host:6379/0, rediss:// for TLS, or unix:///path for a socket; @ : / # ? % in a password are %40 %3A %2F %23 %3F %25. You can also set REPORT_QUEUE',
  },
);
