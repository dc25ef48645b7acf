import type { ValidateFunction } from 'ajv';

/** Compiled by the build from `shard-schema.ts`. */
export const shardResult: ValidateFunction;
