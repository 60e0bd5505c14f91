import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import vm from 'node:vm'
import { createBuilder } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  const told: unknown[][] = []
  const listeners: Record<string, ((event: never) => void)[]> = {}
  const fromMain: Record<string, (event: unknown, ...values: unknown[]) => void> = {}
  const required: string[] = []
  const window = {
    addEventListener: (type: string, listener: (event: never) => void) => (listeners[type] ??= []).push(listener),
    postMessage: (...values: unknown[]) => told.push(values),
  }
  const sandbox = {
    window,
    require(name: string) {
      required.push(name)
      return {
        ipcRenderer: {
          postMessage: (...values: unknown[]) => sent.push(values),
          send: (...values: unknown[]) => sent.push(values),
          on: (channel: string, listener: (event: unknown, ...values: unknown[]) => void) => (fromMain[channel] = listener),
        },
        webUtils: { getPathForFile: (file: { path?: string }) => file.path ?? '' },
      }
    },
    exports: {},
    module: { exports: {} },
  }
  vm.runInNewContext(script, sandbox)
  const emit = (type: string, event: object) => listeners[type]?.forEach((listener) => listener(event as never))
  return { window, sent, told, required, fromMain, emit, exposed: Object.keys(sandbox.window), post: (event: Message) => emit('message', event) }
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
  ['another language', { source: undefined, data: 'rembuk:language:fr', ports: [] }],
  ['too many documents', { source: undefined, data: 'rembuk:downloads:100', ports: [] }],
  ['documents that are no number', { source: undefined, data: 'rembuk:downloads:x', ports: [] }],
  ['a name that goes on and on', { source: undefined, data: `rembuk:pdf:${'x'.repeat(300)}`, ports: [] }],
  ['a language from another window', { source: {}, data: 'rembuk:language:en', ports: [] }],
])('ignores %s', (_, event) => {
  const { window, sent, post } = runPreload()
  post({ ...event, source: event.source ?? window })
  expect(sent).toEqual([])
})

test('needs nothing but electron, and gives the page nothing', () => {
  const { required, exposed } = runPreload()
  expect(required).toEqual(['electron'])
  expect(exposed).toEqual(['addEventListener', 'postMessage'])
})

test('says how many documents come next', () => {
  const { window, sent, post } = runPreload()
  post({ source: window, data: 'rembuk:downloads:5', ports: [] })
  expect(sent).toEqual([['rembuk:downloads', 5]])
})

test('says what a PDF of the pages is to be called', () => {
  const { window, sent, post } = runPreload()
  post({ source: window, data: 'rembuk:pdf:Desa Kalipucung rab', ports: [] })
  expect(sent).toEqual([['rembuk:pdf', 'Desa Kalipucung rab']])
})

test('tells the menu the language, and the page what the menu wants', () => {
  const { window, sent, told, post, fromMain } = runPreload()
  post({ source: window, data: 'rembuk:language:en', ports: [] })
  expect(sent).toEqual([['rembuk:language', 'en']])
  fromMain['rembuk:do']?.({}, 'undo')
  expect(told).toEqual([['rembuk:do:undo', '*']])
})

describe('a workspace', () => {
  const workspace = { name: 'Desa.REMBUK', path: '/data/Desa.REMBUK' }

  function drop(file: object | undefined) {
    const run = runPreload()
    let prevented = false
    run.emit('drop', { dataTransfer: { files: file ? [file] : [] }, preventDefault: () => (prevented = true) })
    return { sent: run.sent, prevented }
  }

  test('that is dropped goes to the main process by its path, and the page is told that it is taken', () => {
    expect(drop(workspace)).toEqual({ sent: [['rembuk:open', '/data/Desa.REMBUK']], prevented: true })
  })

  test.each([
    ['a list of children', { name: 'balita.xlsx', path: '/data/balita.xlsx' }],
    ['what the page itself made, which lies nowhere', { name: 'desa.rembuk' }],
    ['nothing', undefined],
  ])('%s is left to the page', (_, file) => {
    expect(drop(file)).toEqual({ sent: [], prevented: false })
  })

  test.each([
    ['picked in the field for workspaces', { type: 'file', dataset: { workspace: 'true' }, files: [workspace] }, 1],
    ['picked in another field', { type: 'file', dataset: {}, files: [workspace] }, 0],
    ['typed into a field', { type: 'text', dataset: { workspace: 'true' } }, 0],
  ])('%s', (_, target, times) => {
    const run = runPreload()
    let stopped = 0
    run.emit('change', { target, stopImmediatePropagation: () => (stopped += 1) })
    expect(run.sent).toHaveLength(times)
    expect(stopped).toBe(times)
  })
})
