import { type FormEvent, useId, useState } from 'react'
import type { ImportReport } from '#shared/contract/caseload.ts'
import { readCount } from '#shared/sheets/read/numbers.ts'
import { number } from '#shared/i18n/format.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import type { Decisions } from './use-import.ts'

interface ImportHeadProps {
  readonly report: ImportReport
  readonly decisions: Decisions
  decide(change: Partial<Decisions>): void
}

/** What the file becomes: name and date of the series, S and the number measured where people know better; whether it replaces one. */
export function ImportHead({ report, decisions, decide }: ImportHeadProps) {
  const { t } = useTranslator()
  const id = useId()
  const text = (event: FormEvent<HTMLInputElement>) => event.currentTarget.value.trim()
  return (
    <section className="head-fields">
      <label htmlFor={`${id}-name`}>{t('caseload.import.name')}</label>
      <input
        id={`${id}-name`} key={report.series} defaultValue={report.series} maxLength={120}
        onBlur={(event) => { const name = text(event); if (name !== '' && name !== report.series) decide({ series: name }) }}
      />
      <label htmlFor={`${id}-date`}>{t('caseload.import.measuredOn')}</label>
      <DateField
        label={t('caseload.import.measuredOn')} labelledFrom={`${id}-date`} value={report.measuredOn} save={(measuredOn) => decide({ measuredOn })}
        {...(report.measuredOnFound && report.kind === 'by-name' ? { hint: `${t('caseload.import.lastMeasured')}.` } : {})}
      />
      {report.kind === 'by-name' && (
        <>
          <CountField id={`${id}-s`} label={t('caseload.import.targeted')} value={decisions.targeted} file={report.targeted} decide={(targeted) => decide({ targeted })} />
          <CountField id={`${id}-m`} label={t('caseload.import.measured')} value={decisions.measured} file={report.measured} decide={(measured) => decide({ measured })} />
        </>
      )}
      <p className={report.replaces === null ? 'soft fine' : 'attention fine'}>
        {report.replaces === null ? t('caseload.import.isNew') : t('caseload.import.replaces', { series: report.series, source: report.replaces })}
      </p>
    </section>
  )
}

interface CountFieldProps {
  readonly id: string
  readonly label: string
  readonly value: number | undefined
  readonly file: number | null
  decide(count: number): void
}

/** A count that wins over the file's. What is no whole number stays, marked, and changes nothing. */
function CountField({ id, label, value, file, decide }: CountFieldProps) {
  const { t, language } = useTranslator()
  const [wrong, setWrong] = useState(false)
  const leave = (text: string) => {
    const found = readCount(text)
    setWrong(found !== null && 'problem' in found)
    if (found && 'count' in found && found.count !== value) decide(found.count)
  }
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          id={id} className="num" inputMode="numeric" defaultValue={value === undefined ? '' : number(value, language)} aria-invalid={wrong}
          placeholder={file === null ? t('caseload.unknown') : t('caseload.import.fromFile', { value: number(file, language) })} onBlur={(event) => leave(event.currentTarget.value)}
        />
        {wrong && <small className="alarm" role="alert">{t('caseload.import.countWrong')}</small>}
      </div>
    </>
  )
}
