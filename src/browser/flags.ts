/** Chrome's switches: headless, spoken to over a pipe, no network, and the same pixels everywhere. */
export function flags(profile: string, sandbox: boolean): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    ...(sandbox ? [] : ['--no-sandbox']),
    ...NO_NETWORK,
    ...SAME_EVERYWHERE,
    ...QUIET,
    'about:blank',
  ];
}

/**
 * Every name and every address, loopback too, resolves to nothing, and what would get round that goes to a proxy
 * that isn't there. Set for the whole process: a page without requests pays nothing for it.
 */
const NO_NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://proxy.invalid:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
];

const SAME_EVERYWHERE = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
  '--lang=zh-CN',
  '--disable-gpu',
];

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-breakpad',
  '--disable-default-apps',
  '--disable-extensions',
  // A container's /dev/shm is often 64 MB.
  '--disable-dev-shm-usage',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider',
];
