import { writeFileSync } from 'node:fs';

/**
 * Writes a program that works like the browser at `path` but returns only the first half of every PDF. It is between
 * the pipes 3 and 4 and the real process.
 */
export function writeDamagingBrowser(file: string, path: string, env: Readonly<Record<string, string>>): void {
  const program = `#!${process.execPath}
const { spawn } = require('node:child_process');
const { createReadStream, createWriteStream } = require('node:fs');
const child = spawn(${JSON.stringify(path)}, process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'pipe'],
  env: { ...process.env, ...${JSON.stringify(env)} },
});
createReadStream('', { fd: 3 }).on('error', () => {}).pipe(child.stdio[3]).on('error', () => {});
const out = createWriteStream('', { fd: 4 }).on('error', () => {});
let rest = Buffer.alloc(0);
child.stdio[4].on('data', (chunk) => {
  rest = Buffer.concat([rest, chunk]);
  for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
    const message = rest.subarray(0, end).toString().replace(/"data":"(JVBER[^"]*)"/, (_, data) => {
      return '"data":"' + data.slice(0, Math.floor(data.length / 8) * 4) + '"';
    });
    rest = rest.subarray(end + 1);
    out.write(message + '\\0');
  }
}).on('error', () => {});
child.on('exit', (code) => process.exit(code ?? 1));
`;
  writeFileSync(file, program, { mode: 0o755 });
}
