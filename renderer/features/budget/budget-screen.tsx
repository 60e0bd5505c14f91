import { useQueries } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PlanLine } from '#shared/contract/plan.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useHistory } from '../../ui/frame-history.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { useRoute } from '../../ui/route.ts'
import { AllocateDialog } from './allocate-dialog.tsx'
import { Announcer, RefusalAnnouncer } from './announcer.tsx'
import './budget.css'
import { CatalogueDialog } from './catalogue-dialog.tsx'
import { gridColumns, reuseColumns } from './columns.ts'
import './dialogs.css'
import { Grid } from './grid.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { Panel } from './panel.tsx'
import { type GridRow, gridRows, reuseRows } from './rows.ts'
import { areaOf, gridState, useGrid } from './store.ts'
import { Tools } from './tools.tsx'
import { useActivities } from './use-activities.ts'
import { type BlockWay, type PastePreview, useCommit } from './use-commit.ts'
import type { GridActions } from './use-grid-keys.ts'
import { useRejectedUndo } from './use-rejected-undo.ts'
import { useWide } from './use-wide.ts'
import { useWidths } from './use-widths.ts'

/** Anggaran: activities by tier, what each costs, who pays, what is missing; a spreadsheet with its explanation beside it. */
export function BudgetScreen() {
  const { t } = useTranslator()
  const api = useApi()
  const wide = useWide()
  const [lines, sources, summary] = useQueries({
    queries: [api.plan.lines.queryOptions({ input: {} }), api.plan.sources.queryOptions({ input: {} }), api.plan.summary.queryOptions({ input: {} })],
  })
  const [open, setOpen] = useState<'catalogue' | 'allocate' | null>(null)
  const [waiting, setWaiting] = useState<PastePreview | null>(null)
  const commit = useCommit()
  const { undo } = useHistory()
  useRejectedUndo(undo)
  const { widths, setWidth, resetWidths } = useWidths()
  const { add, remove, move, place } = useActivities(undo)
  const closed = useGrid((state) => state.closed)
  const rows = useMemo(() => reuseRows(gridState().rows, gridRows(lines.data ?? [], closed)), [lines.data, closed])
  const longest = useMemo(() => longestOf(lines.data ?? []), [lines.data])
  const [room, setRoom] = useState(0)
  const columns = useMemo(() => reuseColumns(gridState().columns, gridColumns(sources.data ?? [], wide, widths, longest, room)), [sources.data, wide, widths, longest, room])
  const { paste: pasteBlock } = commit
  const paste = useCallback((block: readonly (readonly string[])[], way: BlockWay = 'pasted') => {
    void pasteBlock(block, areaOf(gridState()), way).then((found) => found && setWaiting(found))
  }, [pasteBlock])
  const actions = useMemo((): GridActions => ({
    move, paste, setWidth, remove: () => void remove(), add: () => setOpen('catalogue'), allocate: () => setOpen('allocate'),
  }), [move, paste, setWidth, remove])
  useGoToPlace(rows)

  const failed = lines.error ?? sources.error ?? summary.error
  if (failed) return <Failure error={failed} again={() => [lines, sources, summary].forEach((query) => void query.refetch())} />
  if (!lines.data || !sources.data || !summary.data) return <Message title={t('window.states.loading')} />
  const present = new Set(lines.data.map((line) => line.activityId))
  return (
    <section className="budget-screen explains" aria-labelledby="budget-title">
      <Tools activities={present.size} sources={sources.data.length} filled={sources.data.filter(({ available }) => available > 0).length} actions={actions} resetWidths={Object.keys(widths).length > 0 ? resetWidths : undefined} />
      {lines.data.length === 0
        ? <Message title={t('budget.none.title')} text={t('budget.none.text')} action={{ label: t('budget.tools.add'), run: actions.add }} />
        : <Grid rows={rows} columns={columns} lines={lines.data} commit={commit} actions={actions} place={place} onRoom={setRoom} />}
      <p id="grid-help" className="hidden">{t('budget.help')}</p>
      <Announcer />
      <RefusalAnnouncer />
      {lines.data.length > 0 && <Panel summary={summary.data} sources={sources.data} actions={actions} send={commit.send} />}
      {open === 'catalogue' && <CatalogueDialog kind={summary.data.plan.kind} add={(key) => { setOpen(null); void add(key) }} close={() => setOpen(null)} />}
      {open === 'allocate' && <AllocateDialog lines={lines.data} sources={sources.data} send={commit.send} undo={undo} close={() => setOpen(null)} />}
      {waiting && <PasteDialog preview={waiting} close={() => setWaiting(null)} accept={() => { setWaiting(null); void commit.apply(waiting) }} />}
    </section>
  )
}

function longestOf(lines: readonly PlanLine[]): { readonly name: number; readonly code: number; readonly sum: number } {
  return { sum: lines.reduce((total, { need }) => total + (need ?? 0), 0), name: Math.max(0, ...lines.map((line) => line.activity.length)), code: Math.max(0, ...lines.map((line) => line.code?.length ?? 0)) }
}

/** A note (or any link) that names a line or an activity leads to its row, once. */
function useGoToPlace(rows: readonly GridRow[]) {
  const { place } = useRoute()
  const reached = useRef('')
  useEffect(() => {
    if (place === '' || place === reached.current) return
    const index = rows.findIndex((row) => row.key === place || (row.kind !== 'tier' && row.line?.id === place))
    if (index < 0) return
    reached.current = place
    gridState().select({ row: index, col: 1 })
    document.getElementById('isi')?.focus({ preventScroll: true })
  }, [place, rows])
}
