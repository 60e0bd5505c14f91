import { createRouterClient } from '@orpc/server'
import { createRouter } from './router.ts'
import type { Session } from './session.ts'

/** The application over one open workspace: the router that every host serves. The session stays its opener's to close. */
export function createApp(session: Session) {
  return { router: createRouter(), context: { session } }
}

/** The same application called directly, without a wire: the command line and the tests. */
export function createAppClient(session: Session) {
  const { router, context } = createApp(session)
  return createRouterClient(router, { context })
}

export type AppClient = ReturnType<typeof createAppClient>
