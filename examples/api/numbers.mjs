import { checkFiles } from 'ogi-report';

// A table of the reports of a folder: cells by their paths.
const { checked } = await checkFiles(['reports']);
for (const { source, report } of checked) {
  const cell = (path) => report?.cells.get(path)?.value ?? '?';
  console.log(source.file, cell('applications.received.total'), cell('applications.carried_forward.total'));
}
