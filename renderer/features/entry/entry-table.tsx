import { Fragment } from 'react'
import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { copyText } from './copy-text.ts'
import { EntryRow } from './entry-row.tsx'
import type { Group, Row, RowRef, Sheet } from './types.ts'
import { useCells } from './use-cells.ts'

const COLUMNS = ['account', 'no', 'description', 'source', 'volume', 'unit', 'price', 'amount'] as const
const FIGURES: ReadonlySet<string> = new Set(['volume', 'price', 'amount'])

const rowsOf = (group: Group): Row[] => group.packages.flatMap((one) => one.rows)
const refOf = ({ lineId, sourceId }: Row): RowRef => ({ lineId, sourceId })

interface EntryTableProps {
  readonly sheet: Sheet
  readonly onlyOpen: boolean
  isTyped(row: Row): boolean
  tick(rows: RowRef[], typed: boolean): void
}

/** The rows under their activities and packages; a click (or Enter) on a cell copies it as the program takes it, figures without marks. */
export function EntryTable({ sheet, onlyOpen, isTyped, tick }: EntryTableProps) {
  const { t, language } = useTranslator()
  const show = useNotices((state) => state.show)
  const { keys, cell } = useCells()
  const words = sheet.target === 'siskeudes' ? 'columns' : 'columnsSipd'
  const copy = (value: string) => {
    if (copyText(value)) show({ alarm: false, text: t('entry.copied', { value }) })
  }
  let at = 0
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows go between the buttons in its cells
    <table className="ledger entry-table" onKeyDown={keys}>
      <thead>
        <tr>
          <th scope="col" className="tick">{t(`entry.${words}.done`)}</th>
          {COLUMNS.map((column) => <th scope="col" key={column} className={FIGURES.has(column) ? 'num' : column}>{t(`entry.${words}.${column}`)}</th>)}
        </tr>
      </thead>
      {sheet.groups.map((group) => {
        const rows = rowsOf(group)
        const typed = rows.filter(isTyped).length
        const title = group.code === '' ? t('entry.uncoded') : t('entry.groupName', { code: group.code, name: group.name })
        if (onlyOpen && typed === rows.length) return null
        return (
          <tbody key={group.code}>
            <tr className="entry-group">
              <td className="tick">
                <input
                  type="checkbox" checked={typed === rows.length} aria-label={t('entry.tickAll', { group: title })} title={t('entry.tickAll', { group: title })}
                  ref={(box) => { if (box) box.indeterminate = typed > 0 && typed < rows.length }} onChange={(event) => tick(rows.map(refOf), event.target.checked)}
                />
              </td>
              <th scope="rowgroup" colSpan={7}>
                {group.code === '' ? <span className="attention">▲ {title}</span> : <button type="button" className="copy" title={t('entry.copy', { column: t('entry.activity'), value: group.code })} onClick={() => copy(group.code)}>{group.code}</button>} {group.code !== '' && group.name}
                {group.facts.length > 0 && <small>{group.facts.map(({ name, text }) => `${t(`entry.facts.${name}`)}: ${text}`).join(' · ')}</small>}
              </th>
              <td className="num">{number(group.amount, language)}</td>
            </tr>
            {group.packages.map((one) => {
              const shown = one.rows.filter(({ state }) => !onlyOpen || state !== 'typed')
              const [first] = shown
              if (!first) return null
              return (
                <Fragment key={`${first.account}/${one.activityId}`}>
                  <tr className="entry-package">
                    <td />
                    <th scope="row" colSpan={8}>
                      {first.account === '' ? <span className="attention">{t('entry.noAccount')}</span> : `${first.account} ${one.accountName}`} › {t('entry.packageOf', { no: String(first.package).padStart(2, '0'), name: one.name })}
                    </th>
                  </tr>
                  {shown.map((row) => <EntryRow key={`${row.lineId}/${row.sourceId}`} row={row} typed={isTyped(row)} columns={COLUMNS} words={words} cell={cell} at={at++} copy={copy} tick={(value) => tick([refOf(row)], value)} />)}
                </Fragment>
              )
            })}
          </tbody>
        )
      })}
      <tfoot><tr className="total"><td /><th scope="row" colSpan={7}>{t('entry.total')}</th><td className="num">{number(sheet.amount, language)}</td></tr></tfoot>
    </table>
  )
}
