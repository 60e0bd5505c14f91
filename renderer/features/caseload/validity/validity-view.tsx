import { type KeyboardEvent, useState } from 'react'
import { useTranslator } from '../../../ui/language.tsx'
import type { SeriesSummary } from '../../../ui/trend.ts'
import { CrossView } from '../cross/cross-view.tsx'
import { GrowthDialog } from '../growth/growth-dialog.tsx'
import { RemeasureView } from '../remeasure/remeasure-view.tsx'
import { RevealButton, RevealNote } from '../reveal-button.tsx'
import type { Reveal } from '../use-children.ts'
import { FindingsView } from './findings-view.tsx'

const PARTS = ['findings', 'cross', 'remeasure'] as const
type Part = (typeof PARTS)[number]

interface ValidityViewProps {
  readonly series: SeriesSummary
  /** By-name lists that can be looked at. */
  readonly offered: readonly SeriesSummary[]
  pick(id: string): void
}

/** How far a by-name list can be trusted: its score and what lowers it, its file against our reckoning, and whom to measure again. */
export function ValidityView({ series, offered, pick }: ValidityViewProps) {
  const { t } = useTranslator()
  const [part, setPart] = useState<Part>('findings')
  const [reveal, setReveal] = useState<Reveal>('nothing')
  const [child, setChild] = useState<{ readonly series: string; readonly child: number }>()
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = by === 0 ? undefined : PARTS[(PARTS.indexOf(part) + by + PARTS.length) % PARTS.length]
    if (!next) return
    event.preventDefault()
    setPart(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-part="${next}"]`)?.focus()
  }
  return (
    <div className="truth">
      <div className="filters">
        <div className="tabs" role="tablist" aria-label={t('truth.parts.label')} onKeyDown={onKeyDown}>
          {PARTS.map((one) => (
            <button key={one} type="button" role="tab" data-part={one} id={`validity-${one}`} aria-selected={one === part} aria-controls="validity-part" tabIndex={one === part ? 0 : -1} onClick={() => setPart(one)}>
              {t(`truth.parts.${one}`)}
            </button>
          ))}
        </div>
        <label htmlFor="validity-of">{t('caseload.areas.series')}</label>
        <select id="validity-of" value={series.id} onChange={(event) => pick(event.target.value)}>{offered.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>
        <RevealButton reveal={reveal} set={setReveal} />
      </div>
      <div className="truth-part" id="validity-part" role="tabpanel" aria-labelledby={`validity-${part}`}>
        {part === 'findings' && <FindingsView key={series.id} series={series.id} reveal={reveal} open={(one) => setChild({ series: series.id, child: one })} />}
        {part === 'cross' && <CrossView key={series.id} series={series} reveal={reveal} open={(one) => setChild({ series: series.id, child: one })} />}
        {part === 'remeasure' && <RemeasureView key={series.id} series={series} reveal={reveal} open={setChild} />}
      </div>
      <RevealNote reveal={reveal} />
      {child && <GrowthDialog {...child} reveal={reveal} close={() => setChild(undefined)} />}
    </div>
  )
}
