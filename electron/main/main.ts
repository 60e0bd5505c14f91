import path from 'node:path'
import { describeError } from '../hosts/common/describe-error.ts'
import { openHome } from '../hosts/common/home.ts'
import { startShell } from './shell.ts'

// Runs only as a bundle: dist/electron/main.js, beside the preload, with the window next door.
const here = import.meta.dirname

await startShell({
  rendererDir: path.join(here, '../renderer'),
  preload: path.join(here, 'preload.cjs'),
  openBackend: () => openHome(),
  describeError,
})
