import { writeFileSync } from 'node:fs';
import { checkFiles, print, resultOf } from 'ogi-report';

// One check, several reporters.
const { checked } = await checkFiles(['reports/**/*.yaml']);
const results = checked.map((report) => resultOf(report));
writeFileSync('report.sarif', print(results, 'sarif'));
writeFileSync('report.xml', print(results, 'junit'));
process.stdout.write(print(results, 'json'));
