import { checkFiles, fails, openPublisher, print, resultOf, writeFiles } from 'ogi-report';

const { checked } = await checkFiles(['reports']);
// One browser for all reports; it starts at once.
const publisher = await openPublisher({ formats: ['html', 'pdf'] });
try {
  for (const report of checked) {
    const built = await publisher.build(report);
    const result = resultOf({ ...report, diagnostics: built.diagnostics }, await writeFiles(built, 'out'));
    process.stdout.write(print([result], 'text'));
    if (fails(result, 'error')) process.exitCode = 1;
  }
} finally {
  await publisher.close();
}
