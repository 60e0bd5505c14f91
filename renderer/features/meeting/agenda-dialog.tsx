import { type FormEvent, useState } from 'react'
import type { AgendaItem } from '#shared/domain/meeting.ts'
import { questionText } from '#shared/i18n/meeting-text.ts'
import { useApi } from '../../ui/api.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { Moves, useMovable, useOrder } from './movable.tsx'
import { SIGNS } from './signs.ts'
import type { MeetingView } from './types.ts'

/** All points with how each stands; one click goes there. They are put in another order, and a question that comes up is added at the end. */
export function AgendaDialog({ meeting, at, go, stay, close }: {
  readonly meeting: MeetingView; readonly at: number; go(to: number): void
  /** Stands there without closing: the point in sight has moved. */
  stay(to: number): void; close(): void
}) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const ask = useCommand(['meeting', 'ask'], api.meeting.ask.call)
  const arrange = useCommand(['meeting', 'arrange'], api.meeting.arrange.call)
  const [text, setText] = useState('')
  const { items, finishedAt } = meeting
  const open = finishedAt === null
  const { order, move, writing } = useOrder(items.map(({ id }) => id), async (next) => {
    await arrange.mutateAsync({ items: next })
    const here = items[at - 1]
    if (here) stay(next.indexOf(here.id) + 1)
  })
  const shown = order.flatMap((id) => items.find((item) => item.id === id) ?? [])
  const { list, row, shift } = useMovable(shown.length, move)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') ask.mutate({ text: text.trim() }, { onSuccess: () => setText('') })
  }
  const place = (to: number, name: string) => (
    <button type="button" className="plain" disabled={writing} aria-current={to === at ? 'step' : undefined} onClick={() => go(to)} {...(to === at ? { 'data-focus': '' } : {})}>{name}</button>
  )
  return (
    <Dialog title={t('meeting.stage.agenda')} className="meeting-root sheet wide" close={close}>
      <div className="agenda">{place(0, t('meeting.stage.opening'))}</div>
      <ol className="agenda" ref={list}>
        {shown.map((item, index) => {
          const name = questionText(item as AgendaItem, translator)
          return (
            <li key={item.id} {...(open ? row(index) : {})}>
              <span aria-hidden="true">{SIGNS[item.outcome ?? 'open']}</span>
              {place(items.indexOf(item) + 1, name)}
              <span className="hidden">{t(`meeting.outcome.${item.outcome ?? 'open'}`)}</span>
              {open && <Moves at={index} count={shown.length} name={name} shift={shift} />}
            </li>
          )
        })}
      </ol>
      <div className="agenda">{place(items.length + 1, t('meeting.stage.closing'))}</div>
      {open && (
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
