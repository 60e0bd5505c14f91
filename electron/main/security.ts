import type { Session, WebContents, WebFrameMain, WebPreferences } from 'electron'

/** What the window is loaded from; everything else is foreign. */
const APP_PROTOCOL = 'app:'
export const APP_HOST = 'rembuk'
export const APP_URL = `${APP_PROTOCOL}//${APP_HOST}/`

/** Compares protocol and host: the `origin` of such an address is "null" outside Electron, and a prefix can be imitated. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return protocol === APP_PROTOCOL && host === APP_HOST
}

export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    spellcheck: false,
  }
}

/** The one permission that is granted: the own page's main frame may fill the screen, for the meeting's wall. */
function mayFillScreen(permission: string, isMainFrame: boolean, url: string | undefined): boolean {
  return permission === 'fullscreen' && isMainFrame && url !== undefined && isAppUrl(url)
}

/** Nothing but the full screen is ever granted, and nothing but the application's own files is ever requested: Rembuk does not use a network. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { isMainFrame, requestingUrl }) => decide(mayFillScreen(permission, isMainFrame, requestingUrl)))
  session.setPermissionCheckHandler((_contents, permission, _origin, { isMainFrame, requestingUrl }) => mayFillScreen(permission, isMainFrame, requestingUrl))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOwnRequest(details.url) }))
}

/** `blob:` and `data:` hold what the window itself made (a document to save, a picture); their bytes never leave it. */
function isOwnRequest(url: string): boolean {
  return isAppUrl(url) || url.startsWith(`blob:${APP_PROTOCOL}//${APP_HOST}/`) || url.startsWith('data:')
}

export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** True for the main frame of a window that shows the application itself. A frame that is gone, or any other, is not trusted. */
export function isTrustedFrame(frame: WebFrameMain | null, contents: WebContents): boolean {
  return frame !== null && frame === contents.mainFrame && isAppUrl(frame.url)
}
