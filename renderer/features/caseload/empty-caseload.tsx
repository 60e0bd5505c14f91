import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { localDay } from '../../ui/local-day.ts'
import { goTo } from '../../ui/route.ts'
import { useCommand } from '../../ui/use-command.ts'
import { FileButton } from './file-button.tsx'

/** What belongs here while nothing is here: a file, or a column to type into. */
export function EmptyCaseload({ take }: { take(file: File): void }) {
  const { t } = useTranslator()
  const api = useApi()
  const add = useCommand(['caseload', 'addSeries'], (input: { name: string; measuredOn: string }) => api.caseload.addSeries.call(input))
  // Its own promise: once the column is there, this is gone.
  const type = () => add.mutateAsync({ name: t('caseload.empty.manual'), measuredOn: localDay() }).then(({ id }) => goTo('sasaran', id), () => undefined)
  return (
    <div className="message">
      <h2>{t('caseload.empty.title')}</h2>
      <p>{t('caseload.empty.text')}</p>
      <div className="buttons">
        <FileButton className="primary" label={t('caseload.actions.import')} take={take} />
        <button type="button" onClick={() => void type()}>{t('caseload.empty.type')}</button>
      </div>
    </div>
  )
}
