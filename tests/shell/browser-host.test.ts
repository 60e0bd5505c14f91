import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { RouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BrowserHost, createBrowserHost } from '#electron/hosts/browser/host.ts'
import { CONTENT_SECURITY_POLICY } from '#electron/hosts/common/policy.ts'
import { type RawRequest, rawRequest } from '#tests/support/http.ts'
import { tinyRouter } from '#tests/support/tiny-router.ts'

let folder: string
let host: BrowserHost
let cookie: string
const LIMIT = 100_000

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-host-'))
  const rendererDir = path.join(folder, 'renderer')
  mkdirSync(path.join(rendererDir, 'assets'), { recursive: true })
  writeFileSync(path.join(rendererDir, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(path.join(rendererDir, 'assets/app-1a2b.js'), 'export {}')
  writeFileSync(path.join(rendererDir, 'assets/app-1a2b.js.map'), '{}')
  writeFileSync(path.join(folder, 'secret.json'), '{"nik":"3506000000000001"}')
  symlinkSync(path.join(folder, 'secret.json'), path.join(rendererDir, 'link.json'))
  host = await createBrowserHost({ router: tinyRouter, rendererDir, maxBodyBytes: LIMIT })
  const entered = await ask({ path: new URL(host.address).pathname })
  cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
})

afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

function ask(request: Omit<RawRequest, 'port'>) {
  return rawRequest({ port: host.port, ...request })
}

function call(headers: Record<string, string>, body: string | Uint8Array = JSON.stringify({ json: { text: 'halo' } }), route = '/rpc/echo') {
  return ask({
    method: 'POST',
    path: route,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie, origin: host.origin, ...headers },
    body,
  })
}

describe('the address that is printed', () => {
  test('sets a strict cookie for this start and sends on to the page', async () => {
    const answer = await ask({ path: new URL(host.address).pathname })
    expect(answer.status).toBe(303)
    expect(answer.headers['location']).toBe('/')
    expect(String(answer.headers['set-cookie'])).toMatch(new RegExp(`^rembuk-${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`))
    expect(new URL(host.address).hostname).toBe('127.0.0.1')
  })

  test('one that is handed to another program works once', async () => {
    const { pathname } = new URL(host.singleUseAddress())
    expect((await ask({ path: pathname })).status).toBe(303)
    expect((await ask({ path: pathname })).status).toBe(403)
  })

  test('a guessed one is refused and sets no cookie', async () => {
    const answer = await ask({ path: '/masuk/tebakan' })
    expect(answer.status).toBe(403)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.body).toContain('alamat lengkap')
  })
})

describe('who may read the page', () => {
  test('the browser with the cookie, under the strict policy', async () => {
    const answer = await ask({ path: '/', headers: { cookie } })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.body).toContain('<title>page</title>')
    const script = await ask({ path: '/assets/app-1a2b.js', headers: { cookie } })
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.headers['cache-control']).toContain('immutable')
  })

  test.each([
    ['without a cookie', {}],
    ['with a made-up cookie', { cookie: 'rembuk=1; rembuk-1=x' }],
    ['with the right name and a wrong value', { cookie: 'NAME=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ])('nobody %s', async (_, headers: { cookie?: string }) => {
    const forged = headers.cookie?.replace('NAME', `rembuk-${host.port}`)
    const answer = await ask({ path: '/', headers: forged ? { cookie: forged } : {} })
    expect(answer.status).toBe(403)
    expect(answer.body).not.toContain('<title>page</title>')
  })

  test.each(['rembuk.example', 'localhost', '127.0.0.1', '127.0.0.1.rembuk.example', '[::1]'])('nobody who calls this machine %s', async (name) => {
    const answer = await ask({ path: '/', headers: { cookie, host: `${name}:${name === '127.0.0.1' ? 1 : host.port}` } })
    expect(answer.status).toBe(403)
    const entry = await ask({ path: new URL(host.address).pathname, headers: { host: `${name}:1` } })
    expect(entry.status).toBe(403)
    expect(entry.headers['set-cookie']).toBeUndefined()
  })

  test.each([
    '/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/..%5csecret.json', '/assets/../../secret.json', '/assets/..%2f..%2fsecret.json',
    '//secret.json', '/%00secret.json', '/link.json', '/assets', '/assets/app-1a2b.js.map', '/%E0%A4%A', '/.git/config', '/etc/passwd', '/C:/secret.json',
  ])('no file outside: %s', async (route) => {
    const answer = await ask({ path: route, headers: { cookie } })
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('3506')
  })

  test('only by reading', async () => {
    const answer = await ask({ method: 'POST', path: '/', headers: { cookie, origin: host.origin } })
    expect(answer.status).toBe(405)
  })
})

