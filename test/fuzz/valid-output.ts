import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Parser } from 'htmlparser2';
import type { RunResult } from '../../src/diagnostics/result.ts';
import { print, type TextReporterName } from '../../src/index.ts';
import { RESULT_SCHEMA } from '../../src/reporters/result-schema.ts';
import { must } from './violation.ts';

const require = createRequire(import.meta.url);
// Draft 7 reads the schema of SARIF like draft 4, except for the name of its id.
const { id, $schema: _, ...schema } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const formats = {
  uri: URL.canParse,
  'uri-reference': (text: string) => URL.canParse(text, 'file:///a/'),
  'date-time': true,
} as const;
const isSarif = new Ajv({ strict: false, unicodeRegExp: false, formats }).compile({ $id: id, ...schema });
const isResult = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(RESULT_SCHEMA);

/** Every character that XML 1.0 allows. */
const XML = /^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
/** Control characters that move the cursor or change the terminal. */
const CONTROLS = /(?![\n\t])\p{Cc}/u;

/** What is wrong with the output of a reporter; undefined if it is valid. */
const FAULTS: Readonly<Record<TextReporterName, (output: string) => string | undefined>> = {
  text: (output) => (CONTROLS.test(output) ? 'a control character' : undefined),
  json: (output) => (isResult(JSON.parse(output)) ? undefined : JSON.stringify(isResult.errors)),
  sarif: (output) => (isSarif(JSON.parse(output)) ? undefined : JSON.stringify(isSarif.errors)),
  junit: xmlFault,
  github: (output) =>
    CONTROLS.test(output) ||
    !output
      .split('\n')
      .slice(0, -2)
      .every((line) => /^::(?:error|warning|notice) /.test(line))
      ? 'a line that is not a command'
      : undefined,
  csv: (output) =>
    /(?:^|[",])[=+@-]/mu.test(output) || CONTROLS.test(output.replaceAll('\r\n', '\n')) ? 'a formula' : undefined,
  gitlab: (output) => (Array.isArray(JSON.parse(output)) ? undefined : 'not a list'),
};

/** Checks that the output of every reporter is valid: JSON and SARIF by their schemas, XML, and lines of text. */
export function checkPrinted(results: RunResult): void {
  for (const [reporter, faultOf] of Object.entries(FAULTS)) {
    const output = print(results, reporter as TextReporterName, { verbose: true, columns: 60 });
    must(
      print(results, reporter as TextReporterName, { verbose: true, columns: 60 }) === output,
      `${reporter}: differs in the second run`,
    );
    const fault = faultOf(output);
    must(fault === undefined, `${reporter}: ${fault}`);
    faultOf(print(results, reporter as TextReporterName, { language: 'en' }));
  }
}

/** A fault that makes XML not well-formed; the parser alone would correct it. */
function xmlFault(xml: string): string | undefined {
  if (!XML.test(xml) || /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(xml)) return 'a character that XML does not allow';
  let fault: string | undefined;
  const parser = new Parser(
    {
      onclosetag: (name, implied) => {
        if (implied && !xml.slice(parser.startIndex, parser.endIndex + 1).endsWith('/>'))
          fault = `${name} is not closed`;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return fault;
}
