import { readAsset } from '../hosts/common/assets.ts'
import { SECURITY_HEADERS } from '../hosts/common/policy.ts'
import { isAppUrl } from './security.ts'

/** Answers `app://rembuk/…` from the folder of the built window; anything else is 404, whatever it asks for. */
export function createAppProtocol(rendererDir: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const asset = isAppUrl(request.url) && request.method === 'GET' ? await readAsset(rendererDir, new URL(request.url).pathname) : undefined
    if (!asset) return new Response('', { status: 404, headers: SECURITY_HEADERS })
    return new Response(asset.body, { headers: { ...SECURITY_HEADERS, 'content-type': asset.type } })
  }
}
