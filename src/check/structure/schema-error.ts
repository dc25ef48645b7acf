import type { ErrorObject } from 'ajv';
import type { Finding, Path } from '../../diagnostics/diagnostic.ts';
import type { JsonSchema } from '../../form/schema-types.ts';
import type { Report } from '../../report/report.ts';

/** An error of Ajv, with what stands at its path: Ajv says where and which keyword, the rules say it in words. */
export interface SchemaError {
  readonly report: Report;
  readonly schema: JsonSchema;
  readonly ajv: ErrorObject;
  readonly path: Path;
  readonly value: unknown;
}

/** What is said of it; at the path of the error unless it has its own. */
export type SchemaFinding = Pick<Finding, 'rule' | 'message'> & Partial<Pick<Finding, 'hint' | 'path' | 'at'>>;

/** A value as it is quoted in a message. */
export const quoted = (value: unknown): string => (typeof value === 'object' && value !== null ? '{}' : String(value));
