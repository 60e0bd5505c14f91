import type { PlanRules } from '#shared/contract/rules.ts'
import { percent } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { monthName } from './months.ts'

/** What the year says and no figure of the plan can show: regulations, foci, when money arrives, what to look at oneself. Quoted as the texts have it. */
export function YearNotes({ rules }: { readonly rules: PlanRules }) {
  const { t, language } = useTranslator()
  if (rules.regulations.length === 0) return null
  return (
    <details className="year-notes">
      <summary>{t('sources.rules.notes')}</summary>
      <div className="columns">
        <div>
          <h3>{t('sources.rules.notes')}</h3>
          <ul>{rules.notes.map((note) => <li key={note.text}><span lang="id">{note.text}</span> <span className="fine soft">{note.citation} · {t(`terms.confidence.${note.confidence}`)}</span></li>)}</ul>
        </div>
        <div>
          <h3>{t('sources.rules.stages')}</h3>
          <ul>
            {rules.stages.map((stage) => (
              <li key={`${stage.part}/${stage.villages}/${stage.stage}`}>
                {t('sources.rules.stage', { stage: stage.stage, share: percent(stage.shareBp, language) })}
                {stage.from !== null && `, ${t('sources.rules.from', { month: monthName(stage.from, language) })}`}
                {stage.until !== null && `, ${t('sources.rules.until', { month: monthName(stage.until, language) })}`}
                <span className="fine soft"> {t(`sources.rules.parts.${stage.part}`)}, {t(`sources.rules.villages.${stage.villages}`)} · {stage.citation} · {t(`terms.confidence.${stage.confidence}`)}</span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t('sources.rules.regulations')}</h3>
          <ul>{rules.regulations.map((one) => <li key={one.name}><span lang="id">{one.name}: {one.subject}</span> <span className="fine soft">{t(`terms.confidence.${one.confidence}`)}</span></li>)}</ul>
          {rules.foci.length > 0 && <h3>{t('sources.rules.foci')}</h3>}
          <ol>{rules.foci.map((focus) => <li key={focus.number} value={focus.number} lang="id">{focus.name}</li>)}</ol>
        </div>
      </div>
    </details>
  )
}
