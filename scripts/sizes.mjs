// What each package adds to each bundle, for `npm run build -- --sizes`.
import { sizes } from './notices.mjs';

/** A line for each package in each file of dist/, the largest first: kilobytes, file, package. */
export function sizesTable(all = sizes) {
  const sums = new Map();
  for (const { bundle, folder, bytes } of all) {
    if (!bundle.startsWith('dist')) continue;
    const name = folder?.replace(/^.*node_modules[\\/]/, '') ?? '(own code)';
    const key = `${bundle.replace(/-\w+\.js$/, '.js')}  ${name}`;
    sums.set(key, (sums.get(key) ?? 0) + bytes);
  }
  const rows = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return rows.map(([key, bytes]) => `${(bytes / 1024).toFixed(1).padStart(8)} KB  ${key}\n`).join('');
}
