import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { number } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { AgendaDialog, KeysDialog } from './agenda-dialog.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { leaveStage } from './full-screen.ts'
import { ObjectDialog } from './object-dialog.tsx'
import { SlideClosing } from './slide-closing.tsx'
import { SlideItem, type Trying } from './slide-item.tsx'
import { SlideOpening } from './slide-opening.tsx'
import { useStageKeys } from './stage-keys.ts'
import { useMeetingStore } from './store.ts'
import type { MeetingView } from './types.ts'

type Panel = 'agree' | 'defer' | 'object' | 'agenda' | 'help'

/** What stands on the wall: one point at a time, over everything else. 0 is the opening, one more than the points the end. */
export function Stage({ meeting }: { readonly meeting: MeetingView }) {
  const { t, language } = useTranslator()
  const api = useApi()
  const { items, number: count, finishedAt } = meeting
  const stand = useMeetingStore((state) => state.stand)
  const known = useMeetingStore((state) => state.at[meeting.id])
  const at = Math.min(known ?? meeting.at, items.length + 1)
  const [panel, setPanel] = useState<Panel | null>(null)
  const [dark, setDark] = useState(false)
  const [trying, setTrying] = useState<Trying | null>(null)
  const stage = useRef<HTMLElement>(null)
  const item = items[at - 1]
  const open = finishedAt === null
  // two quick pages are two: the place is read when the key comes, not when the screen was drawn
  const here = () => Math.min(useMeetingStore.getState().at[meeting.id] ?? meeting.at, items.length + 1)
  const stay = (to: number) => {
    stand(meeting.id, to)
    // a place to come back to, also after a restart; where it cannot be written the stage goes on
    void api.workspace.setSetting.call({ key: 'meeting-at', value: `${meeting.id}:${to}` }).catch(() => undefined)
  }
  const go = (to: number) => {
    const next = Math.max(0, Math.min(items.length + 1, to))
    if (next === here()) return
    stay(next)
    setTrying(null)
    stage.current?.focus()
  }
  const on = (wanted: Panel) => () => {
    if (wanted === 'agenda' || wanted === 'help') setPanel(wanted)
    else if (item && open && (wanted !== 'agree' || trying?.ready === true)) setPanel(wanted)
  }
  useStageKeys({
    next: () => go(here() + 1), previous: () => go(here() - 1), first: () => go(0), last: () => go(items.length + 1), blank: () => setDark(!dark), agree: on('agree'), object: on('object'), defer: on('defer'),
    agenda: on('agenda'), help: on('help'), leave: leaveStage,
  }, dark)
  useEffect(() => {
    const root = document.getElementById('root')
    root?.setAttribute('inert', '')
    stage.current?.focus()
    return () => root?.removeAttribute('inert')
  }, [])
  const place = t(`meeting.stage.place.${meeting.kind}`, { name: meeting.village })
  return createPortal(
    <section className={dark ? 'meeting-root stage dark' : 'meeting-root stage'} ref={stage} data-stage="" tabIndex={-1} aria-label={t('meeting.stage.label')}>
      {dark ? <p className="hidden" role="status">{t('meeting.stage.blank')}</p> : (
        <>
          <div className="head">
            <p className={at === 0 ? 'unsaid' : undefined}>{t('meeting.stage.title', { place, year: meeting.fiscalYear })}</p>
            <p role="status" className="where">{item ? t('meeting.stage.decision', { at: number(at, language), all: number(items.length, language) }) : t(at === 0 ? 'meeting.stage.opening' : 'meeting.stage.closing')}</p>
            <div className="tools">
              <button type="button" title={`${t('meeting.stage.agenda')} (D)`} aria-label={t('meeting.stage.agenda')} onClick={on('agenda')}>☰</button>
              <button type="button" title={`${t('meeting.stage.help')} (F1)`} aria-label={t('meeting.stage.help')} onClick={on('help')}>?</button>
              <button type="button" title={`${t('meeting.stage.leave')} (Esc)`} aria-label={t('meeting.stage.leave')} onClick={leaveStage}>×</button>
            </div>
          </div>
          {item ? <SlideItem key={item.id} item={item} meeting={meeting} trying={setTrying} /> : at === 0 ? <SlideOpening meeting={meeting} /> : <SlideClosing meeting={meeting} />}
          <div className="foot">
            <button type="button" className="turn" aria-label={t('meeting.stage.previous')} title={`${t('meeting.stage.previous')} (Page Up)`} disabled={at === 0} onClick={() => go(here() - 1)}>‹</button>
            <ol className="dots" aria-hidden="true">
              {items.map(({ id, outcome }, index) => <li key={id} className={[outcome ?? 'open', index + 1 === at ? 'here' : ''].join(' ')} />)}
            </ol>
            <StageNotice />
            {item && open && (
              <div className="acts">
                <button type="button" title="T" onClick={on('defer')}>{t('meeting.stage.defer')}</button>
                <button type="button" title="C" onClick={on('object')}>{t('meeting.stage.object')}</button>
                <button type="button" className="primary" title="S" disabled={trying?.ready !== true} onClick={on('agree')}>{t('meeting.stage.agree')}</button>
              </div>
            )}
            <button type="button" className="turn" aria-label={t('meeting.stage.next')} title={`${t('meeting.stage.next')} (Page Down)`} disabled={at > items.length} onClick={() => go(here() + 1)}>›</button>
          </div>
          {panel === 'agenda' && <AgendaDialog meeting={meeting} at={at} go={(to) => { setPanel(null); go(to) }} stay={stay} close={() => setPanel(null)} />}
          {panel === 'help' && <KeysDialog close={() => setPanel(null)} />}
          {item && panel === 'object' && <ObjectDialog item={item} close={() => setPanel(null)} />}
          {item && (panel === 'agree' || panel === 'defer') && <DecideDialog item={item} outcome={panel === 'agree' ? 'agreed' : 'deferred'} trying={trying} close={() => setPanel(null)} />}
        </>
      )}
      <span className="hidden">{t('meeting.running.title', { number: count })}</span>
    </section>, document.body)
}

/** What the frame would say at its foot, which is out of sight here. */
function StageNotice() {
  const newest = useNotices((state) => state.notices.at(-1))
  return <p className={newest?.alarm === true ? 'said alarm' : 'said'} role={newest?.alarm === true ? 'alert' : 'status'}>{newest?.text}</p>
}
