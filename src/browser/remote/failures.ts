import type { Text } from '../../diagnostics/text.ts';
import { BrowserFailed, BrowserLate } from '../failures.ts';
import type { FoundBrowser } from '../types.ts';

/** The oldest version that prints the page numbers, which stand in the margins of a page. */
export const OLDEST = 131;

/** The error for a browser elsewhere that did not answer in time; `timeout` is in milliseconds. */
export function remoteLate({ path }: FoundBrowser, timeout: number): BrowserLate {
  const seconds = timeout / 1000;
  return new BrowserLate(
    {
      zh: `${path} 的浏览器在 ${seconds} 秒内没有响应`,
      en: `The browser at ${path} did not answer within ${seconds} seconds`,
    },
    {
      zh: '检查地址和那台机器；网络或机器较慢时用环境变量 REPORT_BROWSER_TIMEOUT 放宽时限（秒）',
      en: 'Check the address and that machine. If network or machine are slow, set REPORT_BROWSER_TIMEOUT to more seconds.',
    },
  );
}

/** The error for a connection that was made and then ended. */
export function connectionLost({ path }: FoundBrowser, cause: unknown): BrowserFailed {
  return new BrowserFailed(
    { zh: `和 ${path} 的浏览器的连接断了`, en: `The connection to the browser at ${path} was lost` },
    {
      zh: '看看那里的浏览器是不是退出了（常见原因是内存不足），中间的代理是不是限制了连接的时间和大小',
      en: 'See whether the browser there has ended, often because of too little memory, and whether a proxy limits the time or size of connections.',
    },
    { cause },
  );
}

/** The error for something that answers, but not in Chrome's protocol. */
export function notChromeThere({ path }: FoundBrowser, cause: unknown): BrowserFailed {
  return new BrowserFailed({ zh: `${path} 不是 Chrome`, en: `What answers at ${path} is not Chrome` }, CHECK, {
    cause,
  });
}

/** The error for a browser whose version cannot print the page. */
export function tooOld({ path }: FoundBrowser, version: string): BrowserFailed {
  return new BrowserFailed(
    {
      zh: `${path} 的浏览器太旧：${version}，至少要 Chrome ${OLDEST}`,
      en: `The browser at ${path} is too old: ${version}; Chrome ${OLDEST} or later is needed`,
    },
    { zh: '把那里的浏览器升级', en: 'Update the browser there.' },
  );
}

/** The error for an HTTP answer other than the one that was asked for. */
export function refusedWith({ path, source }: FoundBrowser, status: number): BrowserFailed {
  if (![401, 403, 407].includes(status)) {
    const text = {
      zh: `${path} 的答复不是 Chrome 的：HTTP ${status}`,
      en: `What answers at ${path} is not Chrome: HTTP ${status}`,
    };
    return new BrowserFailed(text, CHECK);
  }
  return new BrowserFailed(
    { zh: `${path} 不让连接：HTTP ${status}`, en: `${path} refused the connection: HTTP ${status}` },
    {
      zh: `检查 ${source} 里的用户名和密码（user:password@）或者令牌（?token=…）`,
      en: `Check the user name and password (user:password@) or the token (?token=…) in ${source}.`,
    },
  );
}

/** The error for a connection that could not be made. */
export function notReached({ path }: FoundBrowser, error: NodeJS.ErrnoException): BrowserFailed {
  const code = error.code ?? '';
  const why = WHY.find(({ codes }) => codes.test(code));
  const text = why?.text ?? { zh: error.message, en: error.message };
  return new BrowserFailed(
    { zh: `连不上 ${path} 的浏览器：${text.zh}`, en: `Cannot connect to the browser at ${path}: ${text.en}` },
    why?.hint ?? CHECK,
    { cause: error },
  );
}

const CHECK: Text = {
  zh: '检查地址：Chrome 启动时输出 DevTools listening on ws://…；写 http://主机:端口 也可以，由本工具去问',
  en: 'Check the address: Chrome prints DevTools listening on ws://… when it starts. You can also give http://host:port, which is then asked for it.',
};

const WHY: readonly { readonly codes: RegExp; readonly text: Text; readonly hint: Text }[] = [
  {
    codes: /^(?:ECONNRESET|EPIPE|HPE_\w+)$/,
    text: { zh: '那个端口上的程序不是这样答话的', en: 'what listens on that port speaks another protocol' },
    hint: CHECK,
  },
  {
    codes: /^ECONNREFUSED$/,
    text: { zh: '那个端口上没有程序', en: 'nothing listens on that port' },
    hint: {
      zh: '看看浏览器启动了没有，端口对不对；容器要用 -p 开放端口，Chrome 要加 --remote-debugging-address=0.0.0.0',
      en: 'See whether the browser runs and on which port. A container must publish the port (-p), and Chrome needs --remote-debugging-address=0.0.0.0.',
    },
  },
  {
    codes: /^(?:ENOTFOUND|EAI_AGAIN)$/,
    text: { zh: '没有这个主机', en: 'there is no such host' },
    hint: { zh: '检查主机名和 DNS', en: 'Check the name of the host and the DNS.' },
  },
  {
    codes: /^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)$/,
    text: { zh: '那台机器没有响应', en: 'that machine does not answer' },
    hint: { zh: '检查网络和防火墙', en: 'Check the network and the firewall.' },
  },
  {
    codes: /CERT|^ERR_TLS|^ERR_SSL|^EPROTO$|^UNABLE_TO_/,
    text: { zh: '证书或加密（TLS）不对', en: 'its certificate or encryption (TLS) is not accepted' },
    hint: {
      zh: '单位自己的证书，用环境变量 NODE_EXTRA_CA_CERTS 给出根证书的文件；对方不加密的，写 ws:// 或 http://',
      en: 'For a certificate of your own organization, set NODE_EXTRA_CA_CERTS to the file of its root certificate. If the other side uses no encryption, write ws:// or http://.',
    },
  },
];
