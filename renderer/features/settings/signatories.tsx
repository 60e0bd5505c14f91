import { type FormEvent, useState } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { type Person, rowsOf } from './signatory-rows.ts'

const FIELDS = ['lead', 'role', 'name', 'nip'] as const

interface Paper {
  readonly sheet: string
  readonly named: boolean
  readonly people: readonly Person[]
}

/** Who signs one paper, in the order of the page; place and date stand over the last one. Saved together, as one step. Its key is what it began with. */
export function Signatories({ paper, save }: { readonly paper: Paper; save(value: string): void }) {
  const { t, find } = useTranslator()
  const [people, setPeople] = useState<readonly Person[]>(paper.people)
  const [tried, setTried] = useState(false)
  const title = find(`settings.sheets.${paper.sheet}`) ?? paper.sheet
  const changed = rowsOf(people) !== rowsOf(paper.people)
  const bar = people.some((person) => FIELDS.some((field) => person[field].includes('|')))
  const missing = people.some((person) => person.role.trim() === '')
  const set = (at: number, part: Partial<Person>) => setPeople((before) => before.map((person, index) => (index === at ? { ...person, ...part } : person)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!bar && !missing) save(rowsOf(people))
  }
  return (
    <form className="signatories" onSubmit={submit}>
      <table className="ledger">
        <caption>{title} {!paper.named && <span className="fine soft">{t('settings.isUsual')}</span>}</caption>
        <thead><tr>{FIELDS.map((field) => <th scope="col" key={field}>{t(`settings.${field}`)}</th>)}<td /></tr></thead>
        <tbody>
          {people.map((person, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- people have no other identity than their place
            <tr key={at}>
              {FIELDS.map((field) => (
                <td key={field}>
                  {field === 'lead' && at === people.length - 1 ? <span className="fine soft">{t('settings.dated')}</span> : (
                    <input aria-label={`${t(`settings.${field}`)}, ${t('settings.person', { at: at + 1 })}`} value={person[field]} maxLength={120} aria-invalid={tried && (person[field].includes('|') || (field === 'role' && person.role.trim() === ''))} onChange={(event) => set(at, { [field]: event.target.value })} />
                  )}
                </td>
              ))}
              <td>{people.length > 1 && <button type="button" className="plain" aria-label={t('settings.remove', { role: person.role })} onClick={() => setPeople(people.filter((_, index) => index !== at))}>×</button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {tried && (bar || missing) && <p className="fine alarm" role="alert">▲ {t(bar ? 'settings.bar' : 'settings.roleMissing')}</p>}
      <footer>
        <button type="button" onClick={() => setPeople([...people, { lead: '', role: '', name: '', nip: '' }])}>{t('settings.add')}</button>
        {paper.named && <button type="button" onClick={() => save('')}>{t('settings.usual')}</button>}
        <button type="submit" className="primary" disabled={!changed} aria-label={`${t('settings.save')} ${title}`}>{t('settings.save')}</button>
      </footer>
    </form>
  )
}
