import { useTranslator } from '../../ui/language.tsx'
import type { SeriesSummary } from '../../ui/trend.ts'
import { counts, type FamilyRows } from './rows.ts'

interface FollowMarkProps {
  readonly series: SeriesSummary
  readonly rows: FamilyRows
  /** Name of the series that the plan follows for this family. */
  readonly followed: string | undefined
  choose(): void
}

/** Says which series the plan follows for a family, or offers to follow this one; nothing where it counts nobody of the family. */
export function FollowMark({ series, rows, followed, choose }: FollowMarkProps) {
  const { t } = useTranslator()
  if (series.kind === 'survey' || !counts(series, rows)) return null
  if (followed === series.name) return <span className="good"><span aria-hidden="true">● </span>{t('caseload.table.followed')}</span>
  const label = t('caseload.table.followLabel', { series: series.name, family: t(`terms.families.${rows.family}`) })
  return <button type="button" className="follow" aria-label={label} onClick={choose}>{t('caseload.table.follow')}</button>
}
