import { describe, expect, it } from 'vitest'
import { errorOf, newApp, plannedVillage, restart } from '#tests/support/app.ts'

const OPERATIONS = 'dds-2026-operations'

async function ruleOf(client: Awaited<ReturnType<typeof plannedVillage>>['client'], id: string) {
  const rule = (await client.rules.list({})).rules.find((candidate) => candidate.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}

async function codes(client: Awaited<ReturnType<typeof plannedVillage>>['client']) {
  return (await client.plan.check({})).findings.map((finding) => `${finding.severity} ${finding.code}`)
}

describe('rules.list', () => {
  it('says of each rule what it rests on, what it allows and what is booked, to the rupiah', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'DDS', ceiling: 100_000_001 })
    await client.plan.setCommitment({ source: 'DDS', class: 'operations', amount: 3_000_000, bidang: 1 })
    expect(await client.rules.list({})).toMatchObject({ year: 2026, from: 2026, carriedOver: false })
    // 3 % of 100.000.001, rounded down
    expect(await ruleOf(client, OPERATIONS)).toMatchObject({
      state: 'kept', status: 'unverified', severity: 'warning', own: false, limits: [{ source: 'DDS', base: 100_000_001, limit: 3_000_000, committed: 3_000_000, planned: 0, booked: 3_000_000 }],
    })
    await client.plan.setCommitment({ source: 'DDS', class: 'operations', amount: 3_000_001, bidang: 1 })
    expect(await ruleOf(client, OPERATIONS)).toMatchObject({ state: 'breached', limits: [{ booked: 3_000_001 }] })
    // 20 % rounded up
    expect(await ruleOf(client, 'dds-2026-food')).toMatchObject({ state: 'breached', limits: [{ limit: 20_000_001, booked: 0 }] })
    expect(await ruleOf(client, 'dds-2026-salaries')).toMatchObject({ state: 'kept', status: 'verified', limits: [{ limit: 0, booked: 0 }] })
    await client.plan.setCommitment({ source: 'DDS', class: 'salaries', amount: 5_000_000 })
    expect(await ruleOf(client, 'dds-2026-salaries')).toMatchObject({ state: 'breached', limits: [{ booked: 5_000_000 }] })
  })

  it('agrees with the notes: what is breached has one, what is kept has none', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'DDS', ceiling: 100_000_000 })
    await client.plan.setCommitment({ source: 'DDS', class: 'operations', amount: 9_000_000 })
    await client.plan.setCommitment({ source: 'DDS', class: 'insurance', amount: 1_000_000 })
    const noted = new Set((await client.plan.check({})).findings.flatMap((finding) => finding.words['rule'] ?? []))
    const breached = (await client.rules.list({})).rules.filter((rule) => rule.state === 'breached').map((rule) => rule.id)
    expect(breached.toSorted()).toEqual([...noted].toSorted())
    expect(breached).toEqual(expect.arrayContaining([OPERATIONS, 'dds-2026-insurance']))
  })

  it('has no figure without a ceiling, says what a plan cannot show, and reckons the reserve', async () => {
    const { client } = await plannedVillage()
    expect(await ruleOf(client, OPERATIONS)).toMatchObject({ state: 'no_figure', limits: [{ limit: null }] })
    expect(await ruleOf(client, 'dds-2026-legal-aid')).toMatchObject({ state: 'unseen', limits: [] })
    await client.plan.setSource({ source: 'DDS', total: 1_000_000_000 })
    expect(await ruleOf(client, 'dds-2026-kdmp')).toMatchObject({ state: 'kept', limits: [{ base: 1_000_000_000, limit: 580_300_000 }] })
    await client.plan.removeSource({ source: 'DDS' })
    expect(await ruleOf(client, OPERATIONS)).toMatchObject({ state: 'no_source', limits: [] })
  })

  it('has nothing about village money for a kelurahan', async () => {
    const { client } = newApp('35.71.01.1001')
    await client.plan.create({ template: 'kelurahan', fiscalYear: 2026 })
    expect(await client.rules.list({})).toMatchObject({ rules: [], regulations: [], notes: [], foci: [], stages: [] })
    expect(await errorOf(client.rules.set({ source: 'DDS', kind: 'forbidden', group: { all: true }, shareBp: null, amount: null, base: null, severity: 'error', citation: 'x', confidence: 'A' })))
      .toMatchObject({ code: 'source_not_allowed', defined: true })
  })
})

