import type { Consolidation } from '#shared/contract/consolidation.ts'
import { HEAT_MEASURES, type HeatMeasure } from '#shared/domain/consolidation.ts'
import { NOTHING, number, percent, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'

/** How deep a cell is: 0–4, by where its value stands between the least and the most of its column. */
function depth(value: number | null, values: readonly number[]): number {
  if (value === null || values.length < 2) return 0
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return most === least ? 0 : Math.min(4, Math.floor(((value - least) / (most - least)) * 5))
}

/** Kecamatan × measures: a map without a map. Every figure stands in its cell; the shade only helps the eye. */
export function HeatView({ data }: { readonly data: Consolidation }) {
  const { t, language } = useTranslator()
  const values = Object.fromEntries(HEAT_MEASURES.map((measure) => [measure, data.heat.flatMap(({ cells }) => cells[measure].value ?? [])])) as Record<HeatMeasure, number[]>
  return (
    <div className="scroll" role="region" aria-label={t('consolidation.heat.title')} tabIndex={0}>
      <p className="soft fine">{t('consolidation.heat.hint')}</p>
      <table className="ledger heat">
        <thead><tr><th scope="col">{t('consolidation.by.district')}</th>{HEAT_MEASURES.map((measure) => <th scope="col" className="num" key={measure}>{t(`consolidation.heat.${measure}`)}</th>)}</tr></thead>
        <tbody>
          {data.heat.map(({ district, cells }) => (
            <tr key={district}>
              <th scope="row">{district}</th>
              {HEAT_MEASURES.map((measure) => {
                const { value, part, whole } = cells[measure]
                const money = measure === 'funded' || measure === 'direct' || measure === 'per_child'
                return (
                  <td key={measure} className={`num depth-${depth(value, values[measure])}`}>
                    {value === null ? <span className="soft">{whole === 0 && measure !== 'submitted' ? t('consolidation.unknown') : NOTHING}</span> : <b>{measure === 'per_child' ? tableFigure(value, language) : percent(value, language)}</b>}
                    {value !== null && !money && <span className="of">{t('consolidation.of', { part: number(part, language), whole: number(whole, language) })}</span>}
                    {value !== null && measure === 'per_child' && <span className="of">{number(whole, language)}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
