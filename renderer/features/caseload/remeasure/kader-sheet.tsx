import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useApi } from '../../../ui/api.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { errorText } from '../../../ui/error-text.ts'
import { Failure } from '../../../ui/failure.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { Message } from '../../../ui/message.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import { PaperSheet } from '../../../ui/paper.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { useZoom } from '../../../ui/use-zoom.ts'
import { Choice } from '../choice.tsx'

interface KaderSheetProps {
  readonly series: string
  readonly posyandu: string | undefined
  /** How many children and posyandu it names. */
  readonly count: number
  readonly places: number
}

/** The list as it prints: initials only, unless names are asked for after what will leave has been said. */
export function KaderSheet({ series, posyandu, count, places }: KaderSheetProps) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const [paper, setPaper] = useState<'F4' | 'A4'>('F4')
  const [named, setNamed] = useState(false)
  const [asking, setAsking] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  const input = { series, paper, language, reveal: named ? 'names' as const : 'nothing' as const, ...(posyandu === undefined ? {} : { posyandu }) }
  const { data, error, refetch } = useQuery({ ...api.caseload.remeasurePages.queryOptions({ input }), gcTime: 0 })
  const factor = useZoom(holder, data?.[0]?.width ?? 330, 'fit')
  const save = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') => api.caseload.remeasureExport.call({ ...input, format }),
    onSuccess: async (file) => {
      const kept = await saveFile(file)
      if (kept !== 'no') show(kept === 'yes' ? { text: t('truth.remeasure.saved'), alarm: false } : { text: t('papers.notWritten', { name: file.name }), alarm: true })
    },
    onError: (failed) => show({ text: errorText(failed, translator), alarm: true }),
  })
  return (
    <div className="kader-sheet">
      <div className="filters tools">
        <p className={named ? 'alarm says' : 'soft says'}>{named && <span aria-hidden="true">▲ </span>}{t(named ? 'truth.remeasure.named' : 'truth.remeasure.initials')}</p>
        <span className="end buttons">
          <Choice<'F4' | 'A4'> label={t('truth.remeasure.paper')} value={paper} options={[['F4', 'F4'], ['A4', 'A4']]} pick={setPaper} />
          {named ? <button type="button" onClick={() => setNamed(false)}>{t('truth.remeasure.withoutNames')}</button> : <button type="button" onClick={() => setAsking(true)}>{t('truth.remeasure.withNames')}</button>}
          <button type="button" disabled={save.isPending} onClick={() => save.mutate('csv')}>{t('truth.remeasure.csv')}</button>
          <button type="button" disabled={save.isPending} onClick={() => save.mutate('xlsx')}>{t('truth.remeasure.xlsx')}</button>
          <button type="button" className="primary" disabled={!data} onClick={() => window.print()}>{t('truth.remeasure.print')}</button>
        </span>
      </div>
      <div className="desk" ref={holder} role="region" tabIndex={0} aria-label={t('truth.remeasure.preview')}>
        {error ? <Failure error={error} again={() => void refetch()} /> : data ? (
          <div className="pages" style={{ zoom: factor }}>{data.map((sheet) => <PaperSheet key={sheet.name} sheet={sheet} />)}</div>
        ) : <Message title={t('window.states.loading')} />}
      </div>
      {asking && (
        <Dialog className="caseload-dialog" title={t('truth.remeasure.askTitle')} close={() => setAsking(false)}>
          <p>{t('truth.remeasure.ask', { count, places })}</p>
          <div className="buttons">
            <button type="button" onClick={() => setAsking(false)}>{t('caseload.actions.cancel')}</button>
            <button type="button" className="primary" onClick={() => { setNamed(true); setAsking(false) }}>{t('truth.remeasure.askYes')}</button>
          </div>
        </Dialog>
      )}
    </div>
  )
}
