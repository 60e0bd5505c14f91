import type { PlanKind } from '#shared/domain/plan.ts'
import type { InterventionEntry } from './intervention.ts'
import { FOOD_INTERVENTIONS } from './interventions-food.ts'
import { GOODS_INTERVENTIONS } from './interventions-goods.ts'
import { REGENCY_INTERVENTIONS } from './interventions-regency.ts'
import { SERVICE_INTERVENTIONS } from './interventions-service.ts'

const all = [...FOOD_INTERVENTIONS, ...SERVICE_INTERVENTIONS, ...GOODS_INTERVENTIONS, ...REGENCY_INTERVENTIONS] as const

export type InterventionKey = (typeof all)[number]['key']

/** The catalogue, by tier and within it in the order in which people plan: food, services, goods. */
export const INTERVENTIONS: readonly (InterventionEntry & { readonly key: InterventionKey })[] = all.toSorted((a, b) => a.tier - b.tier)

const byKey = new Map<string, InterventionEntry>(INTERVENTIONS.map((entry) => [entry.key, entry]))

export function isInterventionKey(text: string): text is InterventionKey {
  return byKey.has(text)
}

/** Catalogue entry of a key; `undefined` for keys of another version's catalogue. */
export function intervention(key: string): InterventionEntry | undefined {
  return byKey.get(key)
}

/** True where a plan of this kind can hold the activity: a kelurahan has no village codes, a regency plans its departments' work. */
export function offeredTo(entry: InterventionEntry, kind: PlanKind): boolean {
  if (kind === 'desa') return entry.villageCode !== null
  if (kind === 'kelurahan') return entry.wardCode !== null
  return entry.templates.some((template) => template === 'regency')
}
