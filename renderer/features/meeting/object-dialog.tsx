import { type FormEvent, useId, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { Roles } from './roles.tsx'
import type { MeetingItemView } from './types.ts'

/** Takes another opinion down, with those that were said before. */
export function ObjectDialog({ item, close }: { readonly item: MeetingItemView; close(): void }) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const id = useId()
  const object = useCommand(['meeting', 'object'], api.meeting.object.call)
  const [by, setBy] = useState('')
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '' && !object.isPending) object.mutate({ item: item.id, by: by.trim(), text: text.trim() }, { onSuccess: close })
  }
  return (
    <Dialog title={t('meeting.dialog.object')} className="meeting-root sheet" close={close}>
      <form onSubmit={submit}>
        {item.opinions.map((opinion) => <p className="says" key={opinion.id}>{opinion.by === '' ? t('meeting.record.opinionOf', { text: opinion.text }) : t('meeting.record.opinion', { who: opinion.by, text: opinion.text })}</p>)}
        <label className="field"><span>{t('meeting.dialog.by')}</span><input type="text" value={by} maxLength={200} list={`${id}-roles`} placeholder={t('meeting.dialog.proposerHint')} onChange={(event) => setBy(event.target.value)} data-focus="" /></label>
        <Roles id={`${id}-roles`} />
        <label className="field"><span>{t('meeting.dialog.text')}</span><textarea rows={3} value={text} maxLength={1000} onChange={(event) => setText(event.target.value)} /></label>
        {object.error && <p className="alarm" role="alert">▲ {errorText(object.error, translator)}</p>}
        <footer>
          <button type="button" onClick={close}>{t('meeting.dialog.close')}</button>
          <button type="submit" className="primary" disabled={text.trim() === '' || object.isPending}>{t('meeting.dialog.saveObject')}</button>
        </footer>
      </form>
    </Dialog>
  )
}
