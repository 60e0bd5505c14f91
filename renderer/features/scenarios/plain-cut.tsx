import { type FormEvent, useState } from 'react'
import { MINUS } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { changeText, parseChange } from './change.ts'
import { NOTHING_CHANGED, type ScenarioOverrides, type Source } from './types.ts'

interface PlainCutProps {
  readonly sources: readonly Source[]
  start(name: string, overrides: ScenarioOverrides): void
}

/** Another ceiling by so many percent, of any source that has one: two fields and a button. A number without a sign is a cut. */
export function PlainCut({ sources, start }: PlainCutProps) {
  const { t, language } = useTranslator()
  const withMoney = sources.filter(({ ceiling }) => (ceiling ?? 0) > 0)
  const main = withMoney.find(({ code, origin }) => origin === 'current' && (code === 'DDS' || code === 'DAU'))
  const [chosen, setChosen] = useState('')
  const [text, setText] = useState(`${MINUS}40%`)
  const [tried, setTried] = useState(false)
  const source = withMoney.find(({ label }) => label === chosen) ?? main ?? withMoney[0]
  const typed = parseChange(text)
  const change = typed !== undefined && /^\s*\d/.test(text) ? -typed : typed
  const wrong = change === undefined || change === 0 || change < -10_000
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!source || change === undefined || wrong) return
    start(`${source.label} ${changeText(change, language)}`, { ...NOTHING_CHANGED, ceilings: [{ source: source.label, kind: 'percent', changeBp: change }] })
  }
  if (!source) return <p className="fine soft">{t('scenarios.noSources')}</p>
  return (
    <form className="plain-cut" onSubmit={submit} aria-label={t('scenarios.presets.cut.name')}>
      <button type="submit">{t('scenarios.presets.cut.name')}</button>
      <div>
        <p>
          <select aria-label={t('scenarios.presets.cut.source')} value={source.label} onChange={(event) => setChosen(event.target.value)}>
            {withMoney.map(({ id, label, name }) => <option key={id} value={label}>{label} · {name}</option>)}
          </select>{' '}
          <input className="amount" type="text" aria-label={t('scenarios.presets.cut.change')} value={text} aria-invalid={tried && wrong} onChange={(event) => setText(event.target.value)} />
        </p>
        {tried && wrong && <p className="fine alarm" role="alert">▲ {t('scenarios.versions.wrongIndex')}</p>}
        <p className="fine soft">{t('scenarios.presets.cut.text')}</p>
      </div>
    </form>
  )
}
