// Puts measured figures into the first table of docs/speed.md and docs/speed.zh-CN.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../speed/workplace.mjs';

const PAGES = ['docs/speed.md', 'docs/speed.zh-CN.md'];

/** `lines` have the name of the tool and the cells after it. Rows of tools that were not measured stay. */
export function writeDocs(lines, today) {
  for (const page of PAGES) {
    const path = join(root, page);
    const text = lines.reduce(
      (before, { name, cells }) => before.replace(rowOf(name), `$1 ${cells.join(' | ')} |`),
      readFileSync(path, 'utf8'),
    );
    writeFileSync(path, text.replace(/\d{4}-\d\d-\d\d/, today).replace(/Node v[\d.]+/, `Node ${process.version}`));
  }
}

/** The row whose first cell has the first word of the name, and five cells of figures after it. */
const rowOf = (name) => new RegExp(`^(\\|[^|\\n]*${name.split(/[ ,]/)[0]}[^|\\n]*\\|)(?:[^|\\n]*\\|){5}$`, 'm');
