import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { draftOf, overridesOf } from './draft.ts'
import { CeilingPart } from './editor-ceilings.tsx'
import { LinesPart } from './editor-lines.tsx'
import { LocksPart } from './editor-locks.tsx'
import { PricePart, ProtectPart, SeriesPart, StrategyPart } from './editor-parts.tsx'
import { NOTHING_CHANGED, type PlanLine, type ScenarioItem, type ScenarioOverrides, type Source } from './types.ts'
import { overrideWords } from './words.ts'

interface ScenarioEditorProps {
  /** null: a new one. */
  readonly scenario: ScenarioItem | null
  /** How a new one divides until another way is chosen: as the plan was divided. */
  readonly strategy: ScenarioOverrides['strategy']
  readonly taken: readonly ScenarioItem[]
  readonly sources: readonly Source[]
  readonly lines: readonly PlanLine[]
  readonly busy: boolean
  close(): void
  save(input: { readonly id?: string; readonly name: string; readonly overrides: ScenarioOverrides }): void
}

/** What a scenario says differently: money, prices, counts, who is protected, how it is divided; in words at the foot before it is run. */
export function ScenarioEditor({ scenario, strategy, taken, sources, lines, busy, close, save }: ScenarioEditorProps) {
  const translator = useTranslator()
  const { t, language } = translator
  const id = useId()
  const [draft, setDraft] = useState(() => {
    const lost = (scenario?.ignored ?? []).flatMap(({ what, id: name }) => (what === 'series' ? [name] : []))
    return draftOf(scenario?.name ?? '', scenario?.overrides ?? { ...NOTHING_CHANGED, strategy }, { sources, lines, lost }, language)
  })
  const [tried, setTried] = useState(false)
  const { overrides, wrong } = overridesOf(draft, sources, language)
  const name = draft.name.trim()
  const nameWrong = name === '' || name === '-' ? 'missing' : taken.some((one) => one.id !== scenario?.id && one.name.toLowerCase() === name.toLowerCase()) ? 'taken' : null
  const put = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (nameWrong === null && wrong.length === 0) save({ ...(scenario && { id: scenario.id }), name, overrides })
  }
  const said = overrideWords(overrides, lines, translator)
  const marked = tried ? wrong : []
  return (
    <Dialog title={t(scenario ? 'scenarios.editor.change' : 'scenarios.editor.new')} className="scenarios-root editor" close={close}>
      <form onSubmit={submit} noValidate>
        <div className="field">
          <label htmlFor={id}>{t('scenarios.editor.name')}</label>
          <input id={id} type="text" data-focus maxLength={120} value={draft.name} placeholder={t('scenarios.editor.nameHint')} aria-invalid={tried && nameWrong !== null} aria-describedby={tried && nameWrong !== null ? `${id}-wrong` : undefined} onChange={(event) => put({ name: event.target.value })} />
          {tried && nameWrong !== null && <p id={`${id}-wrong`} className="fine alarm" role="alert">▲ {t(`scenarios.editor.wrong.${nameWrong}`)}</p>}
        </div>
        <CeilingPart draft={draft} sources={sources} wrong={marked} put={put} />
        <PricePart draft={draft} lines={lines} wrong={marked} put={put} />
        <SeriesPart draft={draft} put={put} />
        <ProtectPart draft={draft} lines={lines} sources={sources} put={put} />
        <LinesPart draft={draft} lines={lines} wrong={marked} put={put} />
        <LocksPart draft={draft} lines={lines} put={put} />
        <StrategyPart draft={draft} put={put} />
        <footer className="stays">
          <p className="fine soft" aria-live="polite">{said.length === 0 ? t('scenarios.saysNothing') : said.join(' · ')}</p>
          {tried && wrong.length > 0 && <p className="fine alarm" role="alert">▲ {t('scenarios.editor.wrong.figure')}</p>}
          <button type="button" onClick={close}>{t('scenarios.editor.cancel')}</button>
          <button type="submit" className="primary" disabled={busy}>{t('scenarios.editor.save')}</button>
        </footer>
      </form>
    </Dialog>
  )
}
