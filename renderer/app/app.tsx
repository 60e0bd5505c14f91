import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Opening } from '#shared/contract/home.ts'
import type { Client } from '../client.ts'
import { type Api, ApiProvider, createApi } from '../ui/api.tsx'
import { LanguageProvider, type Loaded } from '../ui/language.tsx'
import { Notices } from '../ui/notices.tsx'
import { WindowCrash } from './crash.tsx'
import { Door } from './door.tsx'
import { MenuWishes } from './menu.tsx'

const FRESH_MS = 1_000

interface AppProps {
  readonly client: Client
  readonly opening: Opening | undefined
  readonly texts: Loaded
}

/** The whole window: providers, and the screen that it opens on. */
export function App({ client, opening, texts }: AppProps) {
  const api = useMemo(() => createApi(client), [client])
  const [queries] = useState(() => begunWith(createQueries(), api, opening))
  return (
    <LanguageProvider first={texts}>
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

/** Puts what the window begins with where its screens look for it, as if they had asked themselves. */
function begunWith(queries: QueryClient, api: Api, opening: Opening | undefined): QueryClient {
  if (!opening) return queries
  const { current, plan } = opening
  const all = { input: {} }
  queries.setQueryData(api.home.current.queryKey(all), current)
  if (!plan) return queries
  queries.setQueryData(api.workspace.info.queryKey(all), plan.info)
  queries.setQueryData(api.caseload.list.queryKey(all), plan.series)
  queries.setQueryData(api.plan.summary.queryKey(all), plan.summary)
  queries.setQueryData(api.plan.overview.queryKey(all), plan.overview)
  return queries
}
