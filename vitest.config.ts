import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // No test measures time; this only ends one that hangs, also on a busy machine.
          testTimeout: 60_000,
          setupFiles: ['src/testing/setup.ts'],
          include: ['{src,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.e2e.test.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['{src,sandbox}/**/*.e2e.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A browser that shares two processors with others is late once in a while; what is broken fails twice.
          retry: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