describe('rules.set and rules.reset', () => {
  it('change a rule, say so, keep it over a restart, and put it back', async () => {
    const app = await plannedVillage()
    await app.client.plan.setSource({ source: 'DDS', ceiling: 100_000_000 })
    await app.client.plan.setCommitment({ source: 'DDS', class: 'operations', amount: 4_000_000 })
    const { status: _s, state: _t, own: _o, limits: _l, ...body } = await ruleOf(app.client, OPERATIONS)
    expect(await app.client.rules.set({ ...body, shareBp: 500, severity: 'error', confidence: 'B', citation: 'Perbup 12/2026' }))
      .toMatchObject({ status: 'changed', state: 'kept', severity: 'error', own: false, limits: [{ limit: 5_000_000 }] })
    const { client } = await restart(app)
    expect(await ruleOf(client, OPERATIONS)).toMatchObject({ status: 'changed', shareBp: 500, citation: 'Perbup 12/2026' })
    await client.plan.setCommitment({ source: 'DDS', class: 'operations', amount: 5_000_001 })
    expect(await codes(client)).toContain('error rule_over_share')
    expect((await client.rules.reset({ id: OPERATIONS })).rules.find((rule) => rule.id === OPERATIONS)).toMatchObject({ status: 'unverified', shareBp: 300, severity: 'warning' })
    expect(await codes(client)).toContain('warning rule_over_share')
    await client.history.undo({})
    expect(await ruleOf(client, OPERATIONS)).toMatchObject({ status: 'changed', shareBp: 500 })
  })

  it('take what says the same as the year for no change', async () => {
    const { client } = await plannedVillage()
    const { status: _s, state: _t, own: _o, limits: _l, ...body } = await ruleOf(client, OPERATIONS)
    await client.rules.set({ ...body, shareBp: 500 })
    expect(await client.rules.set(body)).toMatchObject({ status: 'unverified', shareBp: 300 })
    const before = (await client.history.steps({})).steps.length
    await client.rules.set(body)
    expect((await client.history.steps({})).steps).toHaveLength(before)
  })

  it('let an unverified rule only warn', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'DDS', ceiling: 100_000_000 })
    const { status: _s, state: _t, own: _o, limits: _l, ...body } = await ruleOf(client, OPERATIONS)
    expect(await client.rules.set({ ...body, shareBp: 0, severity: 'error', confidence: 'unverified' })).toMatchObject({ severity: 'warning', confidence: 'unverified' })
    await client.plan.setCommitment({ source: 'DDS', class: 'operations', amount: 1 })
    expect(await codes(client)).toContain('warning rule_over_share')
    expect(await codes(client)).not.toContain('error rule_over_share')
  })

  it('add a rule of one\'s own, which resetting takes out', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'ADD', ceiling: 50_000_000 })
    const added = await client.rules.set({
      source: 'add', kind: 'max_amount', group: { commitments: ['neighbourhood'] }, shareBp: null, amount: 10_000_000, base: null, severity: 'error', citation: 'Perbup 3/2026', confidence: 'A',
    })
    expect(added).toMatchObject({ source: 'ADD', own: true, status: 'changed', state: 'kept' })
    await client.plan.setCommitment({ source: 'ADD', class: 'neighbourhood', amount: 10_000_001 })
    expect(await ruleOf(client, added.id)).toMatchObject({ state: 'breached', limits: [{ limit: 10_000_000, booked: 10_000_001 }] })
    expect(await codes(client)).toContain('error rule_over_amount')
    expect((await client.rules.reset({ id: added.id })).rules.map((rule) => rule.id)).not.toContain(added.id)
    expect(await codes(client)).not.toContain('error rule_over_amount')
  })

  it('refuse what makes no rule', async () => {
    const { client } = await plannedVillage()
    const rule = { source: 'DDS', group: { all: true }, shareBp: null, amount: null, base: null, severity: 'error', citation: 'x', confidence: 'A' } as const
    expect(await errorOf(client.rules.set({ ...rule, kind: 'max_share' }))).toMatchObject({ code: 'amount_invalid', defined: true })
    expect(await errorOf(client.rules.set({ ...rule, kind: 'max_amount' }))).toMatchObject({ code: 'amount_invalid' })
    expect(await errorOf(client.rules.set({ ...rule, kind: 'forbidden', source: 'XYZ' }))).toMatchObject({ code: 'source_unknown' })
    expect(await errorOf(client.rules.set({ ...rule, kind: 'forbidden', id: 'naga' }))).toMatchObject({ code: 'rule_not_found', defined: true })
    expect(await errorOf(client.rules.set({ ...rule, kind: 'forbidden', group: { activities: ['naga'] } }))).toMatchObject({ code: 'activity_not_found' })
    expect(await errorOf(client.rules.reset({ id: 'naga' }))).toMatchObject({ code: 'rule_not_found' })
  })
})

