import { fixFiles, saveEdited } from 'ogi-report';

// Totals that were left out, numbers with commas, rows that are missing. Comments and layout stay.
const { fixed } = await fixFiles(['rough']);
for (const file of fixed) {
  for (const { line, message } of file.changes) console.log(`${file.input.name}:${line} ${message.en}`);
  for (const { message } of file.left) console.log(`left as it is: ${message.en}`);
  await saveEdited(file);
}
