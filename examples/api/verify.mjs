import { checkFiles, openVerifier } from 'ogi-report';

const { checked } = await checkFiles(['reports/2023.yaml']);
const verifier = await openVerifier({ source: checked[0] });
try {
  for (const file of ['out/2023.html', 'out/2023.pdf']) {
    const { same, diagnostics, reasons } = await verifier.verify(file);
    console.log(`${file} ${same ? 'is what the report builds' : 'was changed'}`);
    for (const { message } of diagnostics) console.log(message.en);
    for (const reason of reasons) console.log(reason.en);
    if (!same) process.exitCode = 1;
  }
} finally {
  await verifier.close();
}
