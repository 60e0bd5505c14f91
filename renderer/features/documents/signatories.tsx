import { useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'
import type { PreviewSheet, Signatory } from './types.ts'

interface SignatoriesProps {
  readonly sheets: readonly PreviewSheet[]
  /** ISO date over the signatures; empty = room to write it. */
  readonly signedOn: string
}

/** Who signs the papers in sight, and the date over the signatures; what is typed stands on the paper when the field is left. */
export function Signatories({ sheets, signedOn }: SignatoriesProps) {
  const { t } = useTranslator()
  const api = useApi()
  const { mutate } = useCommand(['workspace', 'setSetting'], (input: { key: string; value: string }) => api.workspace.setSetting.call(input))
  const signed = sheets.filter(({ signatories }) => signatories.length > 0)
  return (
    <section className="paper-signs" aria-labelledby="signs-title">
      <h2 id="signs-title">{t('papers.sign.title')}</h2>
      {signed.length === 0 && <p className="soft fine">{t('papers.sign.none')}</p>}
      {signed.length > 0 && (
        <DateField label={t('papers.sign.date')} value={signedOn} clearable hint={t('papers.sign.dateHint')} save={(value) => mutate({ key: 'signed-on', value })} />
      )}
      {signed.map((sheet, index) => (
        <details key={sheet.key} open={index === 0}>
          <summary>{sheet.name}</summary>
          {sheet.signatories.map((person, at) => (
            <Person
              // oxlint-disable-next-line react/no-array-index-key -- a signature is its place on the paper
              key={`${at}/${JSON.stringify(person)}`} person={person} number={at + 1}
              save={(changed) => mutate({ key: `sign.${sheet.key}`, value: written(sheet.signatories.map((other, place) => (place === at ? changed : other))) })}
            />
          ))}
          <button type="button" className="plain fine" onClick={() => mutate({ key: `sign.${sheet.key}`, value: '' })}>{t('papers.sign.usual')}</button>
        </details>
      ))}
    </section>
  )
}

/** As the setting holds it: one line per person, its parts between bars. */
function written(people: readonly Signatory[]): string {
  const plain = (text: string | null) => (text ?? '').replaceAll(/[|\n]/g, ' ').trim()
  return people.map(({ lead, role, name, nip }) => [lead, role, name, nip].map(plain).join('|')).join('\n')
}

interface PersonProps {
  readonly person: Signatory
  readonly number: number
  save(person: Signatory): void
}

function Person({ person, number, save }: PersonProps) {
  const { t } = useTranslator()
  const [typed, setTyped] = useState(person)
  const fields = [
    ...(person.dated ? [] : [{ key: 'lead', label: t('papers.sign.lead') }] as const),
    { key: 'role', label: t('papers.sign.role') }, { key: 'name', label: t('papers.sign.name') }, { key: 'nip', label: t('papers.sign.nip') },
  ] as const
  const leave = () => {
    if (fields.some(({ key }) => (typed[key] ?? '') !== (person[key] ?? ''))) save(typed)
  }
  return (
    <fieldset>
      <legend>{t('papers.sign.person', { number })}</legend>
      {fields.map(({ key, label }) => (
        <label key={key} className="field">
          <span>{label}</span>
          <input
            value={typed[key] ?? ''} maxLength={100} onChange={(event) => setTyped({ ...typed, [key]: event.target.value })} onBlur={leave}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        </label>
      ))}
    </fieldset>
  )
}
