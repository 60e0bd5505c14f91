import { ipcRenderer, webUtils } from 'electron'

// The window gets nothing from here but messages: its port is passed on once, a workspace that was dropped or picked goes to the main
// process by its path, which the page never sees, and what the menu wants done is told to the page.
const PORT = 'rembuk:port'
const OPEN = 'rembuk:open'
const LANGUAGE = 'rembuk:language'
const DOWNLOADS = 'rembuk:downloads'
const PDF = 'rembuk:pdf'
const DO = 'rembuk:do'

window.addEventListener('message', (event) => {
  if (event.source !== window) return
  const [port] = event.ports
  const data: unknown = event.data
  if (data === PORT && port) ipcRenderer.postMessage(PORT, null, [port])
  else if (data === `${LANGUAGE}:id` || data === `${LANGUAGE}:en`) ipcRenderer.send(LANGUAGE, data.slice(-2))
  else if (typeof data === 'string' && /^rembuk:downloads:\d{1,2}$/.test(data)) ipcRenderer.send(DOWNLOADS, Number(data.slice(DOWNLOADS.length + 1)))
  else if (typeof data === 'string' && data.startsWith(`${PDF}:`) && data.length < 200) ipcRenderer.send(PDF, data.slice(PDF.length + 1))
})

ipcRenderer.on(DO, (_event, what: unknown) => window.postMessage(`${DO}:${String(what)}`, '*'))

/** Hands a workspace over by its path. @returns whether it is one */
function handOver(file: File | undefined): boolean {
  const path = file && /\.rembuk$/i.test(file.name) ? webUtils.getPathForFile(file) : ''
  if (path !== '') ipcRenderer.send(OPEN, path)
  return path !== ''
}

// Before the page sees it: a drop that is taken is marked as such, a choice that is taken does not reach the page.
window.addEventListener('drop', (event) => {
  if (handOver(event.dataTransfer?.files[0])) event.preventDefault()
}, true)
window.addEventListener('change', (event) => {
  const field = event.target as HTMLInputElement
  if (field.type !== 'file' || !('workspace' in field.dataset) || !handOver(field.files?.[0])) return
  event.stopImmediatePropagation()
  field.value = ''
}, true)
