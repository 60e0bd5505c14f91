import { NOTHING, shortDate } from '#shared/i18n/format.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { Answer } from '../answers.ts'
import { decimals, zText } from '../figures.ts'
import type { GrowthIndex } from './growth-dialog.tsx'

/** The measurements behind the chart, with the file's z-score and ours. */
export function GrowthTable({ growth: { points }, index }: { readonly growth: Answer<'childGrowth'>; readonly index: GrowthIndex }) {
  const { t, find, language } = useTranslator()
  const figure = (value: number | null) => (value === null ? NOTHING : decimals(value, 1, language))
  const status = (of: string | null) => (of === null ? NOTHING : (find(`caseload.children.statuses.${of}`) ?? of))
  return (
    <table className="plain-table growth-table" aria-label={t(`truth.growth.indexes.${index}`)}>
      <thead>
        <tr>
          <th scope="col">{t('truth.growth.series')}</th>
          <th scope="col">{t('truth.growth.measuredOn')}</th>
          <th scope="col" className="num">{t('truth.growth.age')}</th>
          <th scope="col" className="num">{t('truth.remeasure.height')}</th>
          <th scope="col" className="num">{t('truth.remeasure.weight')}</th>
          <th scope="col" className="num">{t('truth.growth.file')}</th>
          <th scope="col" className="num">{t('truth.growth.own')}</th>
          <th scope="col">{t('truth.growth.status')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => {
          const [file, own] = [point.file[index], point.own[index]]
          const differs = file.z !== null && own.z !== null && Math.abs(file.z - own.z) > 1
          return (
            <tr key={`${point.series}/${point.row}/${point.measuredOn}`}>
              <th scope="row">{point.seriesName}</th>
              <td>{shortDate(point.measuredOn, language)}</td>
              <td className="num">{t('truth.growth.months', { months: point.ageMonths })}</td>
              <td className="num">{figure(point.heightCm)}</td>
              <td className="num">{figure(point.weightKg)}</td>
              <td className={differs ? 'num attention' : 'num'}>{differs && <span aria-hidden="true">● </span>}{zText(file.z, language)}</td>
              <td className="num">{zText(own.z, language)}</td>
              <td>{status(own.status)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
