import { defineConfig } from 'vitest/config';

// No test touches what the user's programs have remembered.
export default defineConfig({
  define: { __TAIZHANG_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/temporary.ts',
    testTimeout: 60_000,
    env: { TAIZHANG_CACHE: 'off' },
  },
});
