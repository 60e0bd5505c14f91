import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'
import { answerGone } from '../common/answer-gone.ts'
import { readAsset } from '../common/assets.ts'
import { SECURITY_HEADERS } from '../common/policy.ts'
import { checkOrigin, cookieName, createSecret, readCookie, sameSecret } from './guard.ts'
import { refusalPage } from './refusal-page.ts'

/** The largest file that can be handed in; what it holds is limited again by the reader. */
const MAX_BODY_BYTES = 64 * 1024 * 1024
const ENTRY = '/masuk/'
const RPC = '/rpc'

export interface BrowserHostOptions {
  readonly router: AnyRouter
  readonly context?: Record<PropertyKey, unknown> | undefined
  /** Folder of the built window. */
  readonly rendererDir: string
  /** 0 or missing: any free port. */
  readonly port?: number | undefined
  readonly maxBodyBytes?: number | undefined
}

export interface BrowserHost {
  readonly port: number
  /** `http://127.0.0.1:port` */
  readonly origin: string
  /** The address to print: it lets its reader in for as long as the host runs. */
  readonly address: string
  /** An address that works once, for handing to another program, whose command line other users of the machine can see. */
  singleUseAddress(): string
  close(): Promise<void>
}

/**
 * Serves the window and the router on 127.0.0.1, to the browser of this machine only.
 *
 * Who opens the printed address gets a cookie (HttpOnly, SameSite=Strict) and is sent on to `/`; without it nothing is
 * answered. Every request must name this host, and calls must come from its own page. Calls are POST with a known length.
 */
export async function createBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const secret = createSecret()
  const key = createSecret()
  const singleUse = new Set<string>()
  const maxBody = options.maxBodyBytes ?? MAX_BODY_BYTES
  const handler = new RPCHandler<Record<PropertyKey, unknown>>(options.router, { clientInterceptors: [answerGone] })
  const server = createServer((request, response) => {
    answer(request, response).catch(() => fail(response))
  })
  await listen(server, options.port ?? 0)
  const { port } = server.address() as AddressInfo
  const authority = `127.0.0.1:${port}`
  const origin = `http://${authority}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    response.setHeader('cache-control', 'no-store')
    // Taken as it was sent: parsing it as an address would read `//name/` as a host and resolve steps upwards.
    const pathname = (request.url ?? '').split('?', 1)[0] ?? ''
    const isCall = pathname === RPC || pathname.startsWith(`${RPC}/`)
    const refusal = checkOrigin(request.headers, authority, isCall)
    if (refusal) return refuse(response, 403, refusal)
    if (!isCall && pathname.startsWith(ENTRY)) return enter(pathname.slice(ENTRY.length), response)
    if (!sameSecret(readCookie(request.headers.cookie, cookieName(port)), secret)) return refuse(response, 403, 'secret')
    return isCall ? call(request, response) : serve(request, response, pathname)
  }

  function enter(given: string, response: ServerResponse): void {
    const known = sameSecret(given, key) || singleUse.delete(given)
    if (!known) return refuse(response, 403, 'secret')
    response.setHeader('set-cookie', `${cookieName(port)}=${secret}; HttpOnly; SameSite=Strict; Path=/`)
    response.writeHead(303, { location: '/' }).end()
  }

  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return refuse(response, 405, 'method')
    const length = request.headers['content-length']
    if (length === undefined) return refuse(response, 411, 'length')
    if (Number(length) > maxBody) return refuse(response, 413, 'size')
    const { matched } = await handler.handle(request, response, { prefix: RPC, context: options.context ?? {} })
    if (!matched) refuse(response, 404, 'path')
  }

  async function serve(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'method')
    const asset = await readAsset(options.rendererDir, pathname)
    if (!asset) return refuse(response, 404, 'path')
    if (asset.immutable) response.setHeader('cache-control', 'private, max-age=31536000, immutable')
    response.writeHead(200, { 'content-type': asset.type, 'content-length': asset.body.byteLength })
    response.end(request.method === 'HEAD' ? undefined : asset.body)
  }

  return {
    port,
    origin,
    address: `${origin}${ENTRY}${key}`,
    singleUseAddress() {
      const once = createSecret()
      singleUse.add(once)
      return `${origin}${ENTRY}${once}`
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** A refused request is not read any further: the connection ends with the answer, whatever was still on its way. */
function refuse(response: ServerResponse, status: number, reason: string): void {
  const body = refusalPage(reason)
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(body), connection: 'close' })
  response.end(body)
}

function fail(response: ServerResponse): void {
  if (response.headersSent) response.destroy()
  else refuse(response, 500, 'unexpected')
}
