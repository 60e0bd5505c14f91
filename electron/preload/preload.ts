import { ipcRenderer } from 'electron'

// The window makes the port and hands it over once; this script passes it to the main process and exposes nothing else.
const CHANNEL = 'rembuk:port'

window.addEventListener('message', (event) => {
  const [port] = event.ports
  if (event.source !== window || event.data !== CHANNEL || !port) return
  ipcRenderer.postMessage(CHANNEL, null, [port])
})
