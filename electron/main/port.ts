import type { IpcMain } from 'electron'
import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { answerGone } from '../hosts/common/answer-gone.ts'
import { isTrustedFrame } from './security.ts'

/** The one message that the preload sends: it carries the port over which the window calls the router. */
const PORT_CHANNEL = 'rembuk:port'

export interface Backend {
  readonly router: AnyRouter
  readonly context?: Record<PropertyKey, unknown> | undefined
}

/** Answers calls on every port that the main frame of the application's own window hands over; other ports are closed unread. */
export function acceptPorts(ipcMain: IpcMain, { router, context }: Backend): void {
  const handler = new RPCHandler<Record<PropertyKey, unknown>>(router, { clientInterceptors: [answerGone] })
  ipcMain.on(PORT_CHANNEL, (event) => {
    const trusted = isTrustedFrame(event.senderFrame, event.sender)
    for (const port of event.ports) {
      if (!trusted) {
        port.close()
        continue
      }
      handler.upgrade(port, { context: context ?? {} })
      port.start()
    }
  })
}
