import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { moved, type Place, tabbed } from '../../ui/grid-moves.ts'
import { type Editing, gridState } from './store.ts'

interface CellEditorProps {
  readonly label: string
  readonly numeric: boolean
  commit(place: Place, text: string): void
}

/** The one editor: it lies over the active cell. Enter, Tab and leaving save, also when it is scrolled out of sight; Esc lets the text go. */
export function CellEditor(props: CellEditorProps) {
  const { editing } = gridState()
  return editing && <Editor {...props} editing={editing} />
}

function Editor({ label, numeric, commit, editing }: CellEditorProps & { readonly editing: Editing }) {
  const { t } = useTranslator()
  const input = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  const { active, leave } = gridState()

  const finish = (save: boolean, text: string) => {
    if (done.current) return
    done.current = true
    leave()
    document.getElementById('isi')?.focus({ preventScroll: true })
    if (save) commit(active, text)
  }
  const taken = useRef(finish)
  useEffect(() => void (taken.current = finish))
  useEffect(() => {
    const field = input.current
    field?.focus()
    if (!editing.typed) field?.select()
    return () => {
      // The row went out of sight, or the screen did, and nobody said that the field was left.
      if (field && !field.isConnected) taken.current(true, field.value)
    }
  }, [editing])
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
    finish(event.key !== 'Escape', event.currentTarget.value)
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
      onBlur={(event) => finish(true, event.currentTarget.value)}
      onPaste={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
    />
  )
}
