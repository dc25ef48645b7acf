/**
 * The answer to the question whether a published file is what its report builds. `is`: every byte is the same, or all that can
 * show is. `is-not`: it was changed, or was never built from that report. `unknown`: this cannot be told here.
 */
export type Answer = 'is' | 'is-not' | 'unknown';
