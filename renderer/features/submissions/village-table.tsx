import { useState } from 'react'
import { isStrange } from '#shared/domain/submissions.ts'
import { NOTHING, number, shortDate, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { localDay } from '../../ui/local-day.ts'
import { type LongColumn, LongTable } from '../../ui/long-table.tsx'
import { goTo } from '../../ui/route.ts'
import type { VillageRow } from './types.ts'

const DAY = 86_400_000
const SIGNS = { missing: '○', received: '●', updated: '◆', refused: '▲' } as const

/** What the village's own panel says beside the table. */
const LEFT_OUT: ReadonlySet<string> = new Set(['revision', 'age', 'stunted', 'funded', 'notes'])

/** Every village of the regency with what it has sent; a row opens the village. */
export function VillageTable({ rows, current, narrow }: { readonly rows: readonly VillageRow[]; readonly current: string; readonly narrow: boolean }) {
  const { t, language } = useTranslator()
  const [now] = useState(() => new Date())
  const days = (iso: string) => Math.max(0, Math.floor((now.getTime() - new Date(iso).getTime()) / DAY))
  const money = (amount: number | null) => (amount === null ? NOTHING : tableFigure(amount, language))
  return (
    <LongTable
      label={t('submissions.title')} rows={rows} rowKey={({ code }) => code} current={current} empty={NOTHING}
      columns={([
        { key: 'name', label: t('submissions.columns.village'), head: true, renderCell: ({ code, name, kind }) => <button type="button" className="link" onClick={() => goTo('kiriman', code)}>{name}{kind === 'kelurahan' && <span className="soft"> (kel.)</span>}</button> },
        { key: 'district', label: t('submissions.columns.district'), width: 126, renderCell: ({ district }) => district },
        {
          key: 'state', label: t('submissions.columns.state'), width: 168,
          renderCell: ({ state, refusal }) => <span className={state === 'refused' ? 'alarm' : state === 'missing' ? 'soft' : 'good'}><span aria-hidden="true">{SIGNS[state]} </span>{t(`submissions.states.${state}`)}{refusal && `: ${t(`submissions.refusalShort.${refusal}`)}`}</span>,
        },
        { key: 'revision', label: t('submissions.columns.revision'), width: 62, num: true, renderCell: ({ revision }) => (revision === null ? NOTHING : number(revision, language)) },
        { key: 'age', label: t('submissions.columns.age'), width: 84, num: true, renderCell: ({ madeAt }) => (madeAt === null ? NOTHING : <span title={shortDate(localDay(new Date(madeAt)), language)}>{days(madeAt) === 0 ? t('submissions.today') : t('submissions.age', { count: days(madeAt) })}</span>) },
        { key: 'stunted', label: t('submissions.columns.stunted'), width: 70, num: true, renderCell: ({ stunted }) => (stunted === null ? NOTHING : number(stunted, language)) },
        { key: 'need', label: t('submissions.columns.need'), width: 116, num: true, renderCell: ({ need }) => money(need) },
        { key: 'funded', label: t('submissions.columns.funded'), width: 116, num: true, renderCell: ({ funded }) => money(funded) },
        { key: 'gap', label: t('submissions.columns.gap'), width: 140, num: true, renderCell: ({ gap }) => money(gap) },
        {
          key: 'notes', label: t('submissions.columns.notes'), width: 104, num: true,
          renderCell: ({ state, notes, corrections, keyState }) => (
            <>
              {isStrange(keyState) && <span className="attention" title={`${t('submissions.columns.key')}: ${t(`submissions.key.${keyState}`)}`}>⚿ </span>}
              {corrections > 0 && <span className="attention" title={t('submissions.corrected', { count: corrections })}>✎{corrections} </span>}
              {state === 'missing' || state === 'refused' ? NOTHING : number(notes, language)}
            </>
          ),
        },
      ] satisfies LongColumn<VillageRow>[]).filter(({ key }) => !narrow || !LEFT_OUT.has(key))}
    />
  )
}
