/** Marked content that an operator is in. */
export interface MarkedContent {
  readonly tag: string;
  readonly mcid: number | undefined;
  readonly hasActualText: boolean;
}

/** An operator of a content stream with its operands as they are written. */
export interface Operator {
  readonly name: string;
  readonly operands: readonly string[];
  /** Outermost first. For BMC and BDC without their own. */
  readonly marks: readonly MarkedContent[];
}

const TOKEN =
  /%[^\r\n]*|\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|<<|>>|<[^>]*>|[[\]]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;
const OPERAND = /^(?:[(<[/+\-.\d\]]|>>|true$|false$|null$)/;

/** Reads the operators. After an inline image nothing is read: the last operator is then `BI`. */
export function operatorsIn(content: string): Operator[] {
  const operators: Operator[] = [];
  let operands: string[] = [];
  let marks: readonly MarkedContent[] = [];
  for (const [token] of content.matchAll(TOKEN)) {
    if (token.startsWith('%')) continue;
    if (OPERAND.test(token)) {
      operands.push(token);
      continue;
    }
    operators.push({ name: token, operands, marks });
    if (token === 'BI') break;
    if (token === 'BMC' || token === 'BDC') marks = [...marks, markedContent(operands)];
    if (token === 'EMC') marks = marks.slice(0, -1);
    operands = [];
  }
  return operators;
}

function markedContent(operands: readonly string[]): MarkedContent {
  const at = operands.indexOf('/MCID');
  return {
    tag: (operands[0] ?? '').slice(1),
    mcid: at < 0 ? undefined : Number(operands[at + 1]),
    hasActualText: operands.includes('/ActualText'),
  };
}

const PAINTS = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'BI']);
/** Whether an operator draws something. */
export const paints = ({ name }: Operator): boolean => PAINTS.has(name);

/** All operators of ISO 32000-1. */
export const OPERATORS: ReadonlySet<string> = new Set(
  `b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`.split(
    ' ',
  ),
);
