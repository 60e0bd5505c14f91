import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { isGoneAnswer } from '#shared/contract/gone.ts'
import type { contract } from '#shared/contract/index.ts'

export type Client = ContractRouterClient<typeof contract>

/**
 * The way to the core: a message port in the application's own window, HTTP to the host that served the page otherwise. The
 * only place that knows where the window runs.
 */
export function createClient(): Client {
  return createORPCClient(location.protocol === 'app:' ? new PortLink({ port: openPort(), interceptors: [failGone] }) : createHttpLink())
}

/** That what is asked about is gone comes as an answer, and is the error that the contract names here. */
async function failGone({ next }: { next(): Promise<unknown> }): Promise<unknown> {
  const answer = await next()
  if (isGoneAnswer(answer)) throw new ORPCError(answer['~gone'].code, { defined: true, data: answer['~gone'].data })
  return answer
}

/** What is chosen and kept behind: asked for also when the page goes before it is answered. */
const OUTLIVES_THE_PAGE: ReadonlySet<string> = new Set(['home/setPreferences', 'workspace/setSetting'])

function createHttpLink() {
  // Set before the fields of the page are left, and save what stands in them.
  let pageGoes = false
  window.addEventListener('pagehide', () => (pageGoes = true), true)
  window.addEventListener('pageshow', () => (pageGoes = false))
  return new HttpLink({
    url: `${location.origin}/rpc`,
    interceptors: [failGone],
    fetch: (request, init, _options, path) => fetch(request, { ...init, keepalive: pageGoes || OUTLIVES_THE_PAGE.has(path.join('/')) }),
  })
}

/** Makes a channel and hands one end to the preload script, which passes it on to the main process. */
function openPort(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  window.postMessage('rembuk:port', '*', [port2])
  port1.start()
  return port1
}

/** What the menu of the application's own window asks of the page. */
export type MenuWish = 'undo' | 'redo' | 'close' | 'language:id' | 'language:en'

const WISHES: readonly string[] = ['undo', 'redo', 'close', 'language:id', 'language:en'] satisfies MenuWish[]

/** Listens to the menu; nothing ever comes where there is none. @returns how to stop */
export function onMenu(listener: (wish: MenuWish) => void): () => void {
  const onMessage = ({ source, data }: MessageEvent) => {
    const wish = source === window && typeof data === 'string' && data.startsWith('rembuk:do:') ? data.slice('rembuk:do:'.length) : ''
    if (WISHES.includes(wish)) listener(wish as MenuWish)
  }
  window.addEventListener('message', onMessage)
  return () => window.removeEventListener('message', onMessage)
}

/** Tells the application's own window which language its menu should speak. */
export function tellLanguage(language: 'id' | 'en'): void {
  if (location.protocol === 'app:') window.postMessage(`rembuk:language:${language}`, '*')
}

/**
 * Tells the application's own window that so many documents are saved next, so that it asks for one folder where they are several.
 * @returns false where that was cancelled: then nothing is to be saved
 */
export function announceDownloads(count: number): Promise<boolean> {
  if (location.protocol !== 'app:') return Promise.resolve(true)
  const answer = told('downloads', ['yes', 'no'])
  window.postMessage(`rembuk:downloads:${count}`, '*')
  return answer.then((said) => said === 'yes')
}

/** How a document that is handed to the download now comes to its end: `no` where the dialog for its place was left. A browser does not say: `yes`. */
export function downloadEnds(): Promise<'yes' | 'no' | 'failed'> {
  return location.protocol === 'app:' ? told('download', ['yes', 'no', 'failed']) : Promise.resolve('yes')
}

/** The next answer of the application's own window about something. */
function told<A extends string>(about: string, answers: readonly A[]): Promise<A> {
  return new Promise((resolve) => {
    const onMessage = ({ source, data }: MessageEvent) => {
      const answer = source === window ? answers.find((one) => data === `rembuk:do:${about}:${one}`) : undefined
      if (answer === undefined) return
      window.removeEventListener('message', onMessage)
      resolve(answer)
    }
    window.addEventListener('message', onMessage)
  })
}

/** Whether the pages in sight can be saved as a PDF without the print dialog. */
export function savesPdf(): boolean {
  return location.protocol === 'app:'
}

/**
 * Has the pages in sight saved as a PDF: the application's own window asks where to; in a browser its print dialog opens, with the name as
 * the title of the page, which it proposes for the file. @returns whether a PDF was saved; `undefined` where only the browser knows
 */
export function printPdf(name: string): Promise<boolean | undefined> {
  if (!savesPdf()) {
    const { title } = document
    document.title = name
    window.print()
    document.title = title
    return Promise.resolve(undefined)
  }
  const answer = told('pdf', ['yes', 'no'])
  window.postMessage(`rembuk:pdf:${name.slice(0, 150)}`, '*')
  return answer.then((said) => said === 'yes')
}
