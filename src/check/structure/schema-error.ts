import type { ErrorObject } from 'ajv';
import type { Finding, Path } from '../../diagnostics/diagnostic.ts';
import type { JsonSchema } from '../../form/schema-types.ts';
import type { Report } from '../../report/report.ts';

/** An error of Ajv with the value at its path. Ajv gives the place and the keyword; the rules write the message. */
export interface SchemaError {
  readonly report: Report;
  readonly schema: JsonSchema;
  readonly ajv: ErrorObject;
  readonly path: Path;
  readonly value: unknown;
}

/** The finding made from a schema error; without a path of its own, it is at the path of the error. */
export type SchemaFinding = Pick<Finding, 'rule' | 'message'> & Partial<Pick<Finding, 'hint' | 'path' | 'at'>>;

/** A value as messages quote it. */
export const quoted = (value: unknown): string => (typeof value === 'object' && value !== null ? '{}' : String(value));
