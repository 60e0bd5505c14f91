import { useCallback, useMemo } from 'react'
import { useSettings } from '../../ui/settings.ts'
import { type Widths, WIDTHS_PX } from './columns.ts'

/** Key of the workspace's setting that keeps the widths, as JSON. */
const SETTING = 'budget-columns'

function isWidth(px: unknown): px is number {
  return Number.isInteger(px) && Number(px) >= WIDTHS_PX.least && Number(px) <= WIDTHS_PX.most
}

function read(text: string | undefined): Widths {
  if (!text) return {}
  try {
    const stored: unknown = JSON.parse(text)
    return typeof stored === 'object' && stored !== null && Object.values(stored).every(isWidth) ? (stored as Widths) : {}
  } catch {
    return {}
  }
}

/** Widths that this workspace's columns were given; they go with its file. Shown at once, kept behind. */
export function useWidths() {
  const { settings, set } = useSettings()
  const text = settings?.[SETTING]
  const widths = useMemo(() => read(text), [text])
  const save = useCallback((next: Widths) => set(SETTING, Object.keys(next).length === 0 ? '' : JSON.stringify(next)), [set])
  const setWidth = useCallback((key: string, px: number | null) => {
    const { [key]: before, ...others } = widths
    const next = px === null ? null : Math.max(WIDTHS_PX.least, Math.min(WIDTHS_PX.most, px))
    if (next === (before ?? null)) return
    save(next === null ? others : { ...others, [key]: next })
  }, [widths, save])
  const resetWidths = useCallback(() => save({}), [save])
  return { widths, setWidth, resetWidths }
}
