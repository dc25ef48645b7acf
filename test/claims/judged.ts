import { compare } from '../../src/claims/compare/compare.ts';
import { builtInDictionary } from '../../src/claims/lex/dictionary.ts';
import { lex } from '../../src/claims/lex/lexer.ts';
import type { Quantity } from '../../src/claims/quantity.ts';
import { readTokens, speakerOf } from '../../src/claims/read-statements.ts';
import type { Agreement, Judged, Statement } from '../../src/claims/statement.ts';
import { readText } from '../../src/prose/read-text.ts';
import { type Report, readReport, type Years } from '../../src/report/report.ts';

const row = (natural_person: number, commercial_enterprise = 0) => ({ natural_person, commercial_enterprise });

/** Every row of the outcomes that are not named below. */
const zeros = (keys: string) => Object.fromEntries(keys.split(' ').map((key) => [key, 0]));
const nothingElse = {
  not_disclosed: zeros(
    'state_secret prohibited_by_law security_and_stability internal_affairs enforcement_case_file administrative_query',
  ),
  not_processed: zeros('petition_or_complaint published_material excessive_repetition confirmation_or_reissue'),
  other_handling: zeros('supplement_overdue fee_unpaid other'),
};

/** 新收 40, 上年结转 3, 办结 41, 结转下年 2. */
export const data = {
  year: 2023,
  agency: { name: '清溪县农业农村局', level: 'county', kind: 'department' },
  active_disclosure: {
    rules: 0,
    normative_documents: { issued: 6, repealed: 2, in_force: 31 },
    administrative_licensing: { decisions: 310 },
    administrative_penalties: { decisions: 25 },
    administrative_compulsion: { decisions: 4 },
    administrative_fees: { amount_wan_yuan: 1.5 },
  },
  applications: {
    received: row(36, 4),
    carried_over: row(3),
    outcomes: {
      disclosed: row(18, 2),
      partially_disclosed: row(5),
      ...nothingElse,
      not_disclosed: { ...nothingElse.not_disclosed, third_party_rights: row(2), process_information: row(1) },
      unable_to_provide: { not_held: row(8, 1), requires_creation: row(2), unclear_after_supplement: 0 },
      not_processed: { ...nothingElse.not_processed, duplicate: row(1) },
      other_handling: { ...nothingElse.other_handling, other: row(0, 1) },
    },
    carried_forward: row(2),
  },
  reconsideration_and_litigation: {
    reconsideration: { upheld: 2, corrected: 1, pending: 1 },
    litigation: { direct: { upheld: 1 }, after_reconsideration: { pending: 1 } },
  },
  other_matters: { information_processing_fee: { amount_collected_yuan: 380, cases_collected: 1 } },
};
export const report = readReport(data);
const before = readReport({
  ...data,
  year: 2022,
  active_disclosure: { ...data.active_disclosure, administrative_penalties: { decisions: 30 } },
  applications: { ...data.applications, received: row(30, 2), carried_over: row(11) },
});

/** The statements of a text, compared with a report and, unless `years` says otherwise, last year's report. */
export const judge = (text: string, own: Report = report, section?: string): Judged[] =>
  judgeWith(text, { report: own, previous: before }, section);

export function judgeWith(text: string, years: Years, section?: string): Judged[] {
  const speaker = speakerOf(years.report);
  const tokens = lex(readText(text, () => undefined).text, builtInDictionary(), speaker);
  return readTokens(tokens, speaker, section).map((statement) => compare(statement, years));
}

/** Those of one kind. */
export const ofKind = (kind: Statement['kind'], text: string, own?: Report): Judged[] =>
  judge(text, own).filter(({ statement }) => statement.kind === kind);

/** Each statement as `NAME VERDICT`: a count has the name of its quantity, others that of their kind. */
export const verdicts = (text: string, own?: Report, section?: string): string[] =>
  judge(text, own, section).map(({ statement, verdict }) => `${nameOf(statement)} ${verdict}`);

export const found = (text: string, verdict: Agreement, own?: Report, section?: string): string[] =>
  verdicts(text, own, section).filter((one) => one.endsWith(` ${verdict}`));

const nameOf = (statement: Statement): string =>
  statement.kind === 'count' ? quantityName(statement.quantity) : statement.kind;

function quantityName(quantity: Quantity): string {
  switch (quantity.about) {
    case 'requests':
      return [quantity.event, ...(quantity.plus ?? [])].join('+');
    case 'applicants':
      return quantity.applicant;
    case 'outcomes':
      return quantity.rows.join('+');
    case 'procedures':
      return `${quantity.procedures.join('+')}:${quantity.result ?? 'total'}`;
    case 'documents':
      return `${quantity.documents.join('+')}:${quantity.made}`;
    case 'decisions':
      return quantity.decisions.join('+');
    case 'fees':
      return `fees:${quantity.fee}`;
  }
}
