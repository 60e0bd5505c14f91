import type { Highs } from 'highs'
import type { StepOutcome } from '#shared/domain/allocation.ts'
import { type Bottleneck, bottlenecks } from './alone.ts'
import { raiseLowest } from './lowest.ts'
import type { Parts } from './parts.ts'
import type { AimColumn, JointProgram, Taking } from './relaxed.ts'

/** How far below what no answer can exceed each aim is held for the later ones: room for whole units. */
const ROOM = { village: 0.002, sum: 0.005 }
/** What the solver's tolerance may add to a bound. */
const HAIR = 1e-7

export interface Held {
  readonly aim: AimColumn
  readonly bound: number
  /** What the bounds of the later aims count on: no answer that brings this aim there, and those before it to theirs, exceeds them. */
  readonly held: number
}

export interface Raised {
  readonly held: readonly Held[]
  /** Units that each village must have, with those that come with the lowest coverages. */
  readonly taking: readonly Taking[]
  /** Villages that hold the lowest where it is. */
  readonly narrow: readonly Bottleneck[]
  /** The relaxed answer that comes with all of it. */
  readonly values: Float64Array
}

const relative = (bound: number, reached: number) => (bound <= 0 ? 0 : Math.max(0, bound - reached) / bound)

/** Each aim in turn as far as it goes with fluid units, held a little below while the next is raised. Null = nothing holds together. */
export function raiseAims(highs: Highs, all: Parts, joint: JointProgram, start: readonly Taking[], deadline: number, onAim: (done: number, total: number) => void): Raised | null {
  const held: Held[] = []
  let narrow: readonly Bottleneck[] = []
  let taking = start
  let values: Float64Array | null = joint.relaxed.again()
  if (values === null) return null
  for (const [at, aim] of joint.aims.entries()) {
    onAim(at, joint.aims.length)
    if (aim.step === 'lowest') {
      const raised = raiseLowest(highs, all, joint, taking, aim, deadline)
      ;({ taking } = raised)
      held.push({ aim, bound: raised.bound, held: raised.bound })
      continue
    }
    const found = joint.relaxed.push(aim.column, 1)
    const fluid = Math.min(aim.most, (found?.[aim.column] ?? aim.most) * (1 + HAIR))
    if (aim.step === 'village') narrow = bottlenecks(highs, all, taking, fluid, deadline)
    const bound = aim.step === 'village' ? Math.min(fluid, ...narrow.map((one) => one.bound)) : fluid
    const wished = found === null ? 0 : bound >= aim.most * (1 - HAIR) ? aim.most * (1 - 2 * HAIR) : bound * (1 - ROOM[aim.step])
    const least = aim.step === 'village' ? Math.min(wished, ...narrow.map((one) => one.reached)) : wished
    if (found !== null) values = found
    joint.relaxed.bound(aim.column, least, aim.most)
    held.push({ aim, bound, held: least })
  }
  return { held, taking, values, narrow }
}

/** What each aim reached, with its bound. */
export function stepsOf({ held }: Raised, reachedOf: (aim: AimColumn) => number): StepOutcome[] {
  return held.map(({ aim, bound }) => {
    const reached = reachedOf(aim)
    const limit = Math.max(reached, bound)
    return { step: aim.step, tier: aim.tier, reached, bound: limit, gap: relative(limit, reached) }
  })
}
