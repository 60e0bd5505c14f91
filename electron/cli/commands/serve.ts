import { existsSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#core/app-error.ts'
import { buildSampleVillage } from '#core/samples/build.ts'
import { runBrowserHost } from '#electron/hosts/browser/run.ts'
import { ensureSample, homeFolder, openBackend } from '#electron/hosts/common/home.ts'
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
    await runBrowserHost({
      rendererDir: RENDERER,
      port: port === undefined ? undefined : parseWhole('--port', port, 0, 65_535),
      openBackend: async () => openBackend(file === undefined ? await ensureSample(homeFolder(), async (made) => (await buildSampleVillage(made)).close()) : absolutePath(file)),
      print: (line) => process.stdout.write(`${line}\n`),
    })
  },
  print: () => '',
})
