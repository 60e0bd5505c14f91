import { type FormEvent, useId, useState } from 'react'
import type { VillageSubmission } from '#shared/contract/exchange.ts'
import { NOTHING } from '#shared/i18n/format.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import { useApi } from '../../ui/api.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'

type What = 'price' | 'count' | 'regency_code'

/** Corrections of a village, each beside what the village said then and says now. */
export function Corrections({ data }: { readonly data: VillageSubmission }) {
  const { t, find } = useTranslator()
  const api = useApi()
  const remove = useCommand(['exchange', 'correct'], (input: { what: What; subject: string }) => api.exchange.correct.call({ village: data.village, ...input, value: null }))
  return (
    <>
      <h3 id="corrections">{t('submissions.detail.corrections')}</h3>
      <p className="soft fine">{t('submissions.detail.apart')}</p>
      <table className="ledger" aria-labelledby="corrections">
        <thead><tr><th scope="col">{t('submissions.detail.what')}</th><th scope="col" className="num">{t('submissions.detail.was')}</th><th scope="col" className="num">{t('submissions.detail.now')}</th><th scope="col" className="num">{t('submissions.detail.value')}</th><td /></tr></thead>
        <tbody>
          {data.corrections.map(({ what, subject, label, was, now, value, why, state }) => (
            <tr key={`${what}/${subject}`}>
              <th scope="row">{find(`terms.groups.${label}`) ?? label} <span className="soft">{t(`submissions.detail.corrected.${what}`)}</span><br /><span className={state === 'changed' || state === 'gone' ? 'attention' : 'soft'}>{state === 'changed' || state === 'gone' ? '▲ ' : ''}{t(`submissions.detail.states.${state}`)}{why && `; ${why}`}</span></th>
              <td className="num">{was ?? NOTHING}</td><td className="num">{now ?? NOTHING}</td><td className="num"><b>{value}</b></td>
              <td className="num"><button type="button" className="quiet-action" aria-label={`${t('submissions.detail.removeCorrection')}: ${label}`} onClick={() => remove.mutate({ what, subject })}>×</button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

interface FormProps {
  readonly village: string
  readonly what: What
  readonly subject: string
  readonly label: string
  readonly now: string
  close(): void
}

/** Types a correction: rupiah and counts as people type them, a code as it is. */
export function CorrectionForm({ village, what, subject, label, now, close }: FormProps) {
  const { t, language } = useTranslator()
  const api = useApi()
  const id = useId()
  const [value, setValue] = useState(now)
  const [why, setWhy] = useState('')
  const save = useCommand(['exchange', 'correct'], (typed: string) => api.exchange.correct.call({ village, what, subject, value: typed, why }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const amount = what === 'regency_code' ? undefined : parseAmount(value, language)
    void save.mutateAsync(amount === undefined ? value.trim() : String(amount.value)).then(close, () => undefined)
  }
  return (
    <Dialog title={`${t('submissions.detail.correct')}: ${label}`} className="submissions-root" close={close}>
      <form onSubmit={submit}>
        <div className="field"><label htmlFor={`${id}-value`}>{t(`submissions.detail.corrected.${what}`)}</label><input id={`${id}-value`} data-focus className="amount" value={value} onChange={(event) => setValue(event.target.value)} /></div>
        <div className="field"><label htmlFor={`${id}-why`}>{t('submissions.detail.why')}</label><input id={`${id}-why`} value={why} maxLength={300} onChange={(event) => setWhy(event.target.value)} /></div>
        <p className="soft fine">{t('submissions.detail.apart')}</p>
        <footer><button type="button" onClick={close}>{t('submissions.detail.cancel')}</button><button type="submit" className="primary">{t('submissions.detail.save')}</button></footer>
      </form>
    </Dialog>
  )
}
