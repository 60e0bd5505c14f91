import path from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell } from 'electron'
import { createTranslator, type Language } from '#shared/i18n/index.ts'
import { fileFromArguments, isWorkspaceName } from './arguments.ts'
import { placeDownloads } from './downloads.ts'
import { menuTemplate, type RecentFile } from './menu.ts'
import { pdfName, savePdf } from './pdf.ts'
import { acceptPorts, type Backend } from './port.ts'
import { createAppProtocol } from './protocol.ts'
import { APP_URL, isTrustedFrame, lockContents, lockSession, webPreferences } from './security.ts'
import { readWindowState, visibleBounds, writeWindowState } from './window-state.ts'

/** What the preload sends: a workspace's path that was dropped or picked, the language that was chosen, how many documents come next, the name of a PDF of the pages in sight. What it is sent: what the menu wants done. */
const OPEN_CHANNEL = 'rembuk:open'
const LANGUAGE_CHANNEL = 'rembuk:language'
const DOWNLOADS_CHANNEL = 'rembuk:downloads'
const PDF_CHANNEL = 'rembuk:pdf'
const DO_CHANNEL = 'rembuk:do'

/** The files behind the window, as far as the menu and the system deal with them. */
export interface ShellFiles {
  readonly folder: string
  offer(file: string): string
  recent(): readonly RecentFile[]
  isOpen(): boolean
  /** @returns the backup's path; `undefined` while nothing is open */
  backUp(): Promise<string | undefined>
}

export interface ClosableBackend extends Backend {
  readonly files?: ShellFiles | undefined
  /** @returns why the last backup could not be made, where it could not */
  close(): unknown
}

export interface ShellOptions {
  readonly rendererDir: string
  /** Path of the built preload script. */
  readonly preload: string
  /** Opens what the window works on; its `close` is awaited before the program ends. */
  openBackend(): Promise<ClosableBackend>
  /** Words for an error that keeps the program from starting, or that a menu command met. */
  describeError(error: unknown, language: Language): string
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
  let wanted = fileFromArguments(process.argv, process.cwd())
  let show: (file: string | undefined) => void = (file) => void (wanted = file ?? wanted)
  app.on('second-instance', (_event, argv, folder) => show(fileFromArguments(argv, folder)))
  // macOS hands over files this way, also before it is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault()
    show(file)
  })

  await app.whenReady()
  lockSession(session.defaultSession)
  protocol.handle('app', createAppProtocol(options.rendererDir))
  const stateFile = path.join(app.getPath('userData'), 'jendela.json')
  let state = readWindowState(stateFile)

  let backend: ClosableBackend
  try {
    backend = await options.openBackend()
  } catch (error) {
    dialog.showErrorBox('Rembuk', options.describeError(error, state.language))
    app.exit(1)
    return
  }
  const { files } = backend
  acceptPorts(ipcMain, backend)
  closeBeforeQuit(async () => {
    const failure = await backend.close()
    if (failure !== undefined) dialog.showErrorBox('Rembuk', createTranslator(state.language).t('menu.backupFailed', { why: options.describeError(failure, state.language) }))
  })

  const window = createWindow(options.preload, visibleBounds(state.bounds, screen.getAllDisplays().map((display) => display.workArea)), state.maximised)
  const tell = (what: string) => window.webContents.send(DO_CHANNEL, what)
  const goTo = (place: string) => void window.loadURL(`${APP_URL}#/berkas${place}`)
  const open = (file: string) => goTo(files ? `/${files.offer(file)}` : '')
  const remember = (change: Partial<typeof state>) => {
    state = { ...state, ...change }
    writeWindowState(stateFile, state)
  }
  const setLanguage = (language: Language) => {
    remember({ language })
    drawMenu()
  }
  const failed = (error: unknown) => dialog.showErrorBox('Rembuk', options.describeError(error, state.language))

  function drawMenu(): void {
    const menu = menuTemplate({ language: state.language, recent: files?.recent() ?? [], isOpen: files?.isOpen() ?? false, isMac: process.platform === 'darwin' }, {
      newFile: () => goTo(''),
      openDialog: () => void openDialog().catch(failed),
      openRecent: (id) => goTo(`/${id}`),
      backUp: () => void backUp().catch(failed),
      showFolder: () => void (files && shell.openPath(files.folder)),
      closeFile: () => tell('close'),
      undo: () => tell('undo'),
      redo: () => tell('redo'),
      setLanguage(language) {
        setLanguage(language)
        tell(`language:${language}`)
      },
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
  }

  async function openDialog(): Promise<void> {
    const { t } = createTranslator(state.language)
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile'], filters: [{ name: t('menu.workspaces'), extensions: ['rembuk'] }], ...(files ? { defaultPath: files.folder } : {}),
    })
    if (!canceled && filePaths[0] !== undefined) open(filePaths[0])
  }

  async function backUp(): Promise<void> {
    const { t } = createTranslator(state.language)
    const file = await files?.backUp()
    await dialog.showMessageBox(window, { type: 'info', title: 'Rembuk', message: file === undefined ? t('menu.nothingOpen') : t('menu.backedUp', { file }) })
  }

  const downloads = placeDownloads(session.defaultSession, window, () => state.language, (how) => tell(`download:${how}`))
  ipcMain.on(OPEN_CHANNEL, (event, file: unknown) => {
    if (isTrustedFrame(event.senderFrame, event.sender) && typeof file === 'string' && isWorkspaceName(file) && path.isAbsolute(file)) open(file)
  })
  ipcMain.on(LANGUAGE_CHANNEL, (event, language: unknown) => {
    if (isTrustedFrame(event.senderFrame, event.sender) && (language === 'id' || language === 'en') && language !== state.language) setLanguage(language)
  })
  ipcMain.on(DOWNLOADS_CHANNEL, (event, count: unknown) => {
    if (isTrustedFrame(event.senderFrame, event.sender)) event.sender.send(DO_CHANNEL, downloads.announce(count) ? 'downloads:yes' : 'downloads:no')
  })
  ipcMain.on(PDF_CHANNEL, (event, proposed: unknown) => {
    const name = pdfName(proposed)
    if (name === undefined || !isTrustedFrame(event.senderFrame, event.sender)) return
    savePdf(window, name, state.language).then((saved) => tell(saved ? 'pdf:yes' : 'pdf:no'), (error: unknown) => {
      failed(error)
      tell('pdf:no')
    })
  })
  // What was opened lately, and whether something is open, is looked at when the window is turned to, and when it shows something else.
  window.on('focus', drawMenu)
  window.on('page-title-updated', drawMenu)
  window.on('close', () => remember({ bounds: window.getNormalBounds(), maximised: window.isMaximized() }))
  show = (file) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    if (file !== undefined) open(file)
  }
  drawMenu()
  await window.loadURL(wanted === undefined || !files ? APP_URL : `${APP_URL}#/berkas/${files.offer(wanted)}`)
}

function createWindow(preload: string, bounds: { x: number; y: number; width: number; height: number } | undefined, maximised: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    ...bounds,
    minWidth: 800,
    minHeight: 500,
    show: false,
    backgroundColor: '#fbfaf7',
    title: 'Rembuk',
    webPreferences: webPreferences(preload),
  })
  window.once('ready-to-show', () => {
    if (maximised) window.maximize()
    window.show()
  })
  return window
}

/** Holds the end of the program back until the workspace is closed, once. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    closed = true
    event.preventDefault()
    void close().finally(() => app.quit())
  })
}
