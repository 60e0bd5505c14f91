import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import type { MeetingChoiceInput, MeetingItemView } from './types.ts'

/** An answer that a later choice has overtaken is waited for as long as this: to break it off costs more, because the solver then starts anew. */
const OVERTAKEN_MS = 1_500

/** Asks what a choice would do. A question goes on when its slide is left: turning pages must not stop the solver. */
function useAsk() {
  const api = useApi()
  const running = useRef(new AbortController())
  const ask = (item: string, choice: MeetingChoiceInput) => ({
    ...api.meeting.preview.queryOptions({ input: { item, choice } }),
    queryFn: () => api.meeting.preview.call({ item, choice }, { signal: running.current.signal }),
  })
  const breakOff = () => {
    running.current.abort()
    running.current = new AbortController()
  }
  return { ask, breakOff }
}

/**
 * What a choice would do: asked at once, one question at a time, so that the figures follow a hand that still moves; when an answer comes,
 * the newest choice is asked next. The answer before stays in sight until then. Use below a key of the item.
 */
export function usePreview(item: MeetingItemView, choice: MeetingChoiceInput, wanted: boolean) {
  const { ask, breakOff } = useAsk()
  const [asked, setAsked] = useState(choice)
  const moving = JSON.stringify(asked) !== JSON.stringify(choice)
  const query = useQuery({ ...ask(item.id, asked), enabled: wanted, placeholderData: (before) => before })
  const waits = wanted && query.isFetching
  useEffect(() => {
    if (!moving) return undefined
    const timer = setTimeout(() => {
      if (waits) breakOff()
      setAsked(choice)
    }, waits ? OVERTAKEN_MS : 0)
    return () => clearTimeout(timer)
  })
  return { data: query.data, error: query.error, busy: wanted && (moving || query.isFetching) }
}

/** Asks ahead what one step dearer would do, while people still read the question: the first turn is then answered at once, and the solver is awake. */
export function useAhead({ id, dial, outcome }: MeetingItemView, wanted: boolean): void {
  const { ask } = useAsk()
  const queries = useQueryClient()
  const next: MeetingChoiceInput | null = wanted && dial && outcome === null ? { what: 'help', line: dial.line, price: dial.price.now + dial.price.step, units: dial.units.now } : null
  const key = JSON.stringify(next)
  useEffect(() => {
    if (next) void queries.prefetchQuery({ ...ask(id, next), staleTime: Number.POSITIVE_INFINITY })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each slide and each state of its help
  }, [id, key])
}
