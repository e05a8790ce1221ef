import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const api = process.env['LOFTET_API'] ?? 'http://127.0.0.1:8080'
const alias = { '~': fileURLToPath(new URL('./src', import.meta.url)) }

export default defineConfig({
  resolve: { alias },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy allows fonts from the own host only, so nothing is inlined as data:.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // light-dark() as it is: what older targets get instead doesn't follow a theme chosen against the system's.
    cssTarget: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
  },
  server: { proxy: { '/api': api, '/healthz': api } },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}'], environment: 'happy-dom', restoreMocks: true },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
