import type { AppClient } from '#core/app.ts'
import { allocate, plannedVillage } from '#tests/support/app.ts'

/** A village with money for a part of its plan, allocated. */
export async function fundedVillage(ceilings: Readonly<Record<string, number>> = { DDS: 60_000_000, ADD: 40_000_000 }) {
  const app = await plannedVillage()
  for (const [source, ceiling] of Object.entries(ceilings)) await app.client.plan.setSource({ source, ceiling })
  await allocate(app.client)
  return app
}

/** Allocates a scenario to the end. */
export async function runScenario(client: AppClient, scenario: string, signal?: AbortSignal) {
  for await (const event of await client.scenario.run({ scenario }, signal ? { signal } : {})) if (event.event === 'done') return event
  throw new Error('no report')
}

/** Everything of an event stream. */
export async function collect<T>(events: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const event of events) all.push(event)
  return all
}
