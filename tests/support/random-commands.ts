import { ORPCError } from '@orpc/client'
import type { AppClient } from '#core/app.ts'
import { child, csv, grid } from '#tests/support/eppgbm-files.ts'

/** Any command of the application, by four numbers; equal numbers in an equal workspace are an equal command. */
export type Dice = readonly [kind: number, a: number, b: number, c: number]

type Play = (client: AppClient, a: number, b: number, c: number) => Promise<unknown>

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}

async function drain(events: AsyncIterable<unknown>): Promise<void> {
  for await (const event of events) if (event === undefined) throw new Error('an empty event')
}

/** A by-name file of a few children; the same number gives the same file. */
function byName(a: number, b: number): File {
  const rows = Array.from({ length: 2 + (a % 5) }, (_, index) => child(index + 1, { 'TB/U': (a + b + index) % 3 === 0 ? 'Pendek' : 'Normal', 'ZS TB/U': (a + b + index) % 3 === 0 ? -2.4 : -0.7 }))
  return new File([csv(grid(rows)) as Uint8Array<ArrayBuffer>], `eppgbm-${a}.csv`)
}

const TEXTS = ['', 'Pengadaan "susu"; DROP TABLE plan', "d'Artagnan", 'baris\nbaru\tdan \\ garis', 'Emoji 🍚 dan \u{0000} nol', 'é̃ 中文'] as const

const PLAYS: readonly Play[] = [
  (client, a, b) => client.plan.setSource({ source: at(['DDS', 'ADD', 'PBH', 'PAD'], a), ceiling: b * 1_000_000 }),
  (client, a, b, c) => client.plan.setCommitment({ source: at(['DDS', 'ADD'], a), class: at(['blt', 'operations', 'other'], b), amount: (c % 4) * 5_000_000 }),
  async (client, a, b) => client.plan.setLine({ line: at(await client.plan.lines({}), a).id, price: b * 1000 }),
  async (client, a, b) => client.plan.setLine({ line: at(await client.plan.lines({}), a).id, count: b }),
  async (client, a, b, c) => client.plan.setLine({ line: at(await client.plan.lines({}), a).id, driver: at(['stunted', 'pregnant', 'cadre'], b), served: Array.from({ length: c % 3 }, (_, index) => ({ by: `BOK ${index}`, units: index, basis: '', date: '' })) }),
  async (client, a, b) => client.plan.setLine({ line: at(await client.plan.lines({}), a).id, description: at(TEXTS, b) || 'Rincian', coverageTargetBp: b % 2 === 0 ? null : 5000 }),
  async (client, a, b, c) => client.allocation.setCell({ line: at(await client.plan.lines({}), a).id, source: at(['DDS', 'ADD', 'PBH'], b), units: c % 4, locked: c % 3 === 0 }),
  async (client, a, b) => client.plan.setActivity({ activity: at(await client.plan.lines({}), a).activityId, tier: at([1, 2, 3] as const, b), location: at(TEXTS, a) }),
  async (client, a) => client.plan.removeActivity({ activity: at(await client.plan.lines({}), a).activityId }),
  async (client, a) => client.plan.addActivity({ key: at(await client.plan.catalogue({ kind: 'desa' }), a).key }),
  (client, a, b, c) => client.caseload.setCount({ group: at(['stunted', 'measured', 'pregnant', 'cadre'], a), count: b, posyandu: at(['', 'Mawar', 'Melati'], c), series: at(['Isian manual', 'Kohort', 'eppgbm'], b) }),
  async (client, a, b) => drain(await client.caseload.import({ file: byName(a, b), series: at(['eppgbm', 'verval'], b), measuredOn: '2025-08-31', layout: 'by-name' })),
  (client, a, b) => client.caseload.setSurvey({ series: at(['SSGI', 'SKI'], a), prevalenceBp: b % 10_001, measuredOn: '2024-12-31', source: at(TEXTS, b) }),
  async (client, a) => client.caseload.choose({ series: at(await client.caseload.list({}), a).name }),
  (client, a) => client.plan.setComplete({ complete: a % 2 === 0 }),
  (client, a, b) => client.workspace.setSetting({ key: at(['sign.rkpDesa', 'sign.rab'], a), value: at(TEXTS, b) }),
  (client) => client.plan.create({ template: 'desa' }),
  async (client) => drain(await client.allocation.run({})),
  (client, a, b, c) => client.scenario.save({ name: at(['Rapat', 'Pagu turun', 'Emoji 🍚'], a), overrides: { ceilings: [{ source: at(['DDS', 'ADD'], b), kind: 'percent', changeBp: -100 * c }], protect: { groups: b % 2 === 0 ? ['cadre'] : [] } } }),
  async (client, a) => drain(await client.scenario.run({ scenario: (await client.scenario.list({}))[a % 2]?.id ?? 'tidak ada' })),
  (client, a, b) => client.version.make({ stage: at(['draft', 'rkp', 'apbdes', 'apbdes_adjusted'], a), by: 'Tim', why: at(TEXTS, b) || 'Rapat' }),
  (client, a) => client.version.lock({ version: String(a % 3), by: 'Kepala Desa' }),
  (client, a, b) => client.version.nextYear({ priceChangeBp: 10 * a, ceilings: b % 2 === 0 ? 'keep' : 'empty', dryRun: b % 3 === 0 }),
  async (client, a) => client.scenario.adopt({ scenario: (await client.scenario.list({}))[a % 2]?.id ?? 'tidak ada' }),
]

/** Number of kinds of commands. */
export const KINDS = PLAYS.length

/** Gives a command; one that is refused (a full need, a survey followed) is as good as any, it only must not change anything. */
export async function play(client: AppClient, [kind, a, b, c]: Dice): Promise<'done' | 'refused'> {
  try {
    await at(PLAYS, kind)(client, a, b, c)
    return 'done'
  } catch (error) {
    if (error instanceof ORPCError && error.defined) return 'refused'
    throw error
  }
}
