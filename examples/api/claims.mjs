import { checkFiles, claimsOf } from 'ogi-report';

const { checked } = await checkFiles(['reports/2023.yaml']);
for (const report of checked) {
  for (const { before, figure, after, verdict } of claimsOf(report)) {
    console.log(`${verdict}: ${before}[${figure}]${after}`);
  }
}
