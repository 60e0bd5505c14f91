import { createRouterClient } from '@orpc/server'
import { createRouter } from './router.ts'
import type { Home } from './services/home.ts'
import type { Session } from './session.ts'

/** The application over one open workspace: the router that every host serves. The session stays its opener's to close. */
function createApp(session: Session) {
  return { router: createRouter(), context: { session } }
}

/** The application over the files of a host, of which one at a time is open. */
export function createHomeApp(home: Home) {
  return {
    router: createRouter(),
    context: {
      home,
      get session() {
        return home.session()
      },
    },
  }
}

/** The application over a host's files called directly: the tests. */
export function createHomeClient(home: Home) {
  const { router } = createHomeApp(home)
  return createRouterClient(router, { context: () => ({ home, session: home.session() }) })
}

/** The same application called directly, without a wire: the command line and the tests. */
export function createAppClient(session: Session) {
  const { router, context } = createApp(session)
  return createRouterClient(router, { context })
}

export type AppClient = ReturnType<typeof createAppClient>