describe('who may call', () => {
  test('its own page', async () => {
    const answer = await call({})
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({ json: { text: 'halo' } })
  })

  test.each([
    ['a page elsewhere', { origin: 'https://rembuk.example' }],
    ['a page on another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a look-alike', { origin: 'http://127.0.0.1.rembuk.example' }],
    ['a page without the cookie', { cookie: '' }],
    ['a name that was made to point here', { host: 'rembuk.example' }],
  ])('not %s', async (_, headers) => {
    const answer = await call(headers)
    expect(answer.status).toBe(403)
    expect(answer.body).not.toContain('halo')
  })

  test('not a program that sends no origin', async () => {
    const body = JSON.stringify({ json: { text: 'halo' } })
    const answer = await ask({ method: 'POST', path: '/rpc/echo', headers: { cookie, 'content-type': 'application/json', 'content-length': body.length }, body })
    expect(answer.status).toBe(403)
  })

  test('not with a link: calls are POST', async () => {
    const answer = await ask({ path: '/rpc/echo?data=%7B%22json%22%3A%7B%22text%22%3A%22halo%22%7D%7D', headers: { cookie, origin: host.origin } })
    expect(answer.status).toBe(405)
  })

  test('not what there is none of', async () => {
    expect((await call({}, undefined, '/rpc/nothing')).status).toBe(404)
    expect((await call({}, undefined, '/rpcecho')).status).toBe(405)
  })
})

describe('what is sent', () => {
  test('a body over the limit is refused before it is read', async () => {
    const answer = await call({ 'content-length': String(LIMIT + 1) }, 'x'.repeat(LIMIT + 1))
    expect(answer.status).toBe(413)
  })

  test('a body of unknown length is refused', async () => {
    const answer = await ask({ method: 'POST', path: '/rpc/echo', headers: { cookie, origin: host.origin, 'transfer-encoding': 'chunked' }, body: '{}' })
    expect(answer.status).toBe(411)
  })

  test('a request that is no HTTP at all does not stop the host', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(host.port, '127.0.0.1', () => socket.end('\u0000\u0001 nonsense\r\n\r\n'))
      socket.on('error', () => resolve())
      socket.on('close', () => resolve())
      socket.resume()
    })
    expect((await call({})).status).toBe(200)
  })

  test('that what is asked about is gone is an answer; what fails otherwise, or is to be changed, fails', async () => {
    const of = (route: string, code: string) => call({}, JSON.stringify({ json: { code } }), route)
    const gone = await of('/rpc/ask', 'line_not_found')
    expect([gone.status, JSON.parse(gone.body)]).toEqual([200, { json: { '~gone': { code: 'line_not_found', data: { line: 'l1' } } } }])
    expect((await of('/rpc/ask', 'file_damaged')).status).toBe(500)
    expect((await of('/rpc/tell', 'line_not_found')).status).toBe(500)
  })

  test('a file travels through the client of the window', async () => {
    const link = new RPCLink({
      url: `${host.origin}/rpc`,
      headers: { cookie, origin: host.origin },
    })
    const client: RouterClient<typeof tinyRouter> = createORPCClient(link)
    const file = new File(['NIK;NAMA\n'], 'sasaran.csv', { type: 'text/csv' })
    expect(await client.size({ file })).toEqual({ name: 'sasaran.csv', bytes: 9 })
  })
})

const outside = Object.values(os.networkInterfaces()).flat().find((entry) => entry && !entry.internal && entry.family === 'IPv4')?.address

test.skipIf(!outside)('the host listens on this machine only (skipped where the machine has no network address)', async () => {
  const outcome = await new Promise((resolve) => {
    const socket = connect(host.port, outside)
    socket.on('connect', () => resolve('connected'))
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
  })
  expect(outcome).toBe('ECONNREFUSED')
})
