import { useQuery } from '@tanstack/react-query'
import type { AllocationReport } from '#shared/contract/allocation.ts'
import type { WayStep } from '#shared/contract/explain.ts'
import type { PlanEditInput, PlanLine } from '#shared/contract/plan.ts'
import { useApi } from '../../ui/api.tsx'
import { hrefOf } from '../../ui/route.ts'
import { useCommand } from '../../ui/use-command.ts'
import { WaysOut } from '../../ui/ways-out.tsx'

interface PlanWaysProps {
  readonly conflict: AllocationReport['conflict']
  readonly lines: readonly PlanLine[]
  /** A way was taken: reckon again. */
  again(): void
}

/** A lock or target that gives way, as an edit of the plan; undefined for a rule or a ceiling. */
function editOf({ kind, line: id, source, targetBp, unlock, units, to }: WayStep, lines: readonly PlanLine[]): PlanEditInput | undefined {
  const line = lines.find((one) => one.id === id)
  if (!line) return undefined
  if (kind === 'target') return { what: 'target', line: line.id, bp: targetBp === 0 ? null : targetBp }
  if (kind !== 'lock' || source === null) return undefined
  const cell = { what: 'cell' as const, line: line.id, source }
  if (unlock) return { ...cell, locked: false }
  return units === null ? { ...cell, amount: to } : { ...cell, units }
}

/** The ways out of a conflict in the plan itself: each changes what it names, as one step that can be undone. A rule is changed where rules are. */
export function PlanWays({ conflict, lines, again }: PlanWaysProps) {
  const api = useApi()
  const sources = useQuery(api.plan.sources.queryOptions({ input: {} }))
  const setSource = useCommand(['plan', 'setSource'], api.plan.setSource.call)
  const edit = useCommand(['plan', 'edit'], api.plan.edit.call)
  const taken = { onSuccess: again }
  return (
    <WaysOut
      lines={lines} known={conflict}
      act={(way) => {
        const source = sources.data?.find(({ label }) => label === way.source)
        if (way.kind === 'ceiling' && source && way.ceiling !== null) {
          const ceiling = way.ceiling
          return { run: () => setSource.mutate({ source: source.code, carryOver: source.origin === 'carry_over', ceiling }, taken) }
        }
        const edits = [way, ...way.along].map((step) => editOf(step, lines))
        if (edits.every((one) => one !== undefined)) return { run: () => edit.mutate({ edits }, taken) }
        return { href: way.kind === 'rule' ? hrefOf('sumber', way.rule ?? '') : hrefOf('anggaran', way.line ?? '') }
      }}
    />
  )
}
