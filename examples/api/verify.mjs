import { checkFiles, openVerifier } from 'ogi-report';

const { checked } = await checkFiles(['reports/2023.yaml']);
const verifier = await openVerifier({ source: checked[0] });
try {
  for (const file of ['out/2023.html', 'out/2023.pdf']) {
    const { answer, diagnostics, reasons, settle } = await verifier.verify(file);
    console.log(`${file}: ${answer}`);
    for (const { message } of diagnostics) console.log(message.en);
    for (const text of [...reasons, ...settle]) console.log(text.en);
    if (answer !== 'is') process.exitCode = 1;
  }
} finally {
  await verifier.close();
}
