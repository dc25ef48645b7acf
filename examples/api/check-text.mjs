import { readFileSync } from 'node:fs';
import { checkText } from 'ogi-report';

// A text that a program holds, checked as if it lay in reports/draft.yaml.
const text = readFileSync('reports/2023.yaml', 'utf8').replace('year: 2023', 'year: 2O23');
const { diagnostics } = await checkText(text, 'reports/draft.yaml');

for (const { severity, rule, range, message, path } of diagnostics) {
  console.log(`${range.line}:${range.column} ${severity} ${rule} at ${path.join('.')}: ${message.en}`);
}
