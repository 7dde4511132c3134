import { join } from 'node:path'
import type { InlineConfig } from 'vite'

export const islandsFolder = join(import.meta.dirname, 'src/portal/islands')
export const outputFolder = join(import.meta.dirname, 'dist/islands')

/** How one island is built: a single self-contained file that phones of 2019 can run. */
export function islandConfig(name: string): InlineConfig {
  return {
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'es2019',
      outDir: outputFolder,
      emptyOutDir: false,
      minify: true,
      lib: {
        entry: join(islandsFolder, `${name}.ts`),
        formats: ['iife'],
        name: `island_${name.replaceAll('-', '_')}`,
        fileName: () => `${name}.js`,
      },
    },
  }
}
