import { memo } from 'react'
import { MINUS, NOTHING, shortDate } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/index.ts'
import { useTranslator } from '../../ui/language.tsx'
import { SexMark } from './sex-mark.tsx'
import type { Basis, ListedChild } from './use-children.ts'

/** Columns with their widths; the table keeps to them, so that no row that is drawn changes the others. The names share what is left. */
const COLUMNS = [
  ['name', undefined], ['nik', 144], ['sex', 40], ['age', 72], ['parent', undefined], ['posyandu', undefined], ['measuredOn', 104], ['height', 148], ['weight', 162], ['wasting', 150], ['gained', 42], ['row', 52],
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

/** A status in the words of this list, which are short where the full ones are too long for a column. */
function StatusWord({ status }: { readonly status: string }) {
  const { find } = useTranslator()
  const full = find(`caseload.children.statuses.${status}`) ?? status
  const short = find(`caseload.children.short.${status}`) ?? full
  return short === full ? full : <abbr title={full}>{short}</abbr>
}

/** The status that counts and, where the other basis comes to another one, that one under it. */
function StatusCell({ status, basis }: { readonly status: ListedChild['height']; readonly basis: Basis }) {
  const { t, language } = useTranslator()
  const { other } = status
  const text = (one: { readonly z: number | null; readonly status: string | null }) =>
    one.status === null ? NOTHING : <><StatusWord status={one.status} />{one.z !== null && <span className="soft"> {zText(one.z, language)}</span>}</>
  const tone = status.status === null ? 'faint' : status.status === 'implausible' || status.status === 'outlier' ? 'attention' : BAD.has(status.status) ? 'alarm' : ''
  if (!other) return <td className={tone}>{text(status)}</td>
  return <td className={`${tone} two`}>{text(status)}<small><span className="hidden">{t(`caseload.children.other.${basis}`)} </span>{text(other)}</small></td>
}

/** A row of the list; empty while its page is on the way. What is too long for its column is shown whole by the pointer. */
export const ChildRow = memo(function ChildRow({ index, child, basis, open }: { readonly index: number; readonly child: ListedChild | undefined; readonly basis: Basis; open(child: number): void }) {
  const { t, language } = useTranslator()
  if (!child) return <tr aria-rowindex={index + 2} aria-busy="true"><td colSpan={COLUMN_COUNT} /></tr>
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row" className="name" title={child.name}>
        <button type="button" className="plain to-child" title={t('truth.openChild', { name: child.name, row: child.sourceRow })} onClick={() => open(child.id)}>{child.name || NOTHING}</button>
      </th>
      <td className="nik">{child.nik ?? <span className="faint">{t('caseload.children.noNik')}</span>}</td>
      <td><SexMark sex={child.sex} /></td>
      <td className="num" title={child.counted ? undefined : t('caseload.children.notCounted')}>
        {t('caseload.children.months', { months: child.ageMonths })}{!child.counted && <span className="attention"> ▲<span className="hidden"> {t('caseload.children.notCounted')}</span></span>}
      </td>
      <td title={child.parent}>{child.parent || NOTHING}</td>
      <td title={child.posyandu}>{child.posyandu || NOTHING}</td>
      <td>{child.measuredOn === null ? <span className="attention">{t('caseload.children.filters.not_measured')}</span> : shortDate(child.measuredOn, language)}</td>
      <StatusCell status={child.height} basis={basis} />
      <StatusCell status={child.weight} basis={basis} />
      <StatusCell status={child.wasting} basis={basis} />
      <td>{child.gained ?? NOTHING}</td>
      <td className="num faint">{child.sourceRow}</td>
    </tr>
  )
})
