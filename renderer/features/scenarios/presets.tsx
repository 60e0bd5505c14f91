import { useQuery } from '@tanstack/react-query'
import { rupiah } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PlainCut } from './plain-cut.tsx'
import { NOTHING_CHANGED, type ScenarioOverrides, type Source } from './types.ts'

interface PresetsProps {
  /** Only names on buttons, and only those that apply. */
  readonly short?: boolean
  readonly sources: readonly Source[]
  start(name: string, overrides: ScenarioOverrides): void
}

/** Ready-made cuts of Dana Desa: each with what it would make of the ceiling and what it rests on; one step makes and runs it. */
export function Presets({ short = false, sources, start }: PresetsProps) {
  const { t, language } = useTranslator()
  const api = useApi()
  const presets = useQuery(api.scenario.presets.queryOptions({ input: {} }))
  const begin = (preset: NonNullable<typeof presets.data>[number]) => {
    if (preset.source === null) return
    start(t(`scenarios.presets.${preset.preset}.name`), { ...NOTHING_CHANGED, ceilings: [{ source: preset.source, kind: 'preset', preset: preset.preset }] })
  }
  // Where a plan has no Dana Desa, what is only about it would say nothing.
  const all = (presets.data ?? []).filter(({ why }) => why !== 'not_village_fund')
  if (short) {
    return (
      <>
        {all.filter(({ applies }) => applies).map((one) => (
          <button key={one.preset} type="button" className="quiet-action" onClick={() => begin(one)}>+ {t(`scenarios.presets.${one.preset}.name`)}</button>
        ))}
      </>
    )
  }
  return (
    <ul className="presets" aria-busy={presets.isPending}>
      {presets.isPending && <li><Loading /></li>}
      {all.map((one) => (
        <li key={one.preset}>
          <button type="button" disabled={!one.applies || one.source === null} onClick={() => begin(one)}>{t(`scenarios.presets.${one.preset}.name`)}</button>
          <div>
            <p>{t(`scenarios.presets.${one.preset}.text`)}</p>
            {one.applies && one.before !== null && one.after !== null && (
              <p className="figures">{t('scenarios.presets.effect', { source: one.source ?? '', before: rupiah(one.before, language), after: rupiah(one.after, language) })}{one.estimated && <span className="attention"> {t('scenarios.estimated')}</span>}</p>
            )}
            {one.why !== null && <p className="fine attention">{t(`scenarios.refusals.${one.why}`)}</p>}
            <p className="fine soft">{one.basis.source} · {t(`terms.confidence.${one.basis.confidence}`)}</p>
          </div>
        </li>
      ))}
      <li><PlainCut sources={sources} start={start} /></li>
    </ul>
  )
}
