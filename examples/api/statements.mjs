import { checkFiles, readStatements } from 'ogi-report';

// Any text, such as a draft that is in no file yet, is compared with the numbers of a report.
const text = '全年新收政府信息公开申请17件，县城管大队收到3件。';
const { checked } = await checkFiles(['reports/2023.yaml']);
for (const { report, previous, settings } of checked) {
  if (!report) continue;
  // Last year's report is for growth; the settings have the words of the house.
  const options = { previous: previous?.report, settings };
  for (const { words, verdict, reason } of readStatements(text, report, options)) {
    console.log(`${verdict}: ${words}${reason ? ` (${reason.text.en})` : ''}`);
  }
}
