import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// Names of chunks tell what they hold; react and antd change seldom, so they stay in the browser's cache between versions.
const groups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack)[\\/]/, priority: 30 },
  { name: 'editor', test: /node_modules[\\/](@tiptap|prosemirror-[a-z]+|linkifyjs)[\\/]/, priority: 25 },
]

const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/../../package.json`, 'utf8'))

// antd's scroll lock and scroll bar measure write a style tag without the CSP nonce that ConfigProvider gives the rest:
// here every such tag takes the page's own. A release of antd that reads otherwise stops the build, not the page.
const nonceOnEveryStyleTag: Plugin = {
  name: 'nonce-on-every-style-tag',
  transform(code, id) {
    if (!/@rc-component[\\/]util[\\/]es[\\/]Dom[\\/]dynamicCSS\.js$/.test(id)) return undefined
    const plain = 'if (csp?.nonce) {\n    styleNode.nonce = csp?.nonce;\n  }'
    if (!code.includes(plain)) throw new Error('@rc-component/util changed: look at nonceOnEveryStyleTag again')
    const nonce = `csp?.nonce ?? document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''`
    return { code: code.replace(plain, `styleNode.nonce = ${nonce};`), map: null }
  },
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react(), nonceOnEveryStyleTag],
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
