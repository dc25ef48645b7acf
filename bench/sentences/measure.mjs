// Checks the items of a set as `report validate --prose strict` does and counts what was found where.
const STRICT = 'prose-not-understood';
const TABLES = ['active_disclosure', 'applications', 'reconsideration_and_litigation', 'other_matters'];

/** `program` is the public API: { check, parse, readReport, claimsOf }. */
export function measure(items, program) {
  return items.map((item) => ({ item, ...outcomeOf(item, program) }));
}

function outcomeOf(item, program) {
  const { check, parse, claimsOf } = program;
  const checked = check(parse(item.yaml, 'report.yaml'), {
    previous: item.previous && reportIn(item.previous, program),
    settings: { severities: { [STRICT]: 'warning' }, deadlines: {} },
  });
  const all = checked.diagnostics.flatMap((finding) => placed(item, finding));
  const told = all.filter(({ rule, severity }) => rule !== STRICT && severity !== 'info');
  const listed = all.filter(({ rule }) => rule === STRICT);
  const errors = item.errors.map((marks) => {
    const isOn = (finding) => isReported(item, marks, finding);
    return told.some(isOn) ? 'reported' : listed.some(isOn) ? 'listed' : 'missed';
  });
  return { findings: told, listed, errors, reasons: reasonsIn(claimsOf(checked)) };
}

/** Last year's report as `check` takes it. */
export function reportIn(yaml, { parse, readReport }) {
  const source = parse(yaml, 'previous.yaml');
  return { source, report: readReport(source.data) };
}

/** Why figures and conclusions were not compared. */
const reasonsIn = (figures) => figures.flatMap(({ reason }) => (reason === undefined ? [] : [reason.reason]));

/** The finding with its range in the text of the item (`from` is undefined elsewhere); none if it is about other things. */
function placed({ yaml, text, within, isTable = false }, finding) {
  const { path, range, rule, severity, message } = finding;
  const words = { rule, severity, message: message.zh };
  if (path.at(-1) !== 'text') return isTable && TABLES.includes(path[0]) && path.length > 1 ? [words] : [];
  const start = yaml.indexOf(text);
  const [from, to] = [offset(yaml, range.line, range.column), offset(yaml, range.endLine, range.endColumn)].map(
    (at) => at - start,
  );
  const isInText = start >= 0 && from >= 0 && from < text.length;
  if (within) return isInText && overlaps([from, to], within) ? [{ ...words, from, to }] : [];
  return [isInText ? { ...words, from, to } : words];
}

function offset(text, line, column) {
  let at = 0;
  for (let left = line - 1; left > 0; left--) at = text.indexOf('\n', at) + 1;
  return at + column - 1;
}

const overlaps = ([from, to], [start, end]) => from < end && to > start;

/** A finding counts on a marked range only, or for a sum anywhere in the sentence around it. */
function isReported({ text, sum }, marks, { from, to }) {
  if (!marks) return true;
  if (from === undefined) return false;
  return marks.some((mark) => overlaps([from, to], sum ? sentenceAround(text, mark) : mark));
}

function sentenceAround(text, [from, to]) {
  const start = Math.max(...[...'。！？\n'].map((sign) => text.lastIndexOf(sign, from - 1))) + 1;
  const length = text.slice(to).search(/[。！？\n]/u);
  return [start, length < 0 ? text.length : to + length];
}

/** The numbers of a set. */
export function countsOf(outcomes) {
  const right = outcomes.filter(({ item }) => item.errors.length === 0);
  const flagged = right.filter(({ findings }) => findings.length > 0);
  const stopped = flagged.filter(({ findings }) => findings.some(({ severity }) => severity === 'error'));
  const made = outcomes.flatMap(({ errors }) => errors);
  const count = (what) => made.filter((one) => one === what).length;
  return {
    sentences: outcomes.length,
    right: right.length,
    errors: stopped.length,
    warnings: flagged.length - stopped.length,
    made: made.length,
    reported: count('reported'),
    listed: count('listed'),
    missed: count('missed'),
  };
}

/** The right texts with findings and the errors that were not reported, each with the findings on its text. */
export function linesOf(outcomes) {
  return outcomes.flatMap(({ item, findings, errors }) => {
    const { id, kind, text, within = [0, text.length] } = item;
    const about = `${id} (${kind}) ${text.slice(...within)}`;
    const told = findings.map(({ severity, message }) => `\n  ${severity}: ${message}`).join('');
    if (errors.length === 0) return told === '' ? [] : [`right, but flagged: ${about}${told}`];
    return item.errors.flatMap((marks, at) => {
      if (errors[at] === 'reported') return [];
      const wrong = marks ? ` [${marks.map((mark) => text.slice(...mark)).join(', ')}]` : '';
      return [`not reported, ${errors[at] === 'listed' ? 'listed by strict' : 'not listed'}: ${about}${wrong}${told}`];
    });
  });
}
