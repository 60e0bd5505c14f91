import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { GoneRow, RowRef } from './types.ts'

/** Rows that were typed and are no longer in the plan: they have to be taken out there too. */
export function Gone({ rows, done }: { readonly rows: readonly GoneRow[]; done(row: RowRef): void }) {
  const { t, language } = useTranslator()
  return (
    <section className="entry-gone" aria-label={t('entry.goneTitle')}>
      <h3><span aria-hidden="true">▲ </span>{t('entry.goneTitle')}</h3>
      <p className="soft fine">{t('entry.goneHint')}</p>
      <ul>
        {rows.map((row) => (
          <li key={`${row.lineId}/${row.sourceId}`}>
            <span>{row.code} › {row.account}</span> <span>{row.description}</span> <span>{row.source}</span> <span className="num">{number(row.amount, language)}</span>
            <button type="button" onClick={() => done({ lineId: row.lineId, sourceId: row.sourceId })}>{t('entry.untickGone')}</button>
          </li>
        ))}
      </ul>
    </section>
  )
}
