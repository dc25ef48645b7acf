import { fails } from '../../src/diagnostics/result.ts';
import { nothingHappened, yamlOf } from '../reports.ts';
import { checkConsequences, checkDiagnostics, checkedOf } from './check-result.ts';
import type { Kind, World } from './kind.ts';
import { damage, mutate } from './mutate.ts';
import { EXPRESSIONS, MARKDOWN } from './pieces.ts';
import { randomOf } from './random.ts';
import { must } from './violation.ts';
import { EXAMPLES, example } from './world.ts';
import { proseWith, REPORT } from './yaml-mutations.ts';

/** Reports with every mutation of YAML and of prose, some with last year's report. */
export function reports(world: World): Kind {
  const short = yamlOf(nothingHappened());
  const texts = [short, short, short, ...EXAMPLES.map(example)];
  return {
    extension: 'yaml',
    batch: 24,
    make: (random) => {
      const text = random.pick(texts);
      const whole = random.chance(0.2) ? `previous: last.yaml\n${text}` : text;
      const bytes = Buffer.from(mutate(whole, REPORT, random));
      return random.chance(0.1) ? damage(bytes, random) : bytes;
    },
    run: (input) => checkReport(input, world),
  };
}

/** Reports with waivers for their findings. */
export function waivers(world: World): Kind {
  const data = nothingHappened();
  data.applications = { received: { natural_person: 3, total: 4 } };
  data.published = '2024-05-01';
  const cell = 'active_disclosure.normative_documents.in_force';
  data.waivers = [
    {
      rule: 'published-late',
      at: 'published',
      values: { published: '2024-05-01' },
      reason: '换届',
      approved_by: '办公室',
    },
    {
      rule: 'documents-roll-forward',
      at: cell,
      values: { [cell]: 0 },
      reason: '到期失效',
      approved_by: '法规处',
      expires: '2024-12-31',
    },
    { rule: 'applicants-total', at: 'applications.received', values: {}, reason: '不能放行', approved_by: '办公室' },
  ];
  const text = yamlOf(data);
  const start = text.indexOf('waivers:');
  return {
    extension: 'yaml',
    batch: 32,
    make: (random) => Buffer.from(text.slice(0, start) + mutate(text.slice(start), REPORT, random)),
    run: (input) => checkReport(input, world),
  };
}

/** Texts of a report; the rest of the report is sound. */
function prose(world: World, pieces: readonly string[], seeds: readonly string[], field: string): Kind {
  const mutations = proseWith(pieces);
  return {
    extension: 'txt',
    batch: 32,
    make: (random) => Buffer.from(mutate(random.pick(seeds), mutations, random)),
    run: (input) => {
      const data = nothingHappened();
      const text = Buffer.from(input).toString();
      data[field] = { text: `${(data[field] as { text: string }).text}\n\n${text}` };
      return checkReport(Buffer.from(`previous: last.yaml\n${yamlOf(data)}`), world);
    },
  };
}

export const expressions = (world: World): Kind => prose(world, EXPRESSIONS, EXPRESSIONS, 'overview');
export const markdown = (world: World): Kind =>
  prose(world, MARKDOWN, ['全年公开信息12条。\n\n- 网站\n- 微信\n\n1. 甲\n2. **乙**\n'], 'problems');

/** The share of the reports that are built, printed and corrected, which takes ten times as long as a check. */
const BUILT = 0.05;
const CONSEQUENCES = 0.08;

async function checkReport(input: Uint8Array, world: World): Promise<string> {
  const random = randomOf(Buffer.from(input).toString('latin1'));
  const checked = await checkedOf(input, world.folder);
  if (!checked) return 'refused';
  checkDiagnostics(checked);
  if (random.chance(CONSEQUENCES)) await checkConsequences(input, checked, world.folder);
  if (!checked.report) return 'unreadable';
  if (fails(checked, 'error')) return 'errors';
  if (!random.chance(BUILT)) return 'passes';
  const { files, diagnostics } = await (await world.publisher()).build(checked);
  const faults = diagnostics.filter(({ severity, rule }) => severity === 'error' && rule !== 'glyph-missing');
  must(faults.length === 0, `a page with a fault: ${faults[0]?.rule}`);
  return files.length > 0 ? 'built' : 'no glyph';
}
