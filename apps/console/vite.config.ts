import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Names of chunks tell what they hold; react and antd change seldom, so they stay in the browser's cache between versions.
const groups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack)[\\/]/, priority: 30 },
  { name: 'editor', test: /node_modules[\\/](@tiptap|prosemirror-[a-z]+|linkifyjs)[\\/]/, priority: 25 },
]

const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/../../package.json`, 'utf8'))

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    target: 'es2022',
    // The console's CSP has no `data:` fonts or scripts; small pictures stay files.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
})
