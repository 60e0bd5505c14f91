import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '#shared/contract/index.ts'

// node tests/support/run-bundle.ts dist/electron/main.js: runs the built main process against the stand-in for Electron, calls it
// over a port as the window would, and prints what came back as JSON.
const standIn = new URL('./electron.ts', import.meta.url).href
registerHooks({ resolve: (name, context, next) => (name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context)) })

const { BrowserWindow, ipcMain, app } = await import('./electron.ts')
await import(pathToFileURL(String(process.argv[2])).href)

const window = BrowserWindow.all[0]
if (!window) throw new Error('the bundle opened no window')
const { port1, port2 } = new MessageChannel()
ipcMain.emit('rembuk:port', { senderFrame: window.webContents.mainFrame, sender: window.webContents, ports: [Object.assign(port1, { start: () => port1.ref() })] })
const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: port2 as unknown as globalThis.MessagePort }))

const info = await client.workspace.info({})
const { need, funded } = await client.plan.summary({})
const workbook = await client.document.export({ document: 'workbook' })
process.stdout.write(`${JSON.stringify({ sample: info.sample, need, funded, document: { name: workbook.name, signature: (await workbook.slice(0, 2).text()) } })}\n`)

// As at the end of the program: the workspace is closed, and with the port gone nothing keeps the process.
app.emit('will-quit', { preventDefault: () => undefined })
port2.close()
