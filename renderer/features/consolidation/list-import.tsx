import { useId, useRef, useState } from 'react'
import type { RkpdImport } from '#shared/contract/consolidation.ts'
import { number, tableFigure } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useCommand } from '../../ui/use-command.ts'

/** Rows of each kind that are shown before the rest is counted. */
const SHOWN = 200

/** Takes one of the lists from a file: what was read is shown with each row that cannot be used, and only then taken over. */
export function ListImport({ kind }: { readonly kind: RkpdImport['kind'] }) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const id = useId()
  const show = useNotices((state) => state.show)
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string>()
  const [read, setRead] = useState<{ readonly file: File; readonly report: RkpdImport }>()
  const take = useCommand(['consolidation', 'importRkpd'], (file: File) => api.consolidation.importRkpd.call({ kind, file }))
  const quietly = async (work: () => Promise<void>) => {
    setBusy(true)
    setFailed(undefined)
    try {
      await work()
    } catch (error) {
      setFailed(errorText(error, translator))
    } finally {
      setBusy(false)
    }
  }
  const look = (file: File) => quietly(async () => setRead({ file, report: await api.consolidation.importRkpd.call({ kind, file, dryRun: true }) }))
  const accept = async (file: File) => {
    const report = await take.mutateAsync(file).catch(() => undefined)
    if (!report) return
    setRead(undefined)
    show({ text: t('consolidation.import.done', { count: report.taken }), alarm: false })
  }
  return (
    <>
      <span className="from-file">
        <button type="button" className="quiet-action" disabled={busy} onClick={() => picker.current?.click()}>{t('consolidation.import.choose')}</button>
        <button type="button" className="quiet-action" disabled={busy} onClick={() => void quietly(async () => { await saveFile(await api.consolidation.rkpdTemplate.call({ kind, language })) })}>{t('consolidation.import.template')}</button>
        <input
          ref={picker} id={id} type="file" hidden accept=".xlsx,.xls,.ods,.csv" aria-label={t(`consolidation.import.${kind}`)}
          onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file) void look(file) }}
        />
      </span>
      {failed !== undefined && <p className="alarm fine" role="alert">▲ {failed}</p>}
      {read && (
        <Dialog title={t(`consolidation.import.${kind}`)} close={() => setRead(undefined)} className="list-import">
          <Read report={read.report} />
          <p className="actions">
            <button type="button" className="primary" disabled={read.report.taken === 0 || take.isPending} onClick={() => void accept(read.file)}>{t('consolidation.import.take', { count: read.report.taken })}</button>
            <button type="button" onClick={() => setRead(undefined)}>{t('consolidation.import.leave')}</button>
          </p>
        </Dialog>
      )}
    </>
  )
}

function Read({ report }: { readonly report: RkpdImport }) {
  const { t, language } = useTranslator()
  const { kind, file, rows, taken, passedOver, rejected, programmes, ceilings, unknown } = report
  return (
    <>
      <p><b>{file}</b>: {t('consolidation.import.summary', { rows, taken, passedOver, rejected: rejected.length })}</p>
      {rejected.length > 0 && (
        <>
          <h3 className="alarm">▲ {t('consolidation.import.rejected', { count: rejected.length })}</h3>
          <div className="wide" role="region" aria-label={t('consolidation.import.rejected', { count: rejected.length })} tabIndex={0}>
            <table className="ledger">
              <thead><tr><th scope="col" className="num">{t('consolidation.import.row')}</th><th scope="col">{t('consolidation.import.column')}</th><th scope="col">{t('consolidation.import.value')}</th><th scope="col">{t('consolidation.import.why')}</th></tr></thead>
              <tbody>{rejected.slice(0, SHOWN).map(({ sheet, row, column, code, value }) => <tr key={`${sheet}/${row}`}><th scope="row" className="num">{row}</th><td>{column}</td><td>{value}</td><td>{t(`consolidation.import.codes.${code}`)}</td></tr>)}</tbody>
            </table>
          </div>
          {rejected.length > SHOWN && <p className="soft fine">{t('consolidation.import.more', { count: rejected.length - SHOWN })}</p>}
        </>
      )}
      {unknown.length > 0 && <p className="attention">▲ {t('consolidation.import.unknown', { list: unknown.join(', ') })}</p>}
      {taken > 0 && (
        <div className="wide" role="region" aria-label={t('consolidation.import.taken')} tabIndex={0}>
          <table className="ledger">
            <thead><tr><th scope="col">{t(kind === 'programmes' ? 'consolidation.import.code' : 'consolidation.rkpd.opd')}</th><th scope="col" className={kind === 'ceilings' ? 'num' : undefined}>{t(kind === 'programmes' ? 'consolidation.import.name' : 'consolidation.rkpd.ceiling')}</th></tr></thead>
            <tbody>
              {programmes.map(({ code, name }) => kind === 'programmes' && <tr key={code}><th scope="row">{code}</th><td>{name}</td></tr>)}
              {ceilings.map(({ opd, amount }) => kind === 'ceilings' && <tr key={opd}><th scope="row">{opd}</th><td className="num" title={number(amount, language)}>{tableFigure(amount, language)}</td></tr>)}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
