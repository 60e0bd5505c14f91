import { useCallback } from 'react'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { type GridRow } from './rows.ts'
import { gridState } from './store.ts'

/** The activities in sight, in order, with the tier that each stands in. */
function order(rows: readonly GridRow[]) {
  return rows.flatMap((row) => (row.kind === 'activity' ? [{ id: row.activity.id, name: row.activity.name, tier: row.activity.lines[0]?.tier ?? 1 }] : []))
}

/** Where an activity lands one place up or down; past the end of its tier it enters the next one. */
export function neighbour(rows: readonly GridRow[], id: string, step: 1 | -1): { before: string | null; tier: 1 | 2 | 3 } | undefined {
  const all = order(rows)
  const at = all.findIndex((activity) => activity.id === id)
  const self = all[at]
  const next = all[at + step]
  if (!self) return undefined
  if (!next) {
    const tier = self.tier + step
    return tier >= 1 && tier <= 3 ? { before: null, tier: tier as 1 | 2 | 3 } : undefined
  }
  if (next.tier !== self.tier) {
    // Into the neighbouring tier: its first place from above, its last from below; an empty tier between is entered first.
    const tier = (self.tier + step) as 1 | 2 | 3
    return step === 1 && next.tier === tier ? { before: next.id, tier } : { before: null, tier }
  }
  if (step === -1) return { before: next.id, tier: self.tier }
  const after = all[at + 2]
  return { before: after?.tier === self.tier ? after.id : null, tier: self.tier }
}

function activeActivity() {
  const { rows, active } = gridState()
  const row = rows[active.row]
  return row && row.kind !== 'tier' ? row.activity : undefined
}

/** Adding, removing and moving activities; each one step that can be undone from its notice. */
export function useActivities(undo: () => void) {
  const api = useApi()
  const { t } = useTranslator()
  const show = useNotices((state) => state.show)
  const added = useCommand(['plan', 'addActivity'], (input: { key: string }) => api.plan.addActivity.call(input))
  const removed = useCommand(['plan', 'removeActivity'], (input: { activity: string }) => api.plan.removeActivity.call(input))
  const moved = useCommand(['plan', 'moveActivity'], (input: { activity: string; before: string | null; tier: 1 | 2 | 3 }) => api.plan.moveActivity.call(input))
  const [addActivity, removeActivity, moveActivity] = [added.mutateAsync, removed.mutateAsync, moved.mutateAsync]

  const add = useCallback(async (key: string) => {
    const answer = await addActivity({ key }).catch(() => undefined)
    if (!answer) return
    show({ text: t('budget.done.added', { activity: answer.name }), alarm: false, topic: 'step', action: { label: t('budget.done.undo'), run: undo } })
    gridState().seek(answer.activity)
    // The keys go on where the work does: in the new row, not at the button.
    document.getElementById('isi')?.focus({ preventScroll: true })
  }, [addActivity, show, t, undo])

  const remove = useCallback(async () => {
    const activity = activeActivity()
    if (!activity) return
    const answer = await removeActivity({ activity: activity.id }).catch(() => undefined)
    if (answer) show({ text: t('budget.done.removed', { activity: answer.name }), alarm: false, topic: 'step', action: { label: t('budget.done.undo'), run: undo } })
  }, [removeActivity, show, t, undo])

  const place = useCallback(async (id: string, target: { before: string | null; tier: 1 | 2 | 3 } | undefined) => {
    const activity = order(gridState().rows).find((one) => one.id === id)
    if (!activity || !target) return
    const answer = await moveActivity({ activity: id, ...target }).catch(() => undefined)
    if (!answer) return
    const tiers = new Map(order(gridState().rows).map((one) => [one.id, one.id === id ? answer.tier : one.tier]))
    const peers = answer.order.filter((one) => tiers.get(one) === answer.tier)
    gridState().say(t('budget.done.placed', { activity: activity.name, at: peers.indexOf(id) + 1, of: peers.length, tier: answer.tier }))
    if (answer.tier !== activity.tier) show({ text: t('budget.done.moved', { activity: activity.name, tier: answer.tier }), alarm: false, topic: 'step', action: { label: t('budget.done.undo'), run: undo } })
  }, [moveActivity, show, t, undo])
  const move = useCallback((step: 1 | -1) => {
    const activity = activeActivity()
    if (activity) void place(activity.id, neighbour(gridState().rows, activity.id, step))
  }, [place])
  return { add, remove, move, place }
}
