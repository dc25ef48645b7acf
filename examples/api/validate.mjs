import { checkFiles, fails, print, withoutKnown } from 'ogi-report';

// Settings, last year's report and the baseline are found as `report validate` finds them.
const { checked, problems } = await checkFiles(['reports'], { against: 'last-year' });
const results = checked.map(withoutKnown);

process.stdout.write(print(results, 'text', { language: 'en' }));
for (const { text, hint } of problems) console.error(text.en, hint?.en ?? '');
if (problems.length > 0) process.exitCode = 2;
else if (results.some((result) => fails(result, 'error'))) process.exitCode = 1;
