import { number, percent, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { SourceBar } from '../../ui/lazy-charts.ts'
import { sourceColour, UNFUNDED } from '../../ui/source-colours.ts'
import { Delta, NotYet } from './cells.tsx'
import { rangeText } from './change.ts'
import { childrenOnlyCountedLess, type CompareReport, isKnown } from './report.ts'

/** Need, funded, gap, who pays as one bar, and children helped in full. */
export function TotalRows({ report }: { readonly report: CompareReport }) {
  const { t, language } = useTranslator()
  const { variants, comparisons } = report
  const format = (value: number) => number(value, language)
  const plan = variants[0]
  return (
    <tbody className="totals">
      {(['need', 'funded', 'gap'] as const).map((key) => (
        <tr key={key}>
          <th scope="row" className="name">{t(`scenarios.totals.${key}`)}</th>
          {variants.map(({ id, totals }, index) => (
            <td key={id ?? '-'} className={key === 'gap' && totals.gap > 0 ? 'num lead alarm' : 'num lead'}>
              {key === 'need' || isKnown(report, index) ? <>{tableFigure(totals[key], language)}{index > 0 && <Delta before={plan?.totals[key] ?? 0} after={totals[key]} good={key === 'gap' ? 'less' : key === 'funded' ? 'more' : 'none'} />}</> : <NotYet report={report} index={index} />}
            </td>
          ))}
        </tr>
      ))}
      <tr>
        <th scope="row" className="name">{t('scenarios.totals.whoPays')}</th>
        {variants.map(({ id, totals }, index) => (
          <td key={id ?? '-'}>{isKnown(report, index) ? <WhoPays report={report} index={index} gap={totals.gap} /> : <NotYet report={report} index={index} />}</td>
        ))}
      </tr>
      <tr>
        <th scope="row" className="name">{t('scenarios.totals.direct')}</th>
        {variants.map(({ id, directShareBp }, index) => <td key={id ?? '-'} className="num">{isKnown(report, index) ? percent(directShareBp, language) : <NotYet report={report} index={index} />}</td>)}
      </tr>
      <tr>
        <th scope="row" className="name">{t('scenarios.totals.children')}<span className="fine soft says">{t('scenarios.totals.childrenHint')}</span></th>
        {variants.map(({ id }, index) => {
          const found = comparisons[Math.max(0, index - 1)]
          const children = found?.children
          if (!children || !isKnown(report, index)) return <td key={id ?? '-'} className="num"><NotYet report={report} index={index} /></td>
          const [lost, gained] = [rangeText(children.lost, format), rangeText(children.gained, format)]
          return (
            <td key={id ?? '-'} className="num lead">
              {rangeText(index === 0 ? children.before : children.after, format)}
              {index > 0 && children.lost.to > 0 && (childrenOnlyCountedLess(found) ? <span className="delta soft">{t('scenarios.uncounted', { count: lost })}</span> : <span className="delta alarm">▼ {t('scenarios.lost', { count: lost })}</span>)}
              {index > 0 && children.gained.to > 0 && <span className="delta good">▲ {t('scenarios.gained', { count: gained })}</span>}
              {index > 0 && children.lost.to === 0 && children.gained.to === 0 && <span className="delta soft">{t('scenarios.same')}</span>}
            </td>
          )
        })}
      </tr>
    </tbody>
  )
}

function WhoPays({ report, index, gap }: { readonly report: CompareReport; readonly index: number; readonly gap: number }) {
  const { t, language } = useTranslator()
  const whole = Math.max(1, ...report.variants.map(({ totals }) => totals.need))
  const parts = report.sources.flatMap(({ label, states }) => {
    const spent = states[index]?.spent ?? 0
    return spent === 0 ? [] : [{ key: label, value: spent, colour: sourceColour(label.split(' ')[0] ?? label) }]
  })
  const need = report.variants[index]?.totals.need ?? 0
  const spoken = [...parts.map(({ key, value }) => `${key} ${rupiah(value, language)}`), `${t('scenarios.totals.gap')} ${rupiah(gap, language)}`].join('; ')
  return <div style={{ width: `${(100 * need) / whole}%` }}><SourceBar thin label={spoken} parts={[...parts, { key: 'gap', value: gap, colour: UNFUNDED }]} /></div>
}
