import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Processes and browsers start slowly on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
