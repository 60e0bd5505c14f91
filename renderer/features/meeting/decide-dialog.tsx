import { type FormEvent, useId, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { Roles } from './roles.tsx'
import type { Trying } from './slide-item.tsx'
import { useMeetingStore } from './store.ts'
import type { MeetingItemView } from './types.ts'

const NONE = { for: '', against: '', abstained: '' }

/** Takes a decision down: who proposed it, by consensus or with how many votes, and what else was said. Enter alone keeps it as agreed by all. */
export function DecideDialog({ item, outcome, trying, close }: { readonly item: MeetingItemView; readonly outcome: 'agreed' | 'deferred'; readonly trying: Trying | null; close(): void }) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const id = useId()
  const drop = useMeetingStore((state) => state.draft)
  const decide = useCommand(['meeting', 'decide'], api.meeting.decide.call)
  const [proposer, setProposer] = useState(item.proposer)
  const [note, setNote] = useState(item.note)
  const [votes, setVotes] = useState<typeof NONE | null>(null)
  const agreed = outcome === 'agreed'
  const read = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : text.trim() === '' ? 0 : Number.NaN)
  const counted = votes && { for: read(votes.for), against: read(votes.against), abstained: read(votes.abstained) }
  const wrong = counted !== null && Object.values(counted).some(Number.isNaN)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wrong || decide.isPending) return
    decide.mutate({ item: item.id, outcome, proposer, note, votes: agreed ? counted : null, ...(agreed && trying ? { choice: trying.choice } : {}) }, { onSuccess: () => { drop(item.id, undefined); close() } })
  }
  const words = trying?.choice.what === 'words'
  return (
    <Dialog title={t(agreed ? 'meeting.dialog.agree' : 'meeting.dialog.defer')} className="meeting-root sheet" close={close}>
      <form onSubmit={submit}>
        {agreed && trying && trying.says !== '' && <p className="says">{t('meeting.dialog.chosen', { what: trying.says })}</p>}
        <label className="field"><span>{t('meeting.dialog.proposer')}</span><input type="text" value={proposer} maxLength={200} list={`${id}-roles`} placeholder={t('meeting.dialog.proposerHint')} onChange={(event) => setProposer(event.target.value)} /></label>
        <Roles id={`${id}-roles`} />
        {agreed && (
          <fieldset>
            <legend>{t('meeting.dialog.how')}</legend>
            <label><input type="radio" name={`${id}-how`} checked={votes === null} onChange={() => setVotes(null)} /> {t('meeting.dialog.consensus')}</label>
            <label><input type="radio" name={`${id}-how`} checked={votes !== null} onChange={() => setVotes(NONE)} /> {t('meeting.dialog.vote')}</label>
            {votes && (['for', 'against', 'abstained'] as const).map((key) => (
              <label className="field vote" key={key}><span>{t(`meeting.dialog.${key}`)}</span><input type="text" inputMode="numeric" value={votes[key]} aria-invalid={counted !== null && Number.isNaN(counted[key])} onChange={(event) => setVotes({ ...votes, [key]: event.target.value })} /></label>
            ))}
          </fieldset>
        )}
        {wrong && <p className="alarm" role="alert">▲ {t('meeting.dialog.wrongVotes')}</p>}
        <label className="field"><span>{t(!agreed ? 'meeting.dialog.why' : words ? 'meeting.dialog.noteAgreed' : 'meeting.dialog.note')}</span><textarea rows={2} value={note} maxLength={1000} placeholder={words ? '' : t('meeting.dialog.noteHint')} onChange={(event) => setNote(event.target.value)} /></label>
        {decide.error && <p className="alarm" role="alert">▲ {errorText(decide.error, translator)}</p>}
        <footer>
          <button type="button" onClick={close}>{t('meeting.dialog.close')}</button>
          <button type="submit" className="primary" data-focus="" disabled={wrong || decide.isPending}>{t(agreed ? 'meeting.dialog.saveAgree' : 'meeting.dialog.saveDefer')}</button>
        </footer>
      </form>
    </Dialog>
  )
}
