import type { Redis as Connection } from 'ioredis';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { QueueAddress } from './address.ts';

/** The packages of the queue. */
export interface Engine {
  readonly Redis: typeof import('ioredis').Redis;
  readonly Queue: typeof import('bullmq').Queue;
  readonly Worker: typeof import('bullmq').Worker;
}

/** Loads the packages, which are optional. Throws a UserError if they are not installed. */
export async function loadEngine(): Promise<Engine> {
  try {
    const [{ Redis }, { Queue, Worker }] = await Promise.all([import('ioredis'), import('bullmq')]);
    return { Redis, Queue, Worker };
  } catch (error) {
    if (!['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    throw new UserError(
      {
        zh: '没有安装队列要用的 bullmq 和 ioredis',
        en: 'The packages of the queue, bullmq and ioredis, are not installed',
      },
      { zh: '安装：npm install bullmq ioredis', en: 'Install them: npm install bullmq ioredis' },
    );
  }
}

/** Milliseconds until a server that does not answer is given up at the start. */
const PATIENCE = 10_000;

/**
 * Connects to Redis. A connection that is lost later comes back by itself; `tell` gets a message when it is lost and when it is
 * back. `end` closes it, and has copies of it give up. Throws a UserError that says why there is no connection.
 */
export async function connect(
  { Redis }: Engine,
  { url, shown }: QueueAddress,
  tell: (text: Text) => void,
): Promise<{ readonly redis: Connection; readonly end: () => void }> {
  let isReady = false;
  let isLost = false;
  let last: Error | undefined;
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE,
    // Commands wait until the connection is back.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isReady ? Math.min(times * 200, 2000) : null),
  });
  redis.on('error', (error) => {
    last = error;
  });
  redis.on('reconnecting', () => {
    if (isReady && !isLost)
      tell({ zh: `和 ${shown} 的连接断了，正在重连`, en: `The connection to ${shown} was lost; reconnecting` });
    isLost = isReady;
  });
  redis.on('ready', () => {
    if (isLost) tell({ zh: `和 ${shown} 的连接恢复了`, en: `The connection to ${shown} is back` });
    isLost = false;
  });
  try {
    await redis.connect();
    // A server with a password lets everybody connect.
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    throw noConnection(shown, last ?? (error as Error));
  }
  isReady = true;
  const end = () => {
    isReady = false;
    redis.disconnect();
  };
  return { redis, end };
}

function noConnection(shown: string, error: Error): UserError {
  const { code = '' } = error as NodeJS.ErrnoException;
  const raw = code === '' ? error.message.replace(/^ReplyError: /u, '') : code;
  const reason = /NOAUTH/u.test(error.message) ? LACKS_PASSWORD : { zh: raw, en: raw };
  const refused = /NOAUTH|WRONGPASS|invalid password|NOPERM/iu.test(error.message);
  const isTls = /CERT|SSL|TLS|SELF_SIGNED/u.test(`${code} ${error.message}`);
  const hint = refused ? PASSWORD : isTls ? CERTIFICATE : SERVER;
  return new UserError(
    { zh: `连不上队列 ${shown}（${reason.zh}）`, en: `There is no connection to the queue ${shown} (${reason.en})` },
    hint,
  );
}

const LACKS_PASSWORD: Text = { zh: '要密码', en: 'it wants a password' };
const PASSWORD: Text = {
  zh: '检查用户和密码：redis://用户:密码@主机:6379，密码里的 @ : / # ? % 写成 %40 %3A %2F %23 %3F %25',
  en: 'Check user and password: redis://user:password@host:6379, with %40 %3A %2F %23 %3F %25 for @ : / # ? % in a password',
};
const CERTIFICATE: Text = {
  zh: '加密连接用 rediss://；自己签发的证书，用环境变量 NODE_EXTRA_CA_CERTS 给出签发者的证书',
  en: 'Use rediss:// for TLS. For a certificate of your own, set NODE_EXTRA_CA_CERTS to the certificate of its issuer',
};
const SERVER: Text = {
  zh: '检查地址，Redis 是否在运行，防火墙是否放行；要加密连接的用 rediss://',
  en: 'Check the address, that Redis is running and reachable, and whether it needs TLS (rediss://)',
};
