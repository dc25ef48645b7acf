import { run } from './main.ts';
import type { IO } from './output/io.ts';

/**
 * Checks a sample report that covers most of the code, and prints nothing. Afterwards the code that most runs need is
 * compiled and can be cached, whichever command ran first.
 */
export async function warmUp(): Promise<void> {
  for (const argv of [['validate', '-'], ['--help']]) await run(argv, silent());
}

function silent(): IO {
  const output = { write: () => undefined, isTTY: false, columns: 80 };
  return {
    stdout: output,
    stderr: output,
    stdin: (async function* () {
      yield Buffer.from(SAMPLE);
    })(),
    cwd: '/',
    env: {},
    now: () => new Date(0),
    signal: new AbortController().signal,
  };
}

// The quick reader reads it up to the escape in the last line; then `yaml` reads all of it. With a wrong sum, a value that is not a number, and missing cells.
const SAMPLE = `# 示例
year: 2024
agency:
  name: 某某市教育局
  level: city
  kind: department
published: 2025-01-20
overview:
  text: |
    {{year}}年，收到申请{{applications.received.total}}件。

    - 予以公开{{applications.outcomes.disclosed.total}}件
  parts:
    - aspect: on_request
      heading: 依申请公开
      text: 网站
active_disclosure:
  rules: 0
  normative_documents: { issued: 9, repealed: 1, in_force: 40 }
  administrative_licensing: { decisions: 95件 }
  administrative_fees: { amount_wan_yuan: 386.4205 }
applications:
  received: { natural_person: 14, commercial_enterprise: 2, total: 17 } # 16
  carried_over: 0
  outcomes:
    disclosed: { natural_person: 7, commercial_enterprise: 1 }
    partially_disclosed: 0
    not_disclosed: 0
  carried_forward: null
reconsideration_and_litigation:
  reconsideration: 0
  litigation:
    direct: { pending: 1, total: 1 }
problems:
  text: "第一段\\n第二段"
`;
