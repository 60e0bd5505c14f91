import type { NextYearReport } from '#shared/contract/version.ts'
import { FAMILY_NAMES } from '#shared/domain/target-group.ts'
import { number, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'

/** What the plan of another year has otherwise than this one, before or after it is made. */
export function NextYearChanges({ report }: { readonly report: NextYearReport }) {
  const { t, find, language } = useTranslator()
  const known = (value: number | null) => (value === null ? t('scenarios.versions.unknown') : number(value, language))
  const counts = report.counts.filter(({ before, after }) => before !== after)
  const lines = report.lines.filter(({ reasons }) => reasons.length > 0)
  return (
    <div role="status" className="next-changes">
      <p><b>{report.name}.</b> {t('scenarios.versions.needChange', { before: rupiah(report.needBefore, language), after: rupiah(report.needAfter, language) })} {t('scenarios.versions.rulesFrom', { year: report.rulesFrom })}</p>
      <p>{t('scenarios.versions.seriesUsed')}: {FAMILY_NAMES.flatMap((family) => (report.series[family] === undefined ? [] : [`${t(`terms.families.${family}`)} ${report.series[family]}`])).join('; ')}.</p>
      {counts.length > 0 && <p>{t('scenarios.versions.counts')}: {counts.map(({ group, before, after }) => `${find(`terms.groups.${group}`) ?? group} ${known(before)} → ${known(after)}`).join('; ')}.</p>}
      {report.sources.length > 0 && <p>{t('scenarios.versions.sourcesTitle')}: {report.sources.map(({ label, what }) => `${label} ${t(`explain.nextYear.${what}`)}`).join('; ')}.</p>}
      {report.dropped.map(({ source, class: kind, amount }) => <p key={`${source}/${kind}`} className="attention">{t('scenarios.versions.dropped', { source, class: t(`terms.commitments.${kind}`), amount: rupiah(amount, language) })}</p>)}
      {lines.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('scenarios.versions.linesTitle')}>
          <table className="ledger" aria-label={t('scenarios.versions.linesTitle')}>
            <thead>
              <tr><th scope="col">{t('scenarios.versions.linesTitle')}</th><th scope="col" className="num">{t('scenarios.versions.price')}</th><th scope="col" className="num">{t('scenarios.versions.units')}</th><th scope="col" className="num">{t('scenarios.versions.need')}</th><th scope="col">{t('scenarios.versions.why')}</th></tr>
            </thead>
            <tbody>
              {lines.map(({ id, description, before, after, reasons }) => (
                <tr key={id}>
                  <th scope="row">{description}</th>
                  <td className="num">{tableFigure(before.unitPrice, language)} → {tableFigure(after.unitPrice, language)}</td>
                  <td className="num">{known(before.units)} → {known(after.units)}</td>
                  <td className="num">{known(before.need)} → {known(after.need)}</td>
                  <td className="soft">{reasons.map((reason) => t(`explain.nextYear.${reason}`)).join('; ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
