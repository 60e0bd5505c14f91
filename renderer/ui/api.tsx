import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { createContext, useContext } from 'react'
import type { Client } from '../client.ts'

export type Api = ReturnType<typeof createApi>

/** Queries and commands of the contract for TanStack Query. */
export function createApi(client: Client) {
  return createTanstackQueryUtils(client)
}

const ApiContext = createContext<Api | undefined>(undefined)
export const ApiProvider = ApiContext.Provider

/** Queries and commands of the core. Only below `ApiProvider`. */
export function useApi(): Api {
  const api = useContext(ApiContext)
  if (!api) throw new Error('useApi needs an ApiProvider above it')
  return api
}
