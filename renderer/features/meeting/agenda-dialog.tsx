import { type FormEvent, useState } from 'react'
import type { AgendaItem } from '#shared/domain/meeting.ts'
import { questionText } from '#shared/i18n/meeting-text.ts'
import { useApi } from '../../ui/api.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'
import type { MeetingView } from './types.ts'

const SIGNS = { agreed: '✓', deferred: '◷', open: '○' } as const

/** All points with how each stands; one click goes there. A question that comes up is added at the end. */
export function AgendaDialog({ meeting, at, go, close }: { readonly meeting: MeetingView; readonly at: number; go(to: number): void; close(): void }) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const ask = useCommand(['meeting', 'ask'], api.meeting.ask.call)
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') ask.mutate({ text: text.trim() }, { onSuccess: () => setText('') })
  }
  const places = [{ to: 0, text: t('meeting.stage.opening'), sign: '' }, ...meeting.items.map((item, index) => ({ to: index + 1, text: questionText(item as AgendaItem, translator), sign: SIGNS[item.outcome ?? 'open'] })), { to: meeting.items.length + 1, text: t('meeting.stage.closing'), sign: '' }]
  return (
    <Dialog title={t('meeting.stage.agenda')} className="meeting-root sheet wide" close={close}>
      <ol className="agenda">
        {places.map(({ to, text: question, sign }) => (
          <li key={to}>
            <button type="button" className="plain" aria-current={to === at ? 'step' : undefined} onClick={() => go(to)} {...(to === at ? { 'data-focus': '' } : {})}>
              <span aria-hidden="true">{sign}</span> {question}
              {sign !== '' && <span className="hidden">: {t(`meeting.outcome.${meeting.items[to - 1]?.outcome ?? 'open'}`)}</span>}
            </button>
          </li>
        ))}
      </ol>
      {meeting.finishedAt === null && (
        <form onSubmit={submit} className="ask">
          <label className="field"><span>{t('meeting.prepare.ask')}</span><input type="text" value={text} maxLength={300} onChange={(event) => setText(event.target.value)} /></label>
          <button type="submit" disabled={text.trim() === '' || ask.isPending}>{t('meeting.prepare.add')}</button>
        </form>
      )}
    </Dialog>
  )
}

const KEYS = [['next', 'Page Down, →'], ['previous', 'Page Up, ←'], ['agree', 'S'], ['object', 'C'], ['defer', 'T'], ['agenda', 'D'], ['blank', 'B, .'], ['undo', 'Ctrl+Z'], ['help', 'F1'], ['leave', 'Esc']] as const

/** The keys of the stage. */
export function KeysDialog({ close }: { close(): void }) {
  const { t } = useTranslator()
  return (
    <Dialog title={t('meeting.keys.title')} className="meeting-root sheet" close={close}>
      <table className="keys">
        <tbody>{KEYS.map(([key, keys]) => <tr key={key}><th scope="row">{t(`meeting.keys.${key}`)}</th><td>{keys.split(', ').map((one) => <kbd key={one}>{one}</kbd>)}</td></tr>)}</tbody>
      </table>
    </Dialog>
  )
}
