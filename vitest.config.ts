import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = { '~': at('./app'), '~db': at('./db') };
/** The build cuts the interface's part of the Chinese heading face; a test of a route needs none. */
const interfaceFace = {
  name: 'interface-face',
  resolveId: (id: string) => (id === 'virtual:interface-face' ? `\0${id}` : undefined),
  load: (id: string) => (id === '\0virtual:interface-face' ? "export default ''" : undefined),
};

export default defineConfig({
  plugins: [interfaceFace],
  resolve: { alias },
  test: {
    projects: [
      {
        plugins: [interfaceFace],
        resolve: { alias },
        test: {
          name: 'domain',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/bench/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // After the others: servers and browsers want the cores to themselves.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
