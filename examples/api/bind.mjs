import { bindFile, checkFiles, saveEdited } from 'ogi-report';

// Numbers of the prose that agree with the tables are replaced by the cells: {{applications.received.total}}.
const { checked } = await checkFiles(['reports/2023.yaml']);
for (const report of checked) {
  const bound = bindFile(report);
  if (!bound) continue;
  for (const { line, message } of bound.changes) console.log(`line ${line}: ${message.en}`);
  await saveEdited(bound);
}
