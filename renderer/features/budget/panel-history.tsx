import { useQuery } from '@tanstack/react-query'
import { number } from '#shared/i18n/format.ts'
import { stepText } from '#shared/i18n/step-text.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { Loading } from '../../ui/loading.tsx'
import { changeLabel } from './change-label.ts'

const SHOWN = 4

/** What a figure was before, newest first, with the step that changed it and its reason. Asked for only when it is opened. */
export function History({ line, source }: { readonly line: string; readonly source: string | undefined }) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const history = useQuery(api.history.figure.queryOptions({ input: source === undefined ? { line } : { line, source } }))
  const figure = (value: number | string | null) => (value === null ? '–' : typeof value === 'number' ? number(value, language) : (translator.find(`terms.groups.${value}`) ?? value))
  return (
    <section>
      <h3>{t('budget.panel.history')}</h3>
      {history.isPending && <Loading />}
      {history.error && <p className="soft">{errorText(history.error, translator)}</p>}
      {history.data?.length === 0 && <p className="soft">{t('budget.panel.historyNone')}</p>}
      <ul className="history">
        {history.data?.slice(0, SHOWN).map((change) => (
          <li key={`${change.step.id}/${change.figure}/${change.label}`} className={change.step.state === 'done' ? undefined : 'faint'}>
            <span className="num">{figure(change.from)} → {figure(change.to)}</span> <span className="soft fine">{changeLabel(change, language)}. {stepText(change.step, translator)}{change.step.reason && `: ${change.step.reason}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
