import { type FormEvent, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { type Facts, FactsFields, headsOf } from './facts.tsx'
import type { MeetingView } from './types.ts'

/** The facts that only the meeting itself shows, typed while it goes on or afterwards: above all how many came. */
export function ChangeFacts({ meeting: { heldOn, place, leader, attended }, close }: { readonly meeting: MeetingView; close(): void }) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const save = useCommand(['meeting', 'change'], api.meeting.change.call)
  const [facts, setFacts] = useState<Facts>({ heldOn, place, leader, attended: attended === null ? '' : String(attended) })
  const heads = headsOf(facts)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (heads !== undefined && !save.isPending) save.mutate({ heldOn: facts.heldOn, place: facts.place.trim(), leader: facts.leader.trim(), attended: heads }, { onSuccess: close })
  }
  return (
    <Dialog title={t('meeting.prepare.facts')} className="meeting-root facts-dialog" close={close}>
      <form onSubmit={submit} className="facts">
        <FactsFields facts={facts} change={setFacts} />
        {save.error && <p className="alarm" role="alert">▲ {errorText(save.error, translator)}</p>}
        <footer>
          <button type="button" onClick={close}>{t('meeting.dialog.close')}</button>
          <button type="submit" className="primary" disabled={heads === undefined || save.isPending}>{t('meeting.running.saveFacts')}</button>
        </footer>
      </form>
    </Dialog>
  )
}
