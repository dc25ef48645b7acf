// A made-up report as the report file that an import should give.
import { levelInName } from '../../src/form/choices.ts';
import { type Data, put, yamlOf } from '../../test/reports.ts';
import type { MadeReport } from './report.ts';

const ASPECTS = ['active_disclosure', 'on_request', 'information_management', 'platforms', 'supervision'];

export function reportFile({ agency, year, published, prose, values }: MadeReport): string {
  const data: Data = {
    year,
    agency: {
      name: agency,
      level: levelInName(agency) ?? (agency.includes('市') ? 'city' : 'county'),
      kind: agency.endsWith('政府') ? 'government' : 'department',
    },
    published,
    preface: { text: prose.preface.join('\n\n') },
    overview: { parts: prose.overview.map((part, index) => ({ aspect: ASPECTS[index] as string, ...part })) },
  };
  for (const [path, value] of values)
    put(data, path, value === undefined ? null : /^-?\d+$/.test(value) ? Number(value) : value);
  return yamlOf({
    ...data,
    problems: { text: prose.problems.join('\n\n') },
    other_matters: { text: prose.otherMatters.join('\n\n') },
  });
}
