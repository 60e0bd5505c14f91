import { copyFileSync, globSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'

const root = path.join(import.meta.dirname, '..')
const at = (...parts: string[]) => path.join(root, ...parts)

/** Packages that find files beside themselves, or that Electron brings: they stay outside the bundle. */
const external = ['electron', 'better-sqlite3', 'highs']

/**
 * Entries of the Node side by the name of their bundle. A worker thread is an entry of its own: Vite leaves
 * `new Worker(new URL(…))` as it stands, so the bundle of `reader.worker.ts` must lie beside its caller as `reader.worker.js`.
 */
function nodeEntries(): Record<string, string> {
  const entries: Record<string, string> = {
    main: at('electron/main/main.ts'),
    cli: at('electron/cli/main.ts'),
    'browser-host': at('electron/hosts/browser/main.ts'),
  }
  for (const file of globSync('electron/core/{db,workbook,solver}/*.worker.ts', { cwd: root })) {
    const name = path.basename(file, '.ts')
    if (entries[name]) throw new Error(`Two worker threads are called ${name}; their bundles would overwrite each other.`)
    entries[name] = at(file)
  }
  return entries
}

/** Compiled data lies beside the code that reads it, from source and in the bundle. */
const copyData: Plugin = {
  name: 'rembuk:copy-data',
  applyToEnvironment: (environment) => environment.name === 'main',
  writeBundle({ dir }) {
    if (dir === undefined) return
    for (const file of globSync('electron/core/**/*.gz', { cwd: root })) copyFileSync(at(file), path.join(dir, path.basename(file)))
    // The command line prints papers with the window's own styles.
    for (const file of ['renderer/ui/paper.css', 'renderer/styles/tokens.css']) copyFileSync(at(file), path.join(dir, path.basename(file)))
  },
}

/** The window is given the topics of the contract as they are, without the contract that they are read from. */
const topics: Plugin = {
  name: 'rembuk:topics',
  applyToEnvironment: (environment) => environment.name === 'client',
  load: {
    filter: { id: /shared\/contract\/topics\.ts$/ },
    async handler(id) {
      const { TOPICS_OF } = (await import(pathToFileURL(id).href)) as { readonly TOPICS_OF: object }
      return `export const TOPICS_OF = ${JSON.stringify(TOPICS_OF)}`
    },
  },
}

/** The page names the window's own script, its styles and its letters, which the first script leads to, so that the browser loads all of them at once. */
const early: Plugin = {
  name: 'rembuk:early',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
      const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('renderer/app/start.tsx'))
      // What it is made of comes before it, as its styles have to.
      const needed = [...start?.imports ?? [], start?.fileName].flatMap((name) => chunks.find(({ fileName }) => fileName === name) ?? [])
      const styles = needed.flatMap(({ viteMetadata }) => [...viteMetadata?.importedCss ?? []])
      const letters = Object.keys(bundle).filter((name) => /inter-latin-wght-normal.*\.woff2$/.test(name))
      const link = (attrs: Readonly<Record<string, string | boolean>>) => ({ tag: 'link', attrs: { ...attrs, crossorigin: true }, injectTo: 'head' as const })
      const missing = (name: string) => !html.includes(name)
      return [
        ...needed.map(({ fileName }) => fileName).filter(missing).map((name) => link({ rel: 'modulepreload', href: `./${name}` })),
        ...styles.filter(missing).map((name) => link({ rel: 'stylesheet', href: `./${name}` })),
        ...letters.map((name) => link({ rel: 'preload', as: 'font', type: 'font/woff2', href: `./${name}` })),
      ]
    },
  },
}

const main: EnvironmentOptions = {
  consumer: 'server',
  resolve: { external, noExternal: true, conditions: ['node', 'import', 'module', 'default'] },
  build: {
    outDir: at('dist/electron'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    copyPublicDir: false,
    rolldownOptions: { input: nodeEntries(), output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
  },
}

/** The preload runs in the sandbox, where only a CommonJS script is read. */
const preload: EnvironmentOptions = {
  consumer: 'server',
  resolve: { external: ['electron'], noExternal: true },
  build: {
    outDir: at('dist/electron'),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    sourcemap: false,
    copyPublicDir: false,
    rolldownOptions: { input: { preload: at('electron/preload/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
  },
}

export default defineConfig({
  root: at('renderer'),
  base: './',
  cacheDir: at('node_modules/.cache/vite'),
  plugins: [react(), copyData, topics, early],
  builder: {
    sharedConfigBuild: true,
    async buildApp(builder) {
      for (const name of ['client', 'main', 'preload']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
  environments: {
    // The machine's own browser may be some years old; Electron's is not.
    client: { build: { outDir: at('dist/renderer'), emptyOutDir: true, target: ['chrome109', 'firefox115', 'safari16.4'], sourcemap: true } },
    main,
    preload,
  },
})
