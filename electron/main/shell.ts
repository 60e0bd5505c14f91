import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron'
import { acceptPorts, type Backend } from './port.ts'
import { createAppProtocol } from './protocol.ts'
import { APP_URL, lockContents, lockSession, webPreferences } from './security.ts'

export interface ClosableBackend extends Backend {
  close(): void | Promise<void>
}

export interface ShellOptions {
  readonly rendererDir: string
  /** Path of the built preload script. */
  readonly preload: string
  /** Opens what the window works on; its `close` is awaited before the program ends. */
  openBackend(): Promise<ClosableBackend>
  /** Words for an error that keeps the program from starting. */
  describeError(error: unknown): string
}

/**
 * Starts the window: one copy of the program, one window, no network. Must be called before Electron is ready, because the
 * scheme and the sandbox have to be declared by then.
 */
export async function startShell(options: ShellOptions): Promise<void> {
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.on('window-all-closed', () => app.quit())
  app.on('second-instance', () => showFirstWindow())

  await app.whenReady()
  lockSession(session.defaultSession)
  protocol.handle('app', createAppProtocol(options.rendererDir))
  // Elsewhere the window has its own commands; macOS needs a menu for copying and pasting to work at all.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)

  let backend: ClosableBackend
  try {
    backend = await options.openBackend()
  } catch (error) {
    dialog.showErrorBox('Rembuk', options.describeError(error))
    app.exit(1)
    return
  }
  acceptPorts(ipcMain, backend)
  closeBeforeQuit(() => backend.close())
  await openWindow(options.preload)
}

async function openWindow(preload: string): Promise<void> {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 500,
    show: false,
    backgroundColor: '#fbfaf7',
    title: 'Rembuk',
    webPreferences: webPreferences(preload),
  })
  window.once('ready-to-show', () => window.show())
  await window.loadURL(APP_URL)
}

function showFirstWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Holds the end of the program back until the workspace is closed, once. */
function closeBeforeQuit(close: () => void | Promise<void>): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    closed = true
    event.preventDefault()
    Promise.resolve(close()).finally(() => app.quit())
  })
}
