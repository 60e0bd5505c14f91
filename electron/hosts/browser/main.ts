import path from 'node:path'
import { openHome } from '../common/home.ts'
import { runBrowserHost } from './browser-host-run.ts'

// The browser host as a bundle: dist/electron/browser-host.js, with the window next door. `npm start` runs it from source.
await runBrowserHost({
  rendererDir: path.join(import.meta.dirname, '../renderer'),
  openBackend: () => openHome(),
  print: (line) => process.stdout.write(`${line}\n`),
})
