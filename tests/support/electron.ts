import { EventEmitter } from 'node:events'

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

export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = []
  static getAllWindows() {
    return BrowserWindow.all
  }
  webContents = new StandInContents()
  calls: string[] = []
  options: { webPreferences: Record<string, unknown>; show: boolean }
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

class StandInSession {
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
}

export const Menu = {
  menu: undefined as unknown,
  setApplicationMenu(menu: unknown) {
    Menu.menu = menu
  },
}
