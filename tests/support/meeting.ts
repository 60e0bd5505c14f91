import { copyFileSync } from 'node:fs'
import path from 'node:path'
import type { MeetingItemView, MeetingView } from '#shared/contract/meeting.ts'
import { openApp, type TestApp } from './app.ts'
import { temporaryFolder } from './workspace.ts'

export const FACTS = { heldOn: '2026-11-21', place: 'Balai desa', leader: 'Ketua BPD', attended: null }

/** The sample village as an older program left it: a real by-name list, an allocation, a scenario. */
export function sampleVillage(): Promise<TestApp> {
  const file = path.join(temporaryFolder(), 'desa.rembuk')
  copyFileSync(path.join(import.meta.dirname, '../fixtures/workspace-v4.rembuk'), file)
  return openApp(file)
}

/** The first point of a meeting that is wanted. */
export function itemOf(meeting: MeetingView, wanted: (item: MeetingItemView) => boolean): MeetingItemView {
  const found = meeting.items.find(wanted)
  if (!found) throw new Error(`no such point among ${meeting.items.map(({ kind, words }) => `${kind} ${words.name}`).join(', ')}`)
  return found
}

/** The point on the help for the children, and on the cadres. */
export const children = (meeting: MeetingView) => itemOf(meeting, ({ words }) => words.why === 'children')
export const cadres = (meeting: MeetingView) => itemOf(meeting, ({ words }) => words.why === 'cadres')

/** Another length or price of the help that a point is on. */
export const choose = (item: MeetingItemView, units: number, price: number | null = null) => ({ what: 'help' as const, line: item.dial?.line ?? '', price, units })
