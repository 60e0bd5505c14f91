import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { ImportReport } from '#shared/contract/caseload.ts'
import type { Correction } from '#shared/sheets/read/choices.ts'
import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { Decisions } from './use-import.ts'

interface ImportFaultsProps {
  readonly report: ImportReport
  readonly decisions: Decisions
  decide(change: Partial<Decisions>): void
}

const ROW = 42

interface Listed {
  readonly sheet: string | null
  readonly row: number
  readonly column: string | null
  readonly code: string
  readonly value: string
  /** What else is wrong with the row stands under its first fault. */
  readonly first: boolean
}

/** Every fault of every row, each to be put right in a line of its own: of rows that cannot be used, then values that are left empty in rows that are. */
function listed({ rejected, unreadable }: ImportReport): Listed[] {
  const refused = rejected.flatMap(({ sheet, row, also, column, code, value }) => [{ column, code, value }, ...also].map((fault, index) => ({ ...fault, sheet, row, first: index === 0 })))
  return [...refused, ...unreadable.map((fault) => ({ ...fault, first: true }))]
}

/** Rows that cannot be used, and values that cannot be read: which, why, and a field for the right value; a corrected value reads the file again. */
export function ImportFaults({ report, decisions, decide }: ImportFaultsProps) {
  const { t, find, language } = useTranslator()
  const [code, setCode] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const all = listed(report)
  const rows = new Set(all.map(({ sheet, row }) => `${sheet ?? ''}/${row}`)).size
  const faults = all.filter((fault) => code === '' || fault.code === code)
  // oxlint-disable-next-line react-hooks-js/incompatible-library -- the library's own way to tell which rows are in sight
  const virtual = useVirtualizer({ count: faults.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 8 })
  const items = virtual.getVirtualItems()
  const { corrections } = decisions
  const correct = ({ sheet, row, column }: Omit<Correction, 'value'>, value: string) =>
    decide({ corrections: [...corrections.filter((one) => one.sheet !== sheet || one.row !== row || one.column !== column), { sheet, row, column, value }] })
  const codes = [...new Set(all.map((fault) => fault.code))]
  const reason = (fault: (typeof faults)[number]) => find(`import.rejection.${fault.code}`, { value: fault.value }) ?? fault.code
  return (
    <section className="faults">
      <header>
        <h2>{rows === 0 ? t('caseload.import.faults.none') : t('caseload.import.faults.title', { count: rows })}</h2>
        <span className="soft fine">{t('caseload.import.rowsText', { accepted: number(report.accepted, language), rows: number(report.rows, language) })}</span>
        {codes.length > 1 && (
          <select aria-label={t('caseload.import.faults.filter')} value={code} onChange={(event) => setCode(event.target.value)}>
            <option value="">{t('caseload.import.faults.all')}</option>
            {codes.map((one) => <option key={one} value={one}>{find(`import.rejection.${one}`, { value: '…' }) ?? one}</option>)}
          </select>
        )}
        {corrections.length > 0 && (
          <>
            <span className="good fine" role="status">{t('caseload.import.faults.corrected', { count: corrections.length })}</span>
            <button type="button" className="plain fine" onClick={() => decide({ corrections: [] })}>{t('caseload.import.faults.undo')}</button>
          </>
        )}
      </header>
      {rows > 0 && (
        <>
          <p className="soft fine">{t('caseload.import.faults.hint')}</p>
          <div className="list" ref={scroller} tabIndex={0} role="region" aria-label={t('caseload.import.faults.title', { count: rows })}>
            <table className="counts fault-list" aria-rowcount={faults.length + 1}>
              <thead>
                <tr>
                  <th scope="col" className="num">{t('caseload.import.faults.row')}</th>
                  <th scope="col">{t('caseload.import.faults.column')}</th>
                  <th scope="col">{t('caseload.import.faults.value')}</th>
                  <th scope="col">{t('caseload.import.faults.reason')}</th>
                  <th scope="col">{t('caseload.import.faults.correct')}</th>
                </tr>
              </thead>
              <tbody>
                {(items[0]?.start ?? 0) > 0 && <tr aria-hidden="true"><td colSpan={5} style={{ height: items[0]?.start }} /></tr>}
                {items.map(({ index }) => {
                  const fault = faults[index]
                  if (!fault) return null
                  const { sheet, row, column } = fault
                  return (
                    <tr key={`${sheet}/${row}/${column}/${fault.code}`} aria-rowindex={index + 2} data-index={index} ref={virtual.measureElement}>
                      <th scope="row" className={fault.first || code !== '' ? 'num' : 'num faint'}>{number(row, language)}</th>
                      <td>{column ?? <span className="faint">{t('caseload.import.faults.noColumn')}</span>}</td>
                      <td>{fault.value || <span className="faint">{t('caseload.import.faults.empty')}</span>}</td>
                      <td className="reason">{reason(fault)}</td>
                      <td>
                        {column !== null && sheet !== null && (
                          <Fix label={t('caseload.import.faults.correctLabel', { row: number(row, language), column })} start={corrections.find((one) => one.sheet === sheet && one.row === row && one.column === column)?.value ?? ''} correct={(value) => correct({ sheet, row, column }, value)} />
                        )}
                      </td>
                    </tr>
                  )
                })}
                {virtual.getTotalSize() > (items.at(-1)?.end ?? 0) && <tr aria-hidden="true"><td colSpan={5} style={{ height: virtual.getTotalSize() - (items.at(-1)?.end ?? 0) }} /></tr>}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}

/** Leaves a field, which checks its value, for the one of the next fault; after the last for the screen, from where the list is reached again. */
function goOn(field: HTMLInputElement): void {
  const next = field.closest('tr')?.nextElementSibling?.querySelector('input') ?? field.closest<HTMLElement>('[data-import]')
  if (next) next.focus()
  else field.blur()
}

/** A value that was corrected and is still wrong stays in its field, marked. */
function Fix({ label, start, correct }: { readonly label: string; readonly start: string; correct(value: string): void }) {
  return (
    <input
      aria-label={label} defaultValue={start} aria-invalid={start !== '' ? true : undefined}
      onKeyDown={(event) => { if (event.key === 'Enter') goOn(event.currentTarget) }}
      onBlur={(event) => { const value = event.currentTarget.value.trim(); if (value !== start && value !== '') correct(value) }}
    />
  )
}
