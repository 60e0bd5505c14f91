import { NOTHING, number, shortDate } from '#shared/i18n/format.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { Answer } from '../answers.ts'
import { decimals } from '../figures.ts'
import { SexMark } from '../sex-mark.tsx'

interface RemeasureListProps {
  readonly places: Answer<'remeasure'>['places']
  open(child: { readonly series: string; readonly child: number }): void
}

/** The children to measure again under their posyandu, with why and what was measured last. */
export function RemeasureList({ places, open }: RemeasureListProps) {
  const { t, language } = useTranslator()
  const figure = (value: number | null | undefined) => (value === null || value === undefined ? NOTHING : decimals(value, 1, language))
  return (
    <div className="list" tabIndex={0} role="region" aria-label={t('truth.remeasure.title')}>
      <table className="ledger remeasure-list" aria-label={t('truth.remeasure.title')}>
        <thead>
          <tr>
            <th scope="col">{t('truth.child')}</th>
            <th scope="col">{t('caseload.children.columns.sex')}</th>
            <th scope="col" className="num">{t('truth.remeasure.age')}</th>
            <th scope="col">{t('caseload.children.columns.parent')}</th>
            <th scope="col">{t('truth.remeasure.last')}</th>
            <th scope="col" className="num">{t('truth.remeasure.weight')}</th>
            <th scope="col" className="num">{t('truth.remeasure.height')}</th>
            <th scope="col">{t('truth.remeasure.why')}</th>
          </tr>
        </thead>
        {places.map(({ village, villageName, posyandu, children }) => (
          <tbody key={`${village}/${posyandu}`}>
            <tr className="group"><th scope="rowgroup" colSpan={8}>{posyandu || t('truth.noPosyandu')}, {villageName} <span className="soft">· {t('truth.findings.count', { count: children.length })}</span></th></tr>
            {children.map(({ child, series, name, sex, ageMonths, parent, row, last, reasons }) => (
              <tr key={`${series}/${child}`}>
                <th scope="row"><button type="button" className="plain to-child" title={t('truth.openChild', { name, row: number(row, language) })} onClick={() => open({ series, child })}>{name}</button></th>
                <td><SexMark sex={sex} /></td>
                <td className="num">{t('caseload.children.months', { months: ageMonths })}</td>
                <td>{parent || NOTHING}</td>
                <td>{last ? shortDate(last.measuredOn, language) : NOTHING}</td>
                <td className="num">{figure(last?.weightKg)}</td>
                <td className="num">{figure(last?.heightCm)}</td>
                <td>{reasons.map((reason) => t(`validity.remeasure.${reason}`)).join('; ')}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
