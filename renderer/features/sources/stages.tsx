import { type FormEvent, useId, useState } from 'react'
import { percent } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { MONTHS, monthName } from './months.ts'
import { parsePercent } from '../../ui/percent.ts'
import type { Source } from './types.ts'
import { useSourceCommands } from './use-source-commands.ts'

/** What arrives in which month, as parts of the ceiling; kept as it is typed, never reckoned with elsewhere. */
export function Stages({ source }: { readonly source: Source }) {
  const { t, language } = useTranslator()
  const id = useId()
  const { setSource } = useSourceCommands()
  const [month, setMonth] = useState('')
  const [share, setShare] = useState('')
  const [wrong, setWrong] = useState<'percent' | 'over' | null>(null)
  const sum = source.stages.reduce((total, stage) => total + stage.shareBp, 0)
  const free = MONTHS.filter((one) => !source.stages.some((stage) => stage.month === one))
  const chosen = free.find((one) => String(one) === month) ?? free[0]
  const put = (stages: Source['stages'], done?: () => void) => setSource.mutate({ source: source.code, carryOver: source.origin === 'carry_over', stages }, { onSuccess: () => done?.() })
  const add = (event: FormEvent) => {
    event.preventDefault()
    const shareBp = parsePercent(share)
    if (shareBp === undefined || shareBp === 0) return setWrong('percent')
    if (sum + shareBp > 10_000) return setWrong('over')
    setWrong(null)
    if (chosen !== undefined) put([...source.stages, { month: chosen, shareBp }], () => setShare(''))
    return undefined
  }
  return (
    <div className="sub">
      <h3>{t('sources.detail.stages')}</h3>
      <p className="fine soft" id={`${id}-takes`}>{source.stages.length === 0 && t('sources.detail.stagesNone')} {t('sources.detail.stagesHint')}</p>
      {source.stages.length > 0 && (
        <ul className="tags">
          {source.stages.map((stage) => (
            <li key={stage.month}>
              {monthName(stage.month, language)} {percent(stage.shareBp, language)}
              <button type="button" className="plain" aria-label={t('sources.detail.stageRemove', { month: monthName(stage.month, language) })} onClick={() => put(source.stages.filter((one) => one !== stage))}>×</button>
            </li>
          ))}
          <li className="bare soft">{t('sources.detail.stageSum', { share: percent(sum, language) })}</li>
        </ul>
      )}
      {free.length > 0 && sum < 10_000 && (
        <form className="row" onSubmit={add}>
          <select aria-label={t('sources.detail.month')} value={chosen} onChange={(event) => setMonth(event.target.value)}>
            {free.map((one) => <option key={one} value={one}>{monthName(one, language)}</option>)}
          </select>
          <input className="amount short" aria-label={t('sources.detail.share')} aria-invalid={wrong !== null} aria-describedby={wrong ? `${id}-note` : `${id}-takes`} placeholder="%" value={share} onChange={(event) => setShare(event.target.value)} />
          <button type="submit">{t('sources.detail.stageAdd')}</button>
        </form>
      )}
      {wrong && <p id={`${id}-note`} className="fine alarm" role="alert">▲ {t(`sources.invalid.${wrong}`)}</p>}
    </div>
  )
}
