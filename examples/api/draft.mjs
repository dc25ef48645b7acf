import { checkText, openPublisher, writeFiles } from 'ogi-report';

// A report with blanks becomes a draft: every page says so, and its findings stand at the end.
const text = 'year: 2024\nagency: { name: 江南县教育局 }\nlevel: county\nkind: department\n';
const report = await checkText(text, '2024.yaml');
const publisher = await openPublisher({ formats: ['html'], draft: true });
try {
  console.log(await writeFiles(await publisher.build(report), 'out'));
} finally {
  await publisher.close();
}
