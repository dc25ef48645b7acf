/** Chrome's command-line switches: headless, commands over a pipe, no network, the same pixels on every machine. */
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
 * No name or address resolves, not even loopback, and all other requests go to a proxy that does not exist. These
 * switches apply to the whole process and cost no time per page.
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
  // In a container, /dev/shm often has only 64 MB.
  '--disable-dev-shm-usage',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider',
];
