import { type ReactNode, type ToggleEvent, useId, useState } from 'react'
import type { PlanSummary } from '#shared/contract/plan.ts'
import { stuntedReached } from '#shared/domain/coverage.ts'
import { outOf, percent, rupiah } from '#shared/i18n/format.ts'
import { useTranslator } from './language.tsx'
import { placeUnder } from './popover.ts'
import { StripExplained, type StripFigure } from './strip-explained.tsx'

interface FigureText {
  readonly key: StripFigure
  readonly label: string
  readonly value: string
  readonly tail?: string
  /** The tail is words that may be cut where there is no room. */
  readonly words?: true
  /** Ends the tail where there is room for it. */
  readonly rest?: string
  readonly tone?: string
}

/** The one line that always tells the truth about a plan; announced politely when a figure changes. Each figure opens to how it came about. */
export function Strip({ summary }: { readonly summary: PlanSummary }) {
  const { t, language } = useTranslator()
  const { children, cadres } = summary
  const money = (amount: number) => rupiah(amount, language)
  /** `16 dari 16`, and where it is not for all the months, for how many. */
  const reached = (count: number, of: { readonly total: number | null; readonly months: number | null; readonly monthsNeeded: number | null }) => {
    if (of.total === null) return { value: '–', tail: ` ${t('window.strip.unknown')}` }
    const value = outOf(count, of.total, language)
    return of.months === null || of.monthsNeeded === null ? { value } : { value, tail: `, ${t('window.strip.months', { months: outOf(of.months, of.monthsNeeded, language) })}` }
  }
  const figures: readonly FigureText[] = [
    { key: 'need', label: t('window.strip.need'), value: money(summary.need), ...(summary.uncounted > 0 ? { tail: ` ● ${t('window.strip.uncounted', { count: summary.uncounted })}`, words: true } : {}) },
    { key: 'funded', label: t('window.strip.funded'), value: money(summary.funded), ...(summary.over > 0 ? { tone: 'alarm', tail: ` ▲ ${t('window.strip.over', { money: money(summary.over) })}`, rest: ` ${t('window.strip.overOf')}` } : { tone: 'good' }) },
    { key: 'gap', label: t('window.strip.gap'), value: money(summary.gap), ...(summary.gap > 0 ? { tone: 'alarm' } : {}) },
    { key: 'children', label: t('window.strip.children'), ...reached(stuntedReached(children), children) },
    { key: 'direct', label: t('window.strip.direct'), value: percent(summary.directShareBp, language), tail: ` ${t(summary.directShareBp === null ? 'window.strip.noneFunded' : 'window.strip.ofFunded')}`, words: true },
    { key: 'cadres', label: t('window.strip.cadres'), ...reached(cadres.receiving, cadres.months === cadres.monthsNeeded ? { ...cadres, months: null } : cadres) },
  ]
  const id = useId()
  return (
    <section className="strip" aria-label={t('window.strip.label')}>
      <dl aria-live="polite">
        {figures.map(({ key, label, value, tail, words, rest, tone }) => (
          <div key={key}>
            <dt id={`${id}-${key}-label`}>{label}</dt>
            <dd className={tone}>
              <button type="button" id={`${id}-${key}-value`} aria-labelledby={`${id}-${key}-label ${id}-${key}-value`} popoverTarget={`${id}-${key}`}>
                {value}
                {tail && <small className={words && 'words'}>{tail}{rest && <span className="rest">{rest}</span>}</small>}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {figures.map(({ key, label, value, tail, rest }) => (
        <Explanation key={key} id={`${id}-${key}`} opener={`${id}-${key}-value`} label={label}>
          <StripExplained figure={key} label={label} value={`${value}${tail ?? ''}${rest ?? ''}`} summary={summary} close={() => document.getElementById(`${id}-${key}`)?.hidePopover()} />
        </Explanation>
      ))}
    </section>
  )
}

/** What is behind a figure is read only when it is opened. */
function Explanation({ id, opener, label, children }: { readonly id: string; readonly opener: string; readonly label: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const toggled = (event: ToggleEvent<HTMLDivElement>) => {
    const element = event.currentTarget
    setOpen(event.newState === 'open')
    if (event.newState === 'open') placeUnder(element, document.getElementById(opener))
  }
  return (
    <div popover="auto" id={id} className="pop explained" role="dialog" aria-label={label} onToggle={toggled} tabIndex={-1}>
      {open && children}
    </div>
  )
}
