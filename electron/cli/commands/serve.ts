import { existsSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#core/app-error.ts'
import { openHome } from '#electron/hosts/common/home.ts'
import { parseWhole } from '../arguments.ts'
import { absolutePath, defineCommand } from '../command.ts'

/** The built window: beside the sources' folder, or two levels above a bundle. */
const RENDERER = path.join(import.meta.dirname, import.meta.url.endsWith('.ts') ? '../../../dist/renderer' : '../renderer')

export const serveCommand = defineCommand({
  usage: 'serve [FILE] [--port N]',
  options: { port: 'text' },
  async run(args): Promise<undefined> {
    const port = args.text('port')
    const [file] = args.positionals
    if (!existsSync(path.join(RENDERER, 'index.html'))) throw new AppError('window_missing', {})
    // Read only here: every other command starts without the host and its web server.
    const { runBrowserHost } = await import('#electron/hosts/browser/browser-host-run.ts')
    await runBrowserHost({
      rendererDir: RENDERER,
      port: port === undefined ? undefined : parseWhole('--port', port, 0, 65_535),
      openBackend: () => openHome({ file: file === undefined ? undefined : absolutePath(file) }),
      print: (line) => process.stdout.write(`${line}\n`),
    })
  },
  print: () => '',
})
