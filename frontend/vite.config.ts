import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { defineConfig } from 'vitest/config'

const api = process.env['LOFTET_API'] ?? 'http://127.0.0.1:8080'
const alias = { '~': fileURLToPath(new URL('./src', import.meta.url)) }

/** Lays a brotli and a gzip twin beside each file worth it; the server picks by Accept-Encoding and packs no file while it answers. */
const pack = {
  name: 'pack',
  apply: 'build' as const,
  async writeBundle() {
    const folder = fileURLToPath(new URL('./dist/assets', import.meta.url))
    for (const file of await readdir(folder)) {
      if (!/\.(js|css|svg)$/.test(file)) continue
      const path = join(folder, file)
      const plain = await readFile(path)
      await writeFile(`${path}.gz`, await promisify(gzip)(plain, { level: 9 }))
      await writeFile(`${path}.br`, await promisify(brotliCompress)(plain))
    }
  },
}

export default defineConfig({
  plugins: [pack],
  resolve: { alias },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy allows fonts from the own host only, so nothing is inlined as data:.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What many pages use comes as one file: a request costs more than the few kilobytes that one page has no use for.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 3 }] } } },
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
          maxWorkers: 2, // each file has a service of its own, and waits for it most of the time
        },
      },
    ],
  },
})
