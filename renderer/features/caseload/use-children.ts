import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { z } from 'zod'
import type { caseloadContract } from '#shared/contract/caseload.ts'
import type { CHILD_FILTERS } from '#shared/domain/child-status.ts'
import { useApi } from '../../ui/api.tsx'

export type ChildFilter = (typeof CHILD_FILTERS)[number]
export type Reveal = 'nothing' | 'names' | 'names_and_nik'
type Answer = z.output<Extract<(typeof caseloadContract)['children']['~orpc']['outputSchema'], z.ZodType>>
export type ListedChild = Answer['children'][number]
export type Basis = Answer['basis']

export interface ChildQuery {
  readonly series: string
  readonly posyandu: string | undefined
  readonly status: ChildFilter
  readonly reveal: Reveal
  readonly search: string
}

export const PAGE = 100

/** Rows beside those in sight whose pages are fetched too, so that they are there when they are scrolled to. */
const AHEAD = PAGE
/** How long a page that is out of sight is kept, in ms; names that were shown are not kept. */
export const KEPT = 60_000

/** The pages of a by-name list that lie in sight (rows `first` to `last`) or next to it, and how many rows there are. */
export function useChildren({ series, posyandu, status, reveal, search }: ChildQuery, first: number, last: number) {
  const api = useApi()
  const from = Math.max(0, Math.floor((first - AHEAD) / PAGE))
  const pages = Array.from({ length: Math.floor((last + AHEAD) / PAGE) - from + 1 }, (_, index) => from + index)
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...api.caseload.children.queryOptions({ input: { series, status, reveal, offset: page * PAGE, limit: PAGE, ...(posyandu === undefined ? {} : { posyandu }), ...(search === '' ? {} : { search }) } }),
      placeholderData: keepPreviousData,
      gcTime: reveal === 'nothing' ? KEPT : 0,
    })),
  })
  const rows = new Map<number, ListedChild>()
  answers.forEach(({ data, isPlaceholderData }, index) => {
    if (!isPlaceholderData) data?.children.forEach((child, at) => rows.set((pages[index] ?? 0) * PAGE + at, child))
  })
  const known = answers.find(({ data }) => data !== undefined)?.data
  const loading = answers.some(({ data, isPlaceholderData }) => data === undefined || isPlaceholderData)
  return { rows, loading, basis: known?.basis ?? 'file', total: known?.total, all: known?.all ?? 0, posyandu: known?.posyandu ?? [], error: answers.find(({ error }) => error)?.error ?? null, again: () => answers.forEach((answer) => void answer.refetch()) }
}
