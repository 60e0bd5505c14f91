import { useTranslator } from '../../ui/language.tsx'
import { hrefOf } from '../../ui/route.ts'
import { WaysOut } from '../../ui/ways-out.tsx'
import { repaired } from './repair.ts'
import type { PlanLine, ScenarioItem, ScenarioOverrides } from './types.ts'

interface ConflictProps {
  readonly scenario: ScenarioItem
  readonly lines: readonly PlanLine[]
  /** Keeps these overrides and runs again. */
  repair(overrides: ScenarioOverrides): void
  close(): void
}

/** A scenario that nothing can satisfy: what cannot hold together, and the ways out of it, each one click. */
export function Conflict({ scenario, lines, repair, close }: ConflictProps) {
  const { t } = useTranslator()
  return (
    <section className="conflict" aria-label={t('scenarios.conflict.title', { name: scenario.name })}>
      <header>
        <h2><span aria-hidden="true" className="alarm">▲</span> {t('scenarios.conflict.title', { name: scenario.name })}</h2>
        <button type="button" className="plain" aria-label={t('frame.close')} onClick={close}>×</button>
      </header>
      <WaysOut
        scenario={scenario.id} lines={lines}
        act={(way) => {
          const next = repaired(scenario.overrides, way, lines)
          if (next) return { run: () => repair(next) }
          return { href: way.kind === 'rule' ? hrefOf('sumber', way.rule ?? '') : hrefOf('anggaran', way.line ?? '') }
        }}
      />
    </section>
  )
}
