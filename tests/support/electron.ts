import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * A recording stand-in for the `electron` module: the part of it that the shell uses, as plain objects that a test can ask what
 * was wanted of them. It shows what the shell asks of Electron, not what Electron does.
 */
type Listener = (...values: never[]) => unknown

export class StandInFrame {
  url: string
  constructor(url: string) {
    this.url = url
  }
}

export class StandInContents extends EventEmitter {
  mainFrame = new StandInFrame('')
  sent: unknown[][] = []
  send(...values: unknown[]) {
    this.sent.push(values)
  }
  /** How pages were printed, and what the stand-in's PDF holds. */
  printed: object[] = []
  async printToPDF(options: object) {
    this.printed.push(options)
    return Buffer.from('%PDF-1.4 stand-in')
  }
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler
  }
  /** Emits a navigation event as Electron would; true when nothing prevented it. */
  allows(event: string, details: object): boolean {
    let allowed = true
    this.emit(event, { ...details, preventDefault: () => (allowed = false) })
    return allowed
  }
}

class StandInApp extends EventEmitter {
  calls: string[] = []
  /** A folder of this run's own. */
  folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-electron-'))
  getPath(name: string) {
    return path.join(this.folder, name === 'userData' ? '' : name)
  }
  isFirst = true
  requestSingleInstanceLock() {
    return this.isFirst
  }
  enableSandbox() {
    this.calls.push('enableSandbox')
  }
  async whenReady() {
    this.calls.push('whenReady')
  }
  quit() {
    this.calls.push('quit')
  }
  exit(code: number) {
    this.calls.push(`exit ${code}`)
  }
}
export const app = new StandInApp()
// not by the test runner: a bundle that runs by itself imports this as well
process.once('exit', () => rmSync(app.folder, { recursive: true, force: true }))

export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = []
  static getAllWindows() {
    return BrowserWindow.all
  }
  webContents = new StandInContents()
  calls: string[] = []
  options: { webPreferences: Record<string, unknown>; show: boolean } & Partial<Bounds>
  bounds: Bounds = { x: 40, y: 30, width: 1366, height: 768 }
  maximised = false
  constructor(options: BrowserWindow['options']) {
    super()
    this.options = options
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string) {
    this.webContents.mainFrame.url = url
    this.calls.push(`loadURL ${url}`)
    this.emit('ready-to-show')
  }
  getNormalBounds() {
    return this.bounds
  }
  isMaximized() {
    return this.maximised
  }
  maximize() {
    this.calls.push('maximize')
  }
  show() {
    this.calls.push('show')
  }
  focus() {
    this.calls.push('focus')
  }
  restore() {
    this.calls.push('restore')
  }
  isMinimized() {
    return true
  }
}

export const ipcMain = new EventEmitter()

export const protocol = {
  privileged: [] as { scheme: string; privileges: Record<string, boolean> }[],
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Record<string, boolean> }[]) {
    protocol.privileged.push(...schemes)
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>) {
    protocol.handlers.set(scheme, handler)
  },
}

class StandInSession extends EventEmitter {
  handlers: Record<string, Listener> = {}
  webRequest = { onBeforeRequest: (handler: Listener) => (this.handlers['request'] = handler) }
  setPermissionRequestHandler(handler: Listener) {
    this.handlers['permissionRequest'] = handler
  }
  setPermissionCheckHandler(handler: Listener) {
    this.handlers['permissionCheck'] = handler
  }
  setDevicePermissionHandler(handler: Listener) {
    this.handlers['device'] = handler
  }
}
export const session = { defaultSession: new StandInSession() }

export const dialog = {
  shown: [] as string[],
  showErrorBox(title: string, text: string) {
    dialog.shown.push(`${title}: ${text}`)
  },
  /** What the user of the stand-in picks. */
  picked: [] as string[],
  async showOpenDialog(_window: unknown, options: { defaultPath?: string; filters: { extensions: string[] }[] }) {
    dialog.shown.push(`open ${options.filters[0]?.extensions.join(',')} in ${options.defaultPath}`)
    return { canceled: dialog.picked.length === 0, filePaths: dialog.picked }
  },
  async showSaveDialog(_window: unknown, options: { defaultPath: string }) {
    dialog.shown.push(`save ${options.defaultPath}`)
    return { canceled: dialog.picked.length === 0, filePath: dialog.picked[0] ?? '' }
  },
  showOpenDialogSync(_window: unknown, options: { title: string }) {
    dialog.shown.push(options.title)
    return dialog.picked.length === 0 ? undefined : dialog.picked
  },
  async showMessageBox(_window: unknown, { message }: { message: string }) {
    dialog.shown.push(message)
    return { response: 0 }
  },
}

export const shell = {
  opened: [] as string[],
  async openPath(file: string) {
    shell.opened.push(file)
    return ''
  },
}

export const screen = {
  displays: [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }],
  getAllDisplays: () => screen.displays,
}

/** A menu as it was asked for. */
export interface StandInItem {
  id?: string
  label?: string
  role?: string
  enabled?: boolean
  checked?: boolean
  accelerator?: string
  registerAccelerator?: boolean
  submenu?: StandInItem[]
  click?(): void
}

function findItem(items: readonly StandInItem[], id: string): StandInItem | undefined {
  for (const item of items) {
    const found = item.id === id ? item : findItem(item.submenu ?? [], id)
    if (found) return found
  }
  return undefined
}

export const Menu = {
  menu: [] as StandInItem[],
  buildFromTemplate: (template: StandInItem[]) => template,
  setApplicationMenu(menu: StandInItem[]) {
    Menu.menu = menu
  },
  /** The item with an id, wherever it is. */
  item: (id: string): StandInItem | undefined => findItem(Menu.menu, id),
}
