import { useEffect, useRef } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { isTyping } from '../../ui/keys.ts'
import { useNotices } from '../../ui/notices.tsx'
import { useLastStep } from '../../ui/use-last-step.ts'
import { useColumnName } from './announcer.tsx'
import { cellText, NAME_COLUMN } from './cells.ts'
import { gridState, markKey, marksInSight } from './store.ts'

function isUndo(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z' && !isTyping(event.target)
}

/**
 * Ctrl+Z takes back what was done last, and a refused text is something that was done: it goes before the step before it, but not before a step
 * that came after it. A refused text of the active cell goes first in any case.
 */
export function useRejectedUndo(undo: () => Promise<void>): void {
  const { t, language } = useTranslator()
  const show = useNotices((state) => state.show)
  const columnName = useColumnName()
  const lastStep = useLastStep()
  // Pressed several times, each press looks at what the one before it has left.
  const turn = useRef<Promise<void>>(Promise.resolve())
  useEffect(() => {
    const drop = ({ key, mark, place }: ReturnType<typeof marksInSight>[number]) => {
      const { rows, columns, mark: set, select } = gridState()
      set(key, undefined)
      select(place)
      const row = rows[place.row]
      show({ text: t('budget.done.dropped', { text: mark.text, column: columnName(columns[place.col]), row: row ? cellText(row, NAME_COLUMN, language, String) : '' }), alarm: false, topic: 'step' })
    }
    const back = async () => {
      const state = gridState()
      const marks = marksInSight(state)
      const here = marks.find(({ key }) => key === markKey(state.rows[state.active.row], state.columns[state.active.col]))
      const newest = here ?? marks.at(-1)
      if (!newest) return undo()
      const { after } = newest.mark
      if (here || after === undefined || (await lastStep().catch(() => 0)) <= after) return drop(newest)
      return undo()
    }
    const pressed = (event: KeyboardEvent) => {
      if (!isUndo(event) || document.querySelector('dialog[open]') || marksInSight(gridState()).length === 0) return
      event.preventDefault()
      event.stopPropagation()
      turn.current = turn.current.then(back)
    }
    window.addEventListener('keydown', pressed, true)
    return () => window.removeEventListener('keydown', pressed, true)
  }, [undo, show, columnName, lastStep, t, language])
}
