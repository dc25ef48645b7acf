import { readFileSync } from 'node:fs';
import { fixText, textAfter } from 'ogi-report';

const rough = await fixText(readFileSync('rough/2023.yaml', 'utf8'), '2023.yaml');
console.log(`${rough.changes.length} changes, ${textAfter(rough).length} characters`);
