import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { moved, type Place, tabbed } from '../../ui/grid-moves.ts'
import { gridState } from './store.ts'

interface CellEditorProps {
  readonly label: string
  readonly numeric: boolean
  commit(place: Place, text: string): void
}

/** The one editor: it lies over the active cell. Enter, Tab and leaving save; Esc lets the text go. */
export function CellEditor({ label, numeric, commit }: CellEditorProps) {
  const { t } = useTranslator()
  const input = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  const { editing, active, leave } = gridState()
  useEffect(() => {
    const field = input.current
    field?.focus()
    if (!editing?.typed) field?.select()
  }, [editing])
  if (!editing) return null

  const finish = (save: boolean) => {
    if (done.current) return
    done.current = true
    const text = input.current?.value ?? ''
    const grid = input.current?.closest<HTMLElement>('[role="treegrid"]')
    leave()
    grid?.focus({ preventScroll: true })
    if (save) commit(active, text)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const { rows, columns, select } = gridState()
    const size = { rows: rows.length, columns: columns.length }
    const arrow = editing.typed && event.key.startsWith('Arrow') ? moved(event.key, false, active, size, 1, () => false) : undefined
    const step = event.shiftKey ? -1 : 1
    const target = event.key === 'Enter' ? { row: Math.max(0, Math.min(rows.length - 1, active.row + step)), col: active.col } : event.key === 'Tab' ? tabbed(active, step, size) ?? active : arrow
    if (!target && event.key !== 'Escape') return
    event.preventDefault()
    finish(event.key !== 'Escape')
    if (target) select(target)
  }
  return (
    <input
      ref={input}
      className={numeric ? 'editor num' : 'editor'}
      aria-label={label}
      title={t('budget.help')}
      defaultValue={editing.text}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
      onPaste={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
    />
  )
}
