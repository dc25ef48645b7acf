import type { ValidateFunction } from 'ajv';

/** Compiled by the build from `job-schema.ts`. */
export const job: ValidateFunction;
export const answer: ValidateFunction;
