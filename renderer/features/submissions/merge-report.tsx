import type { MergeReport } from '#shared/contract/exchange.ts'
import { isStrange } from '#shared/domain/submissions.ts'
import { MINUS, rupiah } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { LongTable } from '../../ui/long-table.tsx'

interface Result {
  readonly key: string
  readonly file: string
  readonly village: string
  readonly kind: 'accepted' | 'superseded' | 'unchanged' | 'refused'
  readonly text: string
}

/** What became of each file, the refused ones first: they need somebody to ask again. */
export function MergeReportView({ report, close }: { readonly report: MergeReport; close(): void }) {
  const { t, find, language } = useTranslator()
  const signed = (amount: number) => `${amount < 0 ? MINUS : '+'}${rupiah(Math.abs(amount), language)}`
  const rows: Result[] = [
    ...report.refused.map(({ file, village, villageName, code, words }, at): Result => ({ key: `r${at}`, file, village: villageName ?? village ?? '', kind: 'refused', text: find(`submissions.refusal.${code}`, words) ?? code })),
    ...report.accepted.map(({ file, villageName, revision, difference, key }, at): Result => {
      const what = difference === null
        ? t('submissions.report.first', { revision })
        : difference.changes.length === 0
          ? t('submissions.report.same')
          : t('submissions.report.replaced', { from: difference.fromRevision, to: difference.toRevision, difference: signed(difference.need.after - difference.need.before) })
      return { key: `a${at}`, file, village: villageName, kind: 'accepted', text: isStrange(key) ? `${what}; ▲ ${t('submissions.columns.key')}: ${t(`submissions.key.${key}`)}` : what }
    }),
    ...report.superseded.map(({ file, villageName }, at): Result => ({ key: `s${at}`, file, village: villageName, kind: 'superseded', text: t('submissions.report.supersededBy') })),
    ...report.unchanged.map(({ file, villageName }, at): Result => ({ key: `u${at}`, file, village: villageName, kind: 'unchanged', text: t('submissions.report.unchangedHint') })),
  ]
  return (
    <section className="report" aria-labelledby="report-title">
      <header>
        <h2 id="report-title">{t('submissions.report.title')}</h2>
        <p role="status">
          {(['accepted', 'superseded', 'unchanged', 'refused'] as const).map((kind) => (
            <span key={kind} className={kind === 'refused' && report.refused.length > 0 ? 'alarm' : undefined}><b>{report[kind].length}</b> {t(`submissions.report.${kind}`).toLowerCase()}</span>
          ))}
        </p>
        <button type="button" className="quiet-action" onClick={close}>{t('submissions.report.close')}</button>
      </header>
      <div className="held">
        <LongTable
          label={t('submissions.report.title')} rows={rows} rowKey={({ key }) => key}
          columns={[
            { key: 'kind', label: t('submissions.report.result'), width: 110, renderCell: ({ kind }) => <span className={kind === 'refused' ? 'alarm' : kind === 'accepted' ? 'good' : 'soft'}>{kind === 'refused' ? '▲ ' : ''}{t(`submissions.report.${kind}`)}</span> },
            { key: 'village', label: t('submissions.report.village'), width: 190, renderCell: ({ village }) => village },
            { key: 'file', label: t('submissions.report.file'), head: true, renderCell: ({ file }) => <span title={file}>{file}</span> },
            { key: 'text', label: t('submissions.report.why'), renderCell: ({ text }) => <span title={text}>{text}</span> },
          ]}
        />
      </div>
    </section>
  )
}
