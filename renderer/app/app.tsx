import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Client, createApi } from '../client.ts'
import { ApiProvider } from '../ui/api.tsx'
import { LanguageProvider } from '../ui/language.tsx'
import { Notices } from '../ui/notices.tsx'
import { WindowCrash } from './crash.tsx'
import { Door } from './door.tsx'
import { MenuWishes } from './menu.tsx'

const FRESH_MS = 1_000

/** The whole window: providers, and the screen that it opens on. */
export function App({ client }: { readonly client: Client }) {
  const api = useMemo(() => createApi(client), [client])
  const queries = useMemo(() => createQueries(), [])
  return (
    <LanguageProvider>
      <WindowCrash>
        <QueryClientProvider client={queries}>
          <ApiProvider value={api}>
            <MenuWishes />
            <Door />
            <Notices />
          </ApiProvider>
        </QueryClientProvider>
      </WindowCrash>
    </LanguageProvider>
  )
}

/**
 * The core is on this machine: being offline does not matter, what failed once fails again, and an answer is shown in the task that brought it.
 * What two parts of a screen ask for as it opens is asked once; a command makes it stale at once.
 */
function createQueries(): QueryClient {
  notifyManager.setScheduler(queueMicrotask)
  return new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: FRESH_MS }, mutations: { networkMode: 'always', retry: false } },
  })
}
