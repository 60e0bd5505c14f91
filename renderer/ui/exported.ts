import { create } from 'zustand'

/** When a plan's documents were last exported on this machine, and the figures that they held. */
export interface Exported {
  /** ISO moment. */
  readonly at: string
  readonly need: number
  readonly funded: number
}

const STORED = 'rembuk-exported'

function stored(): Readonly<Record<string, Exported>> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(STORED) ?? '{}')
    return typeof found === 'object' && found !== null ? (found as Record<string, Exported>) : {}
  } catch {
    return {}
  }
}

interface ExportedState {
  readonly byPlan: Readonly<Record<string, Exported>>
  remember(planId: string, exported: Exported): void
}

/** Exports are no steps of the plan, so they are remembered by the window, not in the file. */
export const useExported = create<ExportedState>((set, get) => ({
  byPlan: stored(),
  remember: (planId, exported) => {
    const byPlan = { ...get().byPlan, [planId]: exported }
    localStorage.setItem(STORED, JSON.stringify(byPlan))
    set({ byPlan })
  },
}))
