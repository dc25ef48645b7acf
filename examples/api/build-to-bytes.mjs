import { checkFiles, openPublisher } from 'ogi-report';

const { checked } = await checkFiles(['reports/2023.yaml']);
const publisher = await openPublisher({ formats: ['pdf', 'json'] });
try {
  for (const report of checked) {
    const { files } = await publisher.build(report);
    // Bytes, for an archive or the answer of a server; no file is written.
    for (const { format, content } of files) console.log(`${report.input.name} ${format}: ${content.length} bytes`);
  }
} finally {
  await publisher.close();
}