describe('sources', () => {
  it('say what arrives when, in the order of the year and at most the whole', async () => {
    const { client } = await plannedVillage()
    const stages = [{ month: 6, shareBp: 6000 }, { month: 3, shareBp: 4000 }]
    expect(await client.plan.setSource({ source: 'ADD', stages, onBudget: true })).toMatchObject({ stages: [{ month: 3, shareBp: 4000 }, { month: 6, shareBp: 6000 }] })
    expect(await errorOf(client.plan.setSource({ source: 'ADD', stages: [{ month: 1, shareBp: 9000 }, { month: 2, shareBp: 1001 }] }))).toMatchObject({ code: 'amount_invalid' })
    expect(await errorOf(client.plan.setSource({ source: 'ADD', stages: [{ month: 1, shareBp: 1000 }, { month: 1, shareBp: 1000 }] }))).toMatchObject({ code: 'amount_invalid' })
    expect(await client.plan.setSource({ source: 'ADD', stages: [] })).toMatchObject({ stages: [] })
  })

  it('move a commitment to another class or bidang as one step', async () => {
    const { client } = await plannedVillage()
    await client.plan.setCommitment({ source: 'ADD', class: 'other', amount: 5_000_000 })
    const moved = await client.plan.setCommitment({ source: 'ADD', class: 'salaries', bidang: 1, amount: 6_000_000, replaces: { class: 'other', bidang: null } })
    expect(moved.commitments).toEqual([{ class: 'salaries', bidang: 1, amount: 6_000_000 }])
    await client.history.undo({})
    expect((await client.plan.sources({})).find((source) => source.label === 'ADD')?.commitments).toEqual([{ class: 'other', bidang: null, amount: 5_000_000 }])
  })

  it('are taken out with what they pay, and come back by undo', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'CSR', ceiling: 5_000_000 })
    await client.plan.setCommitment({ source: 'CSR', class: 'other', amount: 1_000_000 })
    const before = await client.plan.sources({})
    expect(await client.plan.removeSource({ source: 'csr' })).toEqual({ source: 'CSR' })
    expect((await client.plan.sources({})).map((source) => source.label)).not.toContain('CSR')
    await client.history.undo({})
    expect(await client.plan.sources({})).toEqual(before)
    expect(await errorOf(client.plan.removeSource({ source: 'XYZ' }))).toMatchObject({ code: 'source_unknown' })
  })
})

describe('plan.open', () => {
  it('makes another plan the current one, and undo goes back', async () => {
    const { client } = await plannedVillage()
    const [first] = await client.plan.list({})
    await client.plan.create({ template: 'desa', fiscalYear: 2027 })
    expect((await client.plan.summary({})).plan.fiscalYear).toBe(2027)
    expect(await client.plan.open({ planId: first?.id ?? '' })).toMatchObject({ fiscalYear: 2026, current: true })
    expect((await client.plan.summary({})).plan.fiscalYear).toBe(2026)
    await client.history.undo({})
    expect((await client.plan.summary({})).plan.fiscalYear).toBe(2027)
    expect(await errorOf(client.plan.open({ planId: 'naga' }))).toMatchObject({ code: 'plan_not_found', defined: true })
  })
})

describe('workspace.signatories', () => {
  it('are the usual ones until the office names its own, and again when that is emptied', async () => {
    const { client } = await plannedVillage()
    const usual = await client.workspace.signatories({})
    expect(usual.map((paper) => paper.sheet)).toEqual(['rkpDesa', 'rab', 'table5', 'duRkp', 'minutes', 'attendance', 'offer', 'onePage', 'td4', 'remeasure'])
    expect(usual[0]).toMatchObject({ named: false, people: [{ role: 'Kepala Desa Kalipucung', name: '' }, { role: 'Disusun oleh, Tim Penyusun RKP Desa' }] })
    await client.workspace.setSetting({ key: 'sign.rkpDesa', value: 'Mengetahui,|Kepala Desa Kalipucung|Sutrisno|\n|Ketua Tim|Wahyuni|19800101 200501 2 001' })
    expect((await client.workspace.signatories({}))[0]).toEqual({
      sheet: 'rkpDesa', named: true,
      people: [{ lead: 'Mengetahui,', role: 'Kepala Desa Kalipucung', name: 'Sutrisno', nip: '' }, { lead: '', role: 'Ketua Tim', name: 'Wahyuni', nip: '19800101 200501 2 001' }],
    })
    await client.workspace.setSetting({ key: 'sign.rkpDesa', value: '' })
    expect(await client.workspace.signatories({})).toEqual(usual)
  })
})
