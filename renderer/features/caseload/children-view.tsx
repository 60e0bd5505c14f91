import { useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { CHILD_FILTERS } from '#shared/domain/child-status.ts'
import { number } from '#shared/i18n/format.ts'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ChildHead, ChildRow, COLUMN_COUNT } from './child-row.tsx'
import { GrowthDialog } from './growth/growth-dialog.tsx'
import { RevealDialog } from './reveal-dialog.tsx'
import { type ChildFilter, type Reveal, useChildren } from './use-children.ts'

const ROW = 28
/** Letters of a search before it is one. */
const LEAST = 2

/** By-name list: masked until its user chooses otherwise, for as long as it is open; only the rows in sight are drawn and fetched. */
export function ChildrenView({ series }: { readonly series: string }) {
  const { t, language } = useTranslator()
  const [posyandu, setPosyandu] = useState<string>()
  const [status, setStatus] = useState<ChildFilter>('all')
  const [reveal, setReveal] = useState<Reveal>('nothing')
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim().length < LEAST ? '' : typed.trim())
  const [asking, setAsking] = useState(false)
  const [size, setSize] = useState(0)
  const [child, setChild] = useState<number>()
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  // oxlint-disable-next-line react-hooks-js/incompatible-library -- the library's own way to tell which rows are in sight
  const virtual = useVirtualizer({ count: size, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 6, useFlushSync: false })
  const items = virtual.getVirtualItems()
  const list = useChildren({ series, posyandu, status, reveal, search }, items[0]?.index ?? 0, items.at(-1)?.index ?? 0)
  const { total } = list
  useEffect(() => {
    if (total !== undefined) setSize(total)
  }, [total])
  const narrow = (change: () => void) => { change(); scroller.current?.scrollTo({ top: 0 }) }
  if (list.error) return <Failure error={list.error} again={list.again} />
  const [before, after] = [items[0]?.start ?? 0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)]
  return (
    <div className="children">
      <div className="filters">
        <label htmlFor={`${id}-posyandu`}>{t('caseload.children.posyandu')}</label>
        <select id={`${id}-posyandu`} value={posyandu ?? ''} onChange={(event) => narrow(() => setPosyandu(event.target.value || undefined))}>
          <option value="">{t('caseload.children.all')}</option>
          {list.posyandu.map((name) => <option key={name} value={name}>{name}</option>)}
        </select>
        <label htmlFor={`${id}-status`}>{t('caseload.children.status')}</label>
        <select id={`${id}-status`} value={status} onChange={(event) => narrow(() => setStatus(CHILD_FILTERS.find((one) => one === event.target.value) ?? 'all'))}>
          {CHILD_FILTERS.map((one) => <option key={one} value={one}>{t(`caseload.children.filters.${one}`)}</option>)}
        </select>
        <label htmlFor={`${id}-search`}>{t('caseload.children.search')}</label>
        <input id={`${id}-search`} type="search" maxLength={120} value={typed} placeholder={t('caseload.children.searchHint')} onChange={(event) => narrow(() => setTyped(event.target.value))} />
        <span className="soft" role="status">{total !== undefined && t('caseload.children.count', { count: total, all: number(list.all, language) })}</span>
        {reveal === 'nothing'
          ? <button type="button" className="end" onClick={() => setAsking(true)}>{t('caseload.children.reveal')}</button>
          : <button type="button" className="end" onClick={() => setReveal('nothing')}>{t('caseload.children.hide')}</button>}
      </div>
      <div className="list" ref={scroller} tabIndex={0} role="region" aria-label={t('caseload.views.children')} aria-busy={list.loading || size !== total}>
        <table className={reveal === 'nothing' ? 'counts by-name' : 'counts by-name named'} aria-label={t('caseload.views.children')} aria-rowcount={size + 1}>
          <ChildHead />
          <tbody>
            {before > 0 && <tr aria-hidden="true"><td colSpan={COLUMN_COUNT} style={{ height: before }} /></tr>}
            {items.map(({ index }) => <ChildRow key={index} index={index} child={list.rows.get(index)} basis={list.basis} open={setChild} />)}
            {after > 0 && <tr aria-hidden="true"><td colSpan={COLUMN_COUNT} style={{ height: after }} /></tr>}
          </tbody>
        </table>
        {total === undefined && <Loading />}
        {total === 0 && <p className="nothing soft">{t(list.all === 0 ? 'caseload.children.none' : 'caseload.children.noMatch')}</p>}
      </div>
      <p className={reveal === 'nothing' ? 'foot soft fine' : 'foot attention fine'}>{t(reveal === 'nothing' ? 'caseload.children.masked' : 'caseload.children.shown')} {list.all > 0 && t(`caseload.children.basis.${list.basis}`)}</p>
      {child !== undefined && <GrowthDialog series={series} child={child} reveal={reveal} close={() => setChild(undefined)} />}
      {asking && <RevealDialog close={() => setAsking(false)} reveal={(chosen) => { setReveal(chosen); setAsking(false) }} />}
    </div>
  )
}
