import { number, percent, rupiah } from '#shared/i18n/format.ts'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { useTranslator } from '../../ui/language.tsx'
import type { PlanOverview } from './types.ts'

/** Rp per stunted child and Tabel 5's share of Dana Desa. */
export function FactsBlock({ perChild, danaDesa }: Pick<PlanOverview, 'perChild' | 'danaDesa'>) {
  const { t, language } = useTranslator()
  if (!perChild && !danaDesa) return null
  return (
    <ChartBlock title={t('summary.facts.title')}>
      <dl className="facts">
        {perChild && (
          <>
            <Fact
              name={t('summary.facts.perChild')} figure={rupiah(perChild.helpPerChild, language)}
              how={t('summary.facts.perChildHow', { amount: rupiah(perChild.help, language), count: number(perChild.children, language) })}
            />
            <Fact
              name={t('summary.facts.allPerChild')} figure={rupiah(perChild.fundedPerChild, language)}
              how={t('summary.facts.perChildHow', { amount: rupiah(perChild.funded, language), count: number(perChild.children, language) })}
            />
          </>
        )}
        {danaDesa && (
          <Fact
            name={t('summary.facts.danaDesa')} figure={danaDesa.total === null ? rupiah(danaDesa.part, language) : percent(danaDesa.shareBp, language)}
            how={danaDesa.total === null ? t('summary.facts.danaDesaOpen') : t('summary.facts.danaDesaHow', { part: rupiah(danaDesa.part, language), total: rupiah(danaDesa.total, language) })}
          />
        )}
      </dl>
    </ChartBlock>
  )
}

/** Name and figure on one line, however little room there is; what it comes from under both. */
function Fact({ name, figure, how }: { readonly name: string; readonly figure: string; readonly how: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{figure}</dd>
      <dd className="how">{how}</dd>
    </div>
  )
}
