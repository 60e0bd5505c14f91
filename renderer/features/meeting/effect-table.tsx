import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { type EffectRow, effectRows } from './effect-rows.ts'
import type { MeetingEffectView, MeetingItemView } from './types.ts'

const SIGNS = { same: '', better: '▲ ', worse: '▼ ', up: '▲ ', down: '▼ ' } as const

/** What a choice does beside the plan as it stands: for children, cadres, other helps, sources. */
export function EffectTable({ effect, item, busy }: { readonly effect: MeetingEffectView; readonly item: MeetingItemView; readonly busy: boolean }) {
  const translator = useTranslator()
  const { t } = translator
  const [whole, setWhole] = useState(false)
  const { shown, all } = effectRows(effect, item, translator)
  return (
    <div className={busy ? 'effects busy' : 'effects'} aria-busy={busy}>
      <Rows rows={shown} caption={t('meeting.stage.effects')} />
      <p className="below">
        <span role="status" className="soft">{busy ? t('meeting.stage.reckoning') : ''}</span>
        {all.length > shown.length && <button type="button" className="plain" onClick={() => setWhole(true)}>{t('meeting.stage.allEffects', { count: all.length })}</button>}
      </p>
      {whole && <Dialog title={t('meeting.stage.effects')} className="meeting-root sheet wide" close={() => setWhole(false)}><Rows rows={all} caption={t('meeting.stage.effects')} /></Dialog>}
    </div>
  )
}

function Rows({ rows, caption }: { readonly rows: readonly EffectRow[]; readonly caption: string }) {
  const { t } = useTranslator()
  return (
    <table>
      <caption className="hidden">{caption}</caption>
      <thead><tr><th scope="col">{t('meeting.stage.effects')}</th><th scope="col">{t('meeting.stage.now')}</th><th scope="col">{t('meeting.stage.after')}</th></tr></thead>
      <tbody>
        {rows.map(({ key, label, before, after, change, sign }) => (
          <tr key={key} className={change}><th scope="row">{label}</th><td>{before}</td><td>{change === 'same' && before === after ? after : <b><span aria-hidden="true">{SIGNS[sign ?? change]}</span>{after}</b>}</td></tr>
        ))}
      </tbody>
    </table>
  )
}
