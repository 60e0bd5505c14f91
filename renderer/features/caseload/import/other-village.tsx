import { useQuery } from '@tanstack/react-query'
import type { ImportReport } from '#shared/contract/caseload.ts'
import { otherVillageText } from '#shared/i18n/warning-text.ts'
import { useApi } from '../../../ui/api.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { FileButton } from '../file-button.tsx'

interface OtherVillageProps {
  readonly report: ImportReport
  readonly busy: boolean
  accept(): void
  take(file: File): void
}

/** A file that says it is of another village, in whole or in part: which, how many rows, and the only way to have them counted here all the same. */
export function OtherVillage({ report, busy, accept, take }: OtherVillageProps) {
  const translator = useTranslator()
  const { t } = translator
  const info = useQuery(useApi().workspace.info.queryOptions({ input: {} })).data
  const area = info?.regionName ?? ''
  return (
    <div className="problem" role="alert">
      <p className="attention"><span aria-hidden="true">▲ </span>{otherVillageText(report, area, translator)}</p>
      <FileButton label={t('caseload.import.otherFile')} take={take} />
      <button type="button" disabled={busy} onClick={accept}>{t('caseload.import.acceptOther', { area })}</button>
    </div>
  )
}
