import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FAMILIES, type Family, FAMILY_NAMES } from '#shared/domain/target-group.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { shareText } from '../../ui/percent.ts'
import { MoneyCurve } from './money-curve.tsx'
import { SeriesCurve } from './series-curve.tsx'

/** How fine the curve is from −60 % to +20 %: each step, and the points that it makes. */
const STEPS = [{ bp: 500, points: 17 }, { bp: 200, points: 41 }] as const

/** Kepekaan: need and coverage over a range of money, and with each series; of the plan, or of a scenario. */
export function CurveView() {
  const { t, language } = useTranslator()
  const api = useApi()
  const scenarios = useQuery(api.scenario.list.queryOptions({ input: {} }))
  const sources = useQuery(api.plan.sources.queryOptions({ input: {} }))
  const [scenario, setScenario] = useState('')
  const [source, setSource] = useState('')
  const [count, setCount] = useState<number>(STEPS[0].points)
  const series = useQuery(api.caseload.list.queryOptions({ input: {} }))
  // `child/Verval II …`: a series of one family in place of the plan's.
  const [other, setOther] = useState('')
  const [family, ...name] = other.split('/')
  const counts = other === '' ? undefined : { [family as Family]: name.join('/') }
  const choices = FAMILY_NAMES.flatMap((one) => {
    const counting = (series.data ?? []).filter(({ kind, counts: counted }) => kind !== 'survey' && FAMILIES[one].some((group) => counted[group] !== undefined))
    return counting.length > 1 ? counting.map((found) => ({ value: `${one}/${found.name}`, label: `${t(`terms.families.${one}`)}: ${found.name}` })) : []
  })
  const withMoney = (sources.data ?? []).filter(({ ceiling }) => (ceiling ?? 0) > 0)
  return (
    <>
      <div className="bar">
        <label className="pick-one">{t('scenarios.curve.of')} <select value={scenario} onChange={(event) => setScenario(event.target.value)}>
          <option value="">{t('scenarios.base')}</option>
          {(scenarios.data ?? []).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select></label>
        <label className="pick-one">{t('scenarios.curve.over')} <select value={source} onChange={(event) => setSource(event.target.value)}>
          <option value="">{t('scenarios.curve.usual')}</option>
          <option value="*">{t('scenarios.curve.allMoney')}</option>
          {withMoney.map(({ id, label, name }) => <option key={id} value={label}>{name}</option>)}
        </select></label>
        <label className="pick-one">{t('scenarios.curve.step')} <select value={count} onChange={(event) => setCount(Number(event.target.value))}>
          {STEPS.map(({ bp, points }) => <option key={points} value={points}>{t('scenarios.curve.steps', { step: shareText(bp, language), points })}</option>)}
        </select></label>
        {choices.length > 0 && (
          <label className="pick-one">{t('scenarios.curve.with')} <select value={other} onChange={(event) => setOther(event.target.value)}>
            <option value="">{t('scenarios.curve.own')}</option>
            {choices.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
          </select></label>
        )}
      </div>
      <MoneyCurve key={`${scenario}/${source}/${other}/${count}`} count={count} scenario={scenario === '' ? undefined : scenario} source={source === '' ? undefined : source} series={counts} />
      <SeriesCurve key={scenario} scenario={scenario === '' ? undefined : scenario} />
    </>
  )
}
