// Two builds: what browsers get (the stylesheet and the islands, with hashed names), and the server in one file.
import { readdirSync } from 'node:fs'
import { defineConfig } from 'vite'

const islands = readdirSync('islands').filter((name) => name.endsWith('.ts'))

export default defineConfig(({ isSsrBuild }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  publicDir: isSsrBuild ? false : 'public',
  build: isSsrBuild
    ? { ssr: 'src/main.ts', outDir: 'dist/server', target: 'node26', emptyOutDir: true, sourcemap: true }
    : {
        outDir: 'dist/public',
        manifest: true,
        modulePreload: false,
        emptyOutDir: true,
        target: 'es2022',
        rolldownOptions: { input: ['src/ui/site.css', ...islands.map((name) => `islands/${name}`)] },
      },
}))
