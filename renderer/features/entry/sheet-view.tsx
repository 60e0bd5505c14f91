import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { number } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { goTo, hrefOf } from '../../ui/route.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useCommand } from '../../ui/use-command.ts'
import { EntryTable } from './entry-table.tsx'
import { Gone } from './gone.tsx'
import type { Row, RowRef } from './types.ts'

/** What is to be typed, in the order of the program's screens, with copyable cells and ticks that are kept. */
export function SheetView() {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const [onlyOpen, setOnlyOpen] = useState(false)
  const sheet = useQuery(api.entry.sheet.queryOptions({ input: {}, placeholderData: (previous) => previous }))
  const ticking = useCommand(['entry', 'tick'], (input: { rows: RowRef[]; typed: boolean }) => api.entry.tick.call(input))
  if (sheet.error) return <Failure error={sheet.error} again={() => void sheet.refetch()} />
  if (!sheet.data) return <Message title={t('window.states.loading')} />
  const { data } = sheet
  const { counts, target } = data
  if (counts.rows === 0 && counts.gone === 0) {
    return <Message title={t('entry.empty')} text={t('entry.emptyHint')} action={{ label: t('entry.toBudget'), run: () => goTo('anggaran') }} />
  }
  const write = async (format: 'csv' | 'xlsx') => {
    try {
      saveFile(await api.entry.export.call({ format, language }))
      show({ alarm: false, text: t('entry.exported') })
    } catch (error) {
      show({ alarm: true, text: errorText(error, translator) })
    }
  }
  const tick = (rows: RowRef[], typed: boolean) => ticking.mutate({ rows, typed })
  // What was just ticked stands there at once; the command ends when the rows are read anew.
  const pending = ticking.isPending ? ticking.variables : undefined
  const isTyped = (row: Row): boolean => (pending?.rows.some((one) => one.lineId === row.lineId && one.sourceId === row.sourceId) ? pending.typed : row.state === 'typed')
  return (
    <>
      <div className="entry-bar">
        <h2>{t(`entry.names.${target}`)}</h2>
        <p role="status" className="progress-words">
          {t('entry.progress', { typed: number(counts.typed, language), rows: number(counts.rows, language), amount: number(data.typedAmount, language), total: number(data.amount, language) })}
          {counts.changed > 0 && <strong className="attention"> ▲ {t('entry.changedCount', { count: counts.changed })}</strong>}
          {counts.gone > 0 && <strong className="alarm"> ▲ {t('entry.goneCount', { count: counts.gone })}</strong>}
        </p>
        <span className="end">
          <label className="check"><input type="checkbox" checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)} /> {t('entry.onlyOpen')}</label>
          <a href={hrefOf('dokumen', 'lembar-entri')}>{t('entry.pdf')}</a>
          {target === 'siskeudes' && <button type="button" onClick={() => void write('csv')}>{t('entry.csv')}</button>}
          <button type="button" className="primary" onClick={() => void write('xlsx')}>{t('entry.xlsx')}</button>
        </span>
      </div>
      <p className="entry-hint soft fine">{t(`entry.sheetHint.${target}`)}</p>
      <div className="entry-scroll" role="region" aria-label={t(`entry.names.${target}`)} tabIndex={-1}>
        {counts.gone > 0 && <Gone rows={data.gone} done={(row) => tick([row], false)} />}
        {onlyOpen && counts.typed === counts.rows ? <p className="entry-none good">✓ {t('entry.allTyped')}</p> : <EntryTable sheet={data} onlyOpen={onlyOpen} isTyped={isTyped} tick={tick} />}
      </div>
    </>
  )
}
