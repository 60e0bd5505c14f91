import type { BrowserContext, Response } from '@playwright/test'

/** What went wrong in a window that nobody who used it would have been told of. */
export interface Faults {
  /** What was seen, but for what the journey brought about itself. */
  seen(): Promise<readonly string[]>
  /** The journey brings this about itself: it spoils an answer, stops the host or lets a screen break. */
  expect(fault: RegExp): void
}

/** Traces of texts that lack something: a value that was not there, a text without a name, an object as a word. */
const HOLES = [/\b(?:undefined|NaN|Infinity|null)\b/, /\[object \w+\]/, /\{\{.*?\}\}/, /\bInvalid Date\b/]

/** What the browser says of its own work: a request that failed is told once, with what was asked for; a busy machine uses late what was fetched ahead. */
const NOT_OURS = /^Failed to load resource|was preloaded using link preload/

/** A refusal that the window foresees and tells in words carries its name; an error that nobody foresaw does not. */
async function isForeseen(response: Response): Promise<boolean> {
  const body = await response.json().catch(() => undefined) as { readonly json?: { readonly defined?: boolean } } | undefined
  return body?.json?.defined === true
}

/** Listens to every page of a browser: errors and warnings of the console, errors of the page, requests that failed without a foreseen reason. */
export function listenForFaults(context: BrowserContext): Faults {
  const seen: Promise<string | undefined>[] = []
  const expected: RegExp[] = []
  const add = (fault: string | Promise<string | undefined>) => seen.push(Promise.resolve(fault))
  context.on('weberror', (error) => add(`page: ${error.error().message}`))
  context.on('console', (message) => {
    if (/^(?:error|warning)$/.test(message.type()) && !NOT_OURS.test(message.text())) add(`console: ${message.text()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) add(isForeseen(response).then((foreseen) => (foreseen ? undefined : `${response.status()} ${new URL(response.url()).pathname}`)))
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // What a page no longer waits for when it goes is given up, not failed.
    if (reason !== 'net::ERR_ABORTED') add(`${reason} ${new URL(request.url()).pathname}`)
  })
  return {
    async seen() {
      const shown = await Promise.all(context.pages().map(async (page) => holesIn(await page.locator('body').innerText({ timeout: 1_000 }).catch(() => ''))))
      const faults = [...await Promise.all(seen), ...shown.flat()].filter((fault) => fault !== undefined)
      return [...new Set(faults)].filter((fault) => !expected.some((pattern) => pattern.test(fault)))
    },
    expect: (fault) => void expected.push(fault),
  }
}

/** Lines of a text that lack something. */
export function holesIn(text: string): readonly string[] {
  return text.split('\n').filter((line) => HOLES.some((hole) => hole.test(line))).map((line) => `shown: ${line}`)
}
