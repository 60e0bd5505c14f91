import { useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { PlanLine } from '#shared/contract/plan.ts'
import { readBlock, writeBlock } from '../../ui/clipboard-block.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { type Column, trackStyle } from './columns.ts'
import { GridFoot, GridHead } from './grid-head.tsx'
import { cellId, Row } from './grid-row.tsx'
import type { GridRow } from './rows.ts'
import { gridState, useGrid } from './store.ts'
import type { Commit } from './use-commit.ts'
import { clearSelection, type GridActions, selectedTexts, useGridKeys } from './use-grid-keys.ts'
import { type Drop, useGridPointer } from './use-grid-pointer.ts'
import { useSizing } from './use-sizing.ts'
import { useWide } from './use-wide.ts'

interface GridProps {
  readonly rows: readonly GridRow[]
  readonly columns: readonly Column[]
  readonly lines: readonly PlanLine[]
  readonly commit: Commit
  readonly actions: GridActions
  /** Puts a dragged activity before another one. */
  readonly place: Drop
  /** Tells how many px the table has in width, without its scroll bar. */
  onRoom(px: number): void
}

/** Height of the heads: a name of up to three lines where there is room for names, else a code; whether it is outside the budget; what it has; what is left, or in two lines how much too much. */
const HEAD_PX = { wide: 112, narrow: 84 } as const
const ROW_PX = 31

/** The budget as a spreadsheet: one element holds the focus, one cell is active in it; only rows in sight are drawn. */
export function Grid({ rows, columns, lines, commit, actions, place, onRoom }: GridProps) {
  const translator = useTranslator()
  const { t } = translator
  const head = HEAD_PX[useWide() ? 'wide' : 'narrow']
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- nothing that it returns is memoized here
  const virtual = useVirtualizer({
    count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 1, useFlushSync: false, scrollMargin: head, scrollPaddingStart: head, scrollPaddingEnd: ROW_PX + 4,
    getItemKey: (index) => rows[index]?.key ?? index,
  })
  const page = useCallback(() => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - head - ROW_PX) / ROW_PX) - 1), [head])
  const onKeyDown = useGridKeys(commit, actions, page)
  const pointer = useGridPointer(scroller, place)
  const sizing = useSizing(scroller, columns, actions.setWidth)
  const active = useGrid((state) => state.active)
  const { commitCell } = commit
  const show = useNotices((state) => state.show)

  useLayoutEffect(() => {
    const sheet = scroller.current
    if (!sheet) return undefined
    const observer = new ResizeObserver(() => onRoom(sheet.clientWidth))
    onRoom(sheet.clientWidth)
    observer.observe(sheet)
    return () => observer.disconnect()
  }, [onRoom])
  useLayoutEffect(() => gridState().show(rows, columns), [rows, columns])
  useEffect(() => {
    if (!document.getElementById(cellId(active.row, active.col))) virtual.scrollToIndex(active.row)
    // In the frame itself, whose layout is needed anyway; asked for here it would be made twice.
    const frame = requestAnimationFrame(() => document.getElementById(cellId(active.row, active.col))?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [active, virtual])

  const copy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeBlock(selectedTexts(translator)))
  }
  const cut = (event: ClipboardEvent) => {
    copy(event)
    const { emptied, kept } = clearSelection(commit)
    if (kept > 0) show({ text: t(emptied > 0 ? 'budget.problems.cutPart' : 'budget.problems.cutNothing'), alarm: false })
  }
  const style = useMemo(() => ({
    ...trackStyle(columns), '--head': `${head}px`,
  }) as React.CSSProperties, [columns, head])
  const items = virtual.getVirtualItems()
  const before = (items[0]?.start ?? head) - head
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? head) - head)
  return (
    <div
      ref={scroller} id="isi" className="sheet" role="treegrid" tabIndex={0} aria-label={t('budget.grid')} aria-describedby="grid-help" aria-multiselectable="true"
      aria-rowcount={rows.length + 2} aria-colcount={columns.length} aria-activedescendant={rows.length > 0 ? cellId(active.row, active.col) : undefined} style={style}
      onKeyDown={onKeyDown} onCopy={copy} onCut={cut}
      onPaste={(event) => { event.preventDefault(); actions.paste(readBlock(event.clipboardData.getData('text/plain'))) }} onBlur={() => gridState().setLeaving(false)} {...pointer}
    >
      <GridHead columns={columns} sizing={sizing} />
      <div role="rowgroup" className="body" style={{ paddingTop: before, paddingBottom: Math.max(0, after) }}>
        {items.map(({ index }) => {
          const row = rows[index]
          return row && <Row key={row.key} row={row} index={index} columns={columns} measure={virtual.measureElement} commit={commitCell} />
        })}
      </div>
      <GridFoot columns={columns} lines={lines} rows={rows.length} />
    </div>
  )
}
