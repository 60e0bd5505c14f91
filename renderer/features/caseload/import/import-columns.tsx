import { useState } from 'react'
import { AGGREGATE_COLUMNS } from '#shared/sheets/read/aggregate-layout.ts'
import { BY_NAME_COLUMNS } from '#shared/sheets/read/by-name-columns.ts'
import type { ImportReport } from '#shared/contract/caseload.ts'
import { isTargetGroup } from '#shared/domain/target-group.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { Decisions, HeaderFault } from './use-import.ts'

interface ImportColumnsProps {
  readonly headers: readonly string[]
  /** Header text per field, as recognised. */
  readonly columns: Readonly<Record<string, string>>
  readonly kind: 'by-name' | 'aggregate'
  readonly heading: ImportReport['heading'] | undefined
  readonly missing: HeaderFault | undefined
  readonly decisions: Decisions
  decide(change: Partial<Decisions>): void
}

/** Groups that a table of counts can have a column of its own for, offered where the file has such a table. */
function fieldsOf(kind: 'by-name' | 'aggregate', columns: Readonly<Record<string, string>>): string[] {
  if (kind === 'by-name') return [...BY_NAME_COLUMNS]
  const groups = Object.keys(columns).filter((field) => field.startsWith('group.'))
  const wanted = ['group.targeted', 'group.weighed', 'group.measured', 'group.stunted']
  const long = 'group' in columns && 'count' in columns
  return long ? [...AGGREGATE_COLUMNS] : [...AGGREGATE_COLUMNS, ...new Set([...wanted, ...groups])]
}

/** Which header became what; another can be chosen for each field, and is remembered for files with the same headers. */
export function ImportColumns({ headers, columns, kind, heading, missing, decisions, decide }: ImportColumnsProps) {
  const { t, find } = useTranslator()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const fields = fieldsOf(kind, columns)
  const base = decisions.columns ?? (heading?.remembered ? columns : {})
  const changed = Object.keys(chosen).length > 0
  const current = (field: string) => chosen[field] ?? columns[field] ?? decisions.columns?.[field] ?? ''
  const nameOf = (field: string) => {
    const group = field.replace(/^group\./, '')
    if (group === field) return find(`caseload.import.fields.${field}`) ?? field
    return find(`${isTargetGroup(group) ? 'terms.groups' : 'terms.denominators'}.${group}`) ?? group
  }
  const used = new Set(fields.map(current))
  const unused = headers.filter((header) => !used.has(header))
  const body = (
    <>
      {missing && (
        <>
          <p className="soft">{t('caseload.import.columns.missingText')}</p>
          <div role="radiogroup" className="layout" aria-label={t('caseload.import.columns.layout')}>
            {t('caseload.import.columns.layout')}
            {(['by-name', 'aggregate'] as const).map((one) => (
              <label key={one}><input type="radio" name="layout" checked={kind === one} onChange={() => decide({ layout: one })} /> {t(one === 'by-name' ? 'caseload.import.columns.byName' : 'caseload.import.columns.aggregate')}</label>
            ))}
          </div>
        </>
      )}
      {heading && <p className="soft fine">{t('caseload.import.columns.row', { sheet: heading.sheet, row: heading.row })}{heading.remembered && <span className="good"> {t('caseload.import.columns.remembered')}</span>}{decisions.columns && ` ${t('caseload.import.columns.kept')}`}</p>}
      <div className="fields">
        {fields.map((field) => (
          <label key={field}>
            <span>{nameOf(field)}</span>
            <select value={current(field)} className={current(field) === '' ? 'faint' : undefined} onChange={(event) => setChosen({ ...chosen, [field]: event.target.value })}>
              <option value="">{t('caseload.import.columns.none')}</option>
              {[...new Set([...headers, current(field)])].filter((header) => header !== '').map((header) => <option key={header} value={header}>{header}</option>)}
            </select>
          </label>
        ))}
      </div>
      {unused.length > 0 && <p className="soft fine">{t('caseload.import.columns.also', { headers: unused.join(', ') })}</p>}
      <div className="buttons">
        {(decisions.columns !== undefined || heading?.remembered) && <button type="button" onClick={() => decide({ columns: {} })}>{t('caseload.import.columns.reset')}</button>}
        <button type="button" className={changed ? 'primary' : undefined} disabled={!changed} onClick={() => decide({ columns: { ...base, ...chosen } })}>{t('caseload.import.columns.check')}</button>
      </div>
    </>
  )
  if (missing) return <section className="columns"><h2>{t('caseload.import.columns.missing')}</h2>{body}</section>
  return <details className="columns"><summary>{t('caseload.import.columns.title')} <span className="soft">{Object.keys(columns).length}</span></summary>{body}</details>
}
