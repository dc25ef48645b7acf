import { checkFiles, explain, RULES } from 'ogi-report';

const rule = RULES.find(({ id }) => id === 'applications-balance');
console.log(`${rule?.title.en}\n${rule?.source.en}`);
const { checked } = await checkFiles(['reports/2023.yaml']);
for (const report of checked) {
  for (const { text, holds } of explain('applications-balance', report) ?? []) {
    console.log(`${holds ? 'holds' : 'broken'}  ${text.en}`);
  }
}
