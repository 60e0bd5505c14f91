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
            <dt>{t('summary.facts.perChild')}</dt>
            <dd>
              {rupiah(perChild.helpPerChild, language)}
              <small>{t('summary.facts.perChildHow', { amount: rupiah(perChild.help, language), count: number(perChild.children, language) })}</small>
            </dd>
            <dt>{t('summary.facts.allPerChild')}</dt>
            <dd>
              {rupiah(perChild.fundedPerChild, language)}
              <small>{t('summary.facts.perChildHow', { amount: rupiah(perChild.funded, language), count: number(perChild.children, language) })}</small>
            </dd>
          </>
        )}
        {danaDesa && (
          <>
            <dt>{t('summary.facts.danaDesa')}</dt>
            <dd>
              {danaDesa.total === null ? rupiah(danaDesa.part, language) : percent(danaDesa.shareBp, language)}
              <small>
                {danaDesa.total === null
                  ? t('summary.facts.danaDesaOpen')
                  : t('summary.facts.danaDesaHow', { part: rupiah(danaDesa.part, language), total: rupiah(danaDesa.total, language) })}
              </small>
            </dd>
          </>
        )}
      </dl>
    </ChartBlock>
  )
}
