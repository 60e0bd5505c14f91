import type { AnyRouter } from '@orpc/server'
import { describeBackupFailure } from '../common/describe-error.ts'
import { type BrowserHost, createBrowserHost } from './host.ts'

export interface RunOptions {
  readonly rendererDir: string
  readonly port?: number | undefined
  /** Opens what the window works on; closed when the host ends, with an answer where the last backup could not be made: why. */
  openBackend(): Promise<{ readonly router: AnyRouter; readonly context?: Record<PropertyKey, unknown> | undefined; close(): unknown }>
  print(line: string): void
  /** Called once the host answers, with the host. */
  onReady?(host: BrowserHost): void
}

/**
 * Runs the browser host until the program is told to end (Ctrl-C, a closed terminal, or a polite kill), then closes the host and
 * the workspace. Resolves when everything is closed. Prints the address, on a line of its own.
 */
export async function runBrowserHost(options: RunOptions): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
  const backend = await options.openBackend()
  try {
    const host = await createBrowserHost({ router: backend.router, context: backend.context, rendererDir: options.rendererDir, port: options.port })
    options.print('Rembuk berjalan di komputer ini. Buka alamat ini di peramban; hentikan dengan Ctrl-C.')
    options.print('Rembuk is running on this computer. Open this address in a browser; stop with Ctrl-C.')
    options.print(host.address)
    options.onReady?.(host)
    await ended
    await host.close()
  } finally {
    const failure = await backend.close()
    if (failure !== undefined) for (const language of ['id', 'en'] as const) options.print(describeBackupFailure(failure, language))
  }
}
