import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { RouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '#electron/hosts/common/policy.ts'
import { startShell } from '#electron/main/shell.ts'
import { app, BrowserWindow, dialog, ipcMain, protocol, session, StandInContents, StandInFrame } from '#tests/support/electron.ts'
import { tinyRouter } from '#tests/support/tiny-router.ts'

let rendererDir: string
let closings = 0
const open: MessagePort[] = []

beforeAll(async () => {
  rendererDir = mkdtempSync(path.join(os.tmpdir(), 'rembuk-shell-'))
  writeFileSync(path.join(rendererDir, 'index.html'), '<!doctype html><title>page</title>')
  await startShell({
    rendererDir,
    preload: '/app/preload.cjs',
    openBackend: async () => ({
      router: tinyRouter,
      close() {
        closings += 1
        return new Error('stik tercabut')
      },
    }),
    describeError: String,
  })
})

afterAll(() => {
  for (const port of open) port.close()
  rmSync(rendererDir, { recursive: true, force: true })
})

function firstWindow(): BrowserWindow {
  const window = BrowserWindow.all[0]
  if (!window) throw new Error('no window was opened')
  return window
}

describe('the window', () => {
  test('is sandboxed, isolated, without Node, and shown only once it is drawn', () => {
    expect(app.calls.slice(0, 2)).toEqual(['enableSandbox', 'whenReady'])
    expect(firstWindow().options.webPreferences).toEqual({
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
    })
    expect(firstWindow().options.show).toBe(false)
    expect(firstWindow().calls).toEqual(['loadURL app://rembuk/', 'show'])
  })

  test('a second start of the program brings the first window forward', () => {
    app.emit('second-instance', {}, ['/opt/rembuk/rembuk'], '/')
    expect(firstWindow().calls.slice(-2)).toEqual(['restore', 'focus'])
  })

  test.each([
    ['https://rembuk.example/', false],
    ['file:///etc/passwd', false],
    ['app://rembuk.example/', false],
    ['app://other/', false],
    ['appx://rembuk/', false],
    ['javascript:alert(1)', false],
    ['app://rembuk/#anggaran', true],
  ])('navigation to %s: %s', (url, allowed) => {
    const { webContents } = firstWindow()
    expect(webContents.allows('will-navigate', { url })).toBe(allowed)
    expect(webContents.allows('will-frame-navigate', { url, isMainFrame: true })).toBe(allowed)
    expect(webContents.allows('will-frame-navigate', { url, isMainFrame: false })).toBe(false)
  })

  test('no redirect, no embedded page, no second window', () => {
    const { webContents } = firstWindow()
    expect(webContents.allows('will-redirect', { url: 'app://rembuk/' })).toBe(false)
    expect(webContents.allows('will-attach-webview', {})).toBe(false)
    expect(webContents.openHandler?.({ url: 'app://rembuk/' })).toEqual({ action: 'deny' })
  })
})

describe('the session', () => {
  const { handlers } = session.defaultSession
  const call = (name: string, ...values: unknown[]) => (handlers[name] as (...values: unknown[]) => unknown)(...values)

  const own = { isMainFrame: true, requestingUrl: 'app://rembuk/#/rembuk/layar' }

  test.each([
    ['fullscreen', own, true],
    ['fullscreen', { ...own, isMainFrame: false }, false],
    ['fullscreen', { ...own, requestingUrl: 'https://rembuk/' }, false],
    ['fullscreen', { ...own, requestingUrl: 'app://rembuk.example/' }, false],
    ['fullscreen', { isMainFrame: true }, false],
    ['automatic-fullscreen', own, false],
    ['geolocation', own, false],
    ['media', own, false],
    ['clipboard-read', own, false],
  ])('permission %s for %j granted: %s', (permission, details, granted) => {
    const decide = vi.fn<(answer: unknown) => void>()
    call('permissionRequest', {}, permission, decide, details)
    expect(decide.mock.calls).toEqual([[granted]])
    expect(call('permissionCheck', {}, permission, 'app://rembuk', details)).toBe(granted)
  })

  test('grants no device', () => {
    expect(call('device', {})).toBe(false)
  })

  test.each([
    ['https://rembuk.example/a.js', true],
    ['http://127.0.0.1/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['blob:https://rembuk.example/1', true],
    ['app://other/index.html', true],
    ['app://rembuk/assets/app.js', false],
    ['blob:app://rembuk/1', false],
  ])('request for %s refused: %s', (url, cancel) => {
    const decide = vi.fn<(answer: unknown) => void>()
    call('request', { url }, decide)
    expect(decide.mock.calls).toEqual([[{ cancel }]])
  })
})

describe('the app: protocol', () => {
  const get = (url: string, init?: RequestInit) => protocol.handlers.get('app')?.(new Request(url, init)) as Promise<Response>

  test('is declared as a secure standard scheme, with no leave to do more', () => {
    expect(protocol.privileged).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  })

  test('serves the built window under the strict policy', async () => {
    const answer = await get('app://rembuk/')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    expect(await answer.text()).toContain('<title>page</title>')
  })

  test.each(['app://rembuk/%2e%2e/secret', 'app://rembuk/..%2f..%2fetc/passwd', 'app://other/index.html', 'app://rembuk/none.js'])('%s is not there', async (url) => {
    expect((await get(url)).status).toBe(404)
  })

  test('only reads', async () => {
    expect((await get('app://rembuk/', { method: 'POST' })).status).toBe(404)
  })
})

describe('the port', () => {
  /** Hands a port over as the preload would, from a frame of a page, and gives the other end. */
  function handOver(frame: StandInFrame | null, sender: StandInContents) {
    const { port1, port2 } = new MessageChannel()
    open.push(port1, port2)
    const accepted = Object.assign(port1, { start: () => port1.ref() })
    ipcMain.emit('rembuk:port', { senderFrame: frame, sender, ports: [accepted] })
    return port2
  }

  test('of the application\'s own window answers calls', async () => {
    const { webContents } = firstWindow()
    const port = handOver(webContents.mainFrame, webContents)
    const client: RouterClient<typeof tinyRouter> = createORPCClient(new RPCLink({ port: port as unknown as globalThis.MessagePort }))
    expect(await client.echo({ text: 'halo' })).toEqual({ text: 'halo' })
    expect(await client.size({ file: new File(['abc'], 'a.csv') })).toEqual({ name: 'a.csv', bytes: 3 })
  })

  test.each([
    ['of a frame inside the page', () => new StandInFrame('app://rembuk/')],
    ['of a frame that is gone', () => null],
    ['of a foreign page in the main frame', (contents: StandInContents) => Object.assign(contents.mainFrame, { url: 'https://app.rembuk/' })],
    ['of another host of the scheme', (contents: StandInContents) => Object.assign(contents.mainFrame, { url: 'app://rembuk.example/' })],
  ])('%s is closed unread', async (_, frameOf) => {
    const contents = new StandInContents()
    contents.mainFrame.url = 'app://rembuk/'
    const port = handOver(frameOf(contents), contents)
    await new Promise((resolve) => port.once('close', resolve))
    expect(port.hasRef()).toBe(false)
  })
})

describe('the start and the end', () => {
  test('the workspace is closed once, before the program ends; a backup that could not be made then is said', async () => {
    const events: boolean[] = []
    const quit = () => app.emit('will-quit', { preventDefault: () => events.push(true) })
    quit()
    await vi.waitFor(() => expect(app.calls).toContain('quit'))
    quit()
    expect(closings).toBe(1)
    expect(events).toEqual([true])
    expect(dialog.shown).toEqual([expect.stringMatching(/sudah tersimpan di berkasnya.*stik tercabut/)])
    dialog.shown.length = 0
  })

  test('a second copy ends at once', async () => {
    app.isFirst = false
    const before = BrowserWindow.all.length
    await startShell({ rendererDir, preload: '', openBackend: () => Promise.reject(new Error('never asked')), describeError: String })
    app.isFirst = true
    expect(app.calls.at(-1)).toBe('quit')
    expect(BrowserWindow.all).toHaveLength(before)
  })

  test('what keeps it from starting is said in words, and no window opens', async () => {
    const before = BrowserWindow.all.length
    await startShell({ rendererDir, preload: '', openBackend: () => Promise.reject(new Error('berkas rusak')), describeError: String })
    expect(dialog.shown).toEqual(['Rembuk: Error: berkas rusak'])
    expect(app.calls.at(-1)).toBe('exit 1')
    expect(BrowserWindow.all).toHaveLength(before)
  })
})
