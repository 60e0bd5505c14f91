import { memo } from 'react'
import { MINUS, NOTHING, shortDate } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/index.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { ListedChild } from './use-children.ts'

/** Columns with their widths; the table keeps to them, so that no row that is drawn changes the others. The names share what is left. */
const COLUMNS = [
  ['name', undefined], ['nik', 152], ['sex', 34], ['age', 80], ['parent', undefined], ['posyandu', undefined], ['measuredOn', 98], ['height', 152], ['weight', 146], ['wasting', 140], ['gained', 40], ['row', 54],
] as const
const NUMBERS: ReadonlySet<string> = new Set(['age', 'row'])
const BAD: ReadonlySet<string> = new Set(['stunted', 'severely_stunted', 'underweight', 'severely_underweight', 'moderately_wasted', 'severely_wasted'])

export const COLUMN_COUNT = COLUMNS.length

export function ChildHead() {
  const { t } = useTranslator()
  return (
    <>
      <colgroup>{COLUMNS.map(([column, width]) => <col key={column} style={width === undefined ? {} : { width }} />)}</colgroup>
      <thead>
        <tr>{COLUMNS.map(([column]) => <th key={column} scope="col" className={NUMBERS.has(column) ? 'num' : column}>{t(`caseload.children.columns.${column}`)}</th>)}</tr>
      </thead>
    </>
  )
}

/** z in hundredths as people read it: `−2,54`. */
function zText(z: number, language: Language): string {
  return (z / 100).toFixed(2).replace('-', MINUS).replace('.', language === 'id' ? ',' : '.')
}

function StatusCell({ z, status }: ListedChild['height']) {
  const { find, language } = useTranslator()
  if (status === null) return <td className="faint">{NOTHING}</td>
  const tone = status === 'implausible' || status === 'outlier' ? 'attention' : BAD.has(status) ? 'alarm' : undefined
  return <td className={tone}>{find(`caseload.children.statuses.${status}`) ?? status}{z !== null && <span className="soft"> {zText(z, language)}</span>}</td>
}

/** A row of the list; empty while its page is on the way. What is too long for its column is shown whole by the pointer. */
export const ChildRow = memo(function ChildRow({ index, child, open }: { readonly index: number; readonly child: ListedChild | undefined; open(child: number): void }) {
  const { t, language } = useTranslator()
  if (!child) return <tr aria-rowindex={index + 2} aria-busy="true"><td colSpan={COLUMN_COUNT} /></tr>
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row" className="name" title={child.name}>
        <button type="button" className="plain to-child" title={t('truth.openChild', { name: child.name, row: child.sourceRow })} onClick={() => open(child.id)}>{child.name || NOTHING}</button>
      </th>
      <td className="nik">{child.nik ?? <span className="faint">{t('caseload.children.noNik')}</span>}</td>
      <td>{child.sex}</td>
      <td className="num" title={child.counted ? undefined : t('caseload.children.notCounted')}>
        {t('caseload.children.months', { months: child.ageMonths })}{!child.counted && <span className="attention"> ▲<span className="hidden"> {t('caseload.children.notCounted')}</span></span>}
      </td>
      <td title={child.parent}>{child.parent || NOTHING}</td>
      <td title={child.posyandu}>{child.posyandu || NOTHING}</td>
      <td>{child.measuredOn === null ? <span className="attention">{t('caseload.children.filters.not_measured')}</span> : shortDate(child.measuredOn, language)}</td>
      <StatusCell {...child.height} />
      <StatusCell {...child.weight} />
      <StatusCell {...child.wasting} />
      <td>{child.gained ?? NOTHING}</td>
      <td className="num faint">{child.sourceRow}</td>
    </tr>
  )
})
