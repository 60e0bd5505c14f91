import { useQuery } from '@tanstack/react-query'
import type { AllocationReport } from '#shared/contract/allocation.ts'
import type { PlanLine } from '#shared/contract/plan.ts'
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

/** The ways out of a conflict in the plan itself: each changes the one figure that it names, as one step that can be undone. A rule is changed where rules are. */
export function PlanWays({ conflict, lines, again }: PlanWaysProps) {
  const api = useApi()
  const sources = useQuery(api.plan.sources.queryOptions({ input: {} }))
  const setSource = useCommand(['plan', 'setSource'], api.plan.setSource.call)
  const setLine = useCommand(['plan', 'setLine'], api.plan.setLine.call)
  const setCell = useCommand(['allocation', 'setCell'], api.allocation.setCell.call)
  const taken = { onSuccess: again }
  return (
    <WaysOut
      lines={lines} known={conflict}
      act={(way) => {
        const source = sources.data?.find(({ label }) => label === way.source)
        const line = lines.find(({ id }) => id === way.line)
        if (way.kind === 'ceiling' && source && way.ceiling !== null) {
          const ceiling = way.ceiling
          return { run: () => setSource.mutate({ source: source.code, carryOver: source.origin === 'carry_over', ceiling }, taken) }
        }
        if (way.kind === 'target' && line) return { run: () => setLine.mutate({ line: line.id, coverageTargetBp: way.targetBp === 0 ? null : way.targetBp }, taken) }
        if (way.kind === 'lock' && line && way.source !== null) {
          const cell = { line: line.id, source: way.source }
          if (way.unlock) return { run: () => setCell.mutate({ ...cell, locked: false }, taken) }
          return { run: () => setCell.mutate(line.splittable ? { ...cell, amount: way.to } : { ...cell, units: Math.floor(way.to / Math.max(1, line.unitCost ?? 1)) }, taken) }
        }
        return { href: way.kind === 'rule' ? hrefOf('sumber', way.rule ?? '') : hrefOf('anggaran', way.line ?? '') }
      }}
    />
  )
}
