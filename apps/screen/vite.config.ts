import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/screen/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    target: 'es2020',
    // CSP: no inline styles, no data: scripts; small pictures stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
})
