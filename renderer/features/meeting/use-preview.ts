import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import type { MeetingChoiceInput, MeetingItemView } from './types.ts'

/** A hand that still moves is not asked about. */
const STILL_MS = 160

/** What a choice would do, asked once the hand rests; the answer before stays in sight until the new one is there. Use below a key of the item. */
export function usePreview(item: MeetingItemView, choice: MeetingChoiceInput, wanted: boolean) {
  const api = useApi()
  const [settled, setSettled] = useState(choice)
  const moving = JSON.stringify(settled) !== JSON.stringify(choice)
  useEffect(() => {
    if (!moving) return undefined
    const timer = setTimeout(() => setSettled(choice), STILL_MS)
    return () => clearTimeout(timer)
  }, [choice, moving])
  const query = useQuery({ ...api.meeting.preview.queryOptions({ input: { item: item.id, choice: settled } }), enabled: wanted, placeholderData: (before) => before })
  return { data: query.data, error: query.error, busy: wanted && (moving || query.isFetching), again: () => void query.refetch() }
}
