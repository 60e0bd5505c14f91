import { type KeyboardEvent, useState } from 'react'
import type { AgendaItem } from '#shared/domain/meeting.ts'
import { questionText } from '#shared/i18n/meeting-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { Moves, useMovable, withMoved } from './movable.tsx'
import type { AgendaItemView } from './types.ts'

/** A point before the meeting: one that the plan leaves open, or a question of the chair's own. */
export interface Point {
  readonly key: string
  /** null: the chair's own. */
  readonly item: AgendaItemView | null
  readonly text: string
  readonly chosen: boolean
}

/** What will be talked about and in which order: points are left out, moved, and questions of one's own put among them. */
export function AgendaPoints({ points, change }: { readonly points: readonly Point[]; change(points: readonly Point[]): void }) {
  const translator = useTranslator()
  const { t } = translator
  const [text, setText] = useState('')
  const { list, row, shift } = useMovable(points.length, (from, to) => change(withMoved(points, from, to)))
  const add = () => {
    const asked = text.trim()
    if (asked !== '' && !points.some((point) => point.item === null && point.text === asked)) change([...points, { key: `question ${asked}`, item: null, text: asked, chosen: true }])
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }
  return (
    <>
      <ol className="points" ref={list}>
        {points.map((point, at) => {
          const { key, item, chosen } = point
          const name = item ? questionText(item as AgendaItem, translator) : point.text
          return (
            <li key={key} {...row(at)}>
              <Moves at={at} count={points.length} name={name} shift={shift} />
              {item ? <label><input type="checkbox" checked={chosen} onChange={() => change(points.map((one) => (one === point ? { ...one, chosen: !chosen } : one)))} /> <span>{name}</span></label> : <span className="own">{name}</span>}
              {item ? <span className="fine soft">{t(`meeting.why.${item.words.why}`)}</span> : <span className="fine soft">{t('meeting.why.asked')} <button type="button" className="plain" aria-label={t('meeting.prepare.drop', { text: name })} onClick={() => change(points.filter((one) => one !== point))}>×</button></span>}
            </li>
          )
        })}
      </ol>
      <div className="ask">
        <label className="field"><span className="fine soft">{t('meeting.prepare.ask')}</span>
          <input type="text" value={text} maxLength={300} placeholder={t('meeting.prepare.askHint')} onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} />
        </label>
        <button type="button" onClick={add} disabled={text.trim() === ''}>{t('meeting.prepare.add')}</button>
      </div>
    </>
  )
}
