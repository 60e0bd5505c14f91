import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import vm from 'node:vm'
import { createBuilder } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '#tests/support/imports.ts'

let outDir: string
let script: string

beforeAll(async () => {
  outDir = mkdtempSync(path.join(os.tmpdir(), 'rembuk-preload-'))
  const builder = await createBuilder({
    configFile: path.join(ROOT, 'build/vite.config.ts'),
    logLevel: 'silent',
    environments: { preload: { build: { outDir } } },
  })
  const { preload } = builder.environments
  if (!preload) throw new Error('the configuration has no preload')
  await builder.build(preload)
  script = readFileSync(path.join(outDir, 'preload.cjs'), 'utf8')
})

afterAll(() => rmSync(outDir, { recursive: true, force: true }))

interface Message {
  readonly source: unknown
  readonly data: unknown
  readonly ports: readonly unknown[]
}

/** Runs the built script as the sandbox does: `require` knows `electron` only, and the page's window is all there is. */
function runPreload() {
  const sent: unknown[][] = []
  const listeners: ((event: Message) => void)[] = []
  const required: string[] = []
  const window = { addEventListener: (_type: string, listener: (event: Message) => void) => listeners.push(listener) }
  const sandbox = {
    window,
    require(name: string) {
      required.push(name)
      return { ipcRenderer: { postMessage: (...values: unknown[]) => sent.push(values) } }
    },
    exports: {},
    module: { exports: {} },
  }
  vm.runInNewContext(script, sandbox)
  return { window, sent, required, exposed: Object.keys(sandbox.window), post: (event: Message) => listeners.forEach((listener) => listener(event)) }
}

test('passes the port of its own page on, once for each, and nothing else', () => {
  const { window, sent, post } = runPreload()
  const port = { name: 'port' }
  post({ source: window, data: 'rembuk:port', ports: [port] })
  expect(sent).toEqual([['rembuk:port', null, [port]]])
})

test.each([
  ['another window', { source: {}, data: 'rembuk:port', ports: [{}] }],
  ['another message', { source: undefined, data: 'anything', ports: [{}] }],
  ['no port', { source: undefined, data: 'rembuk:port', ports: [] }],
])('ignores %s', (_, event) => {
  const { window, sent, post } = runPreload()
  post({ ...event, source: event.source ?? window })
  expect(sent).toEqual([])
})

test('needs nothing but electron, and gives the page nothing', () => {
  const { required, exposed } = runPreload()
  expect(required).toEqual(['electron'])
  expect(exposed).toEqual(['addEventListener'])
})
