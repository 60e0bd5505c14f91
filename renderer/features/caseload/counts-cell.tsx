import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { ratioBp } from '#shared/domain/money.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { number, outOf, percent } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { SeriesSummary } from '../../ui/trend.ts'
import { groupName } from './group-name.ts'
import { wholeOf } from './rows.ts'
import type { Refused } from './use-typing.ts'

interface ShownProps {
  readonly series: SeriesSummary
  readonly group: CountKey
}

/** A count, and under it what share of its whole it is; unknown is said, never 0. */
export function Shown({ series, group }: { readonly series: Pick<SeriesSummary, 'counts'>; readonly group: CountKey }) {
  const { t, language } = useTranslator()
  const count = series.counts[group]
  if (count === undefined) return <span className="faint fine">{t('caseload.unknown')}</span>
  const wholeKey = wholeOf(group)
  const whole = wholeKey && series.counts[wholeKey]
  return (
    <>
      {number(count, language)}
      {whole !== undefined && (
        <small>{t('caseload.table.stunted', { part: outOf(count, whole, language), percent: percent(ratioBp(count, whole), language) })}</small>
      )}
    </>
  )
}

/** A survey's percentage, which stands in the row of what it estimates and nowhere else. */
export function SurveyFigure({ series, group }: ShownProps) {
  const { t, language } = useTranslator()
  return group === 'stunted' ? <>{percent(series.prevalenceBp, language)}<small>{t('caseload.table.notSame')}</small></> : null
}

/** What could not be understood, as it was typed, with the reason in words. */
export function Marked({ refused }: { readonly refused: Refused }) {
  const { t } = useTranslator()
  return (
    <span className="marked alarm">
      <span aria-hidden="true">▲ </span>
      {refused.text}
      <small>{t(`caseload.refusal.${refused.code}`, { value: refused.text })}</small>
    </span>
  )
}

interface EditorProps extends ShownProps {
  readonly start: string
  /** `move`: where the cursor goes after it, in rows and columns. */
  done(value: string, move: readonly [number, number]): void
  left(value: string): void
  cancel(): void
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = { Enter: [1, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0], Tab: [0, 1] }

/** The open cell. Enter, Tab, up and down save and go on; Esc leaves what stood there. */
export function Editor({ series, group, start, done, left, cancel }: EditorProps) {
  const translator = useTranslator()
  const { t } = translator
  const input = useRef<HTMLInputElement>(null)
  const over = useRef(false)
  useLayoutEffect(() => {
    input.current?.focus()
    input.current?.setSelectionRange(start.length, start.length)
  }, [start])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    const move = MOVES[event.key]
    if (event.key === 'Escape') {
      over.current = true
      cancel()
    } else if (move) {
      event.preventDefault()
      over.current = true
      done(event.currentTarget.value, event.shiftKey ? [-move[0] || 0, -move[1] || 0] : move)
    }
  }
  return (
    <input
      ref={input} className="num" type="text" inputMode="numeric" defaultValue={start} aria-label={t('caseload.table.edit', { group: groupName(group, translator), series: series.name })}
      onKeyDown={onKeyDown} onBlur={(event) => { if (!over.current) left(event.currentTarget.value) }}
    />
  )
}
