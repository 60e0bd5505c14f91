import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { MESSAGES, createTranslator } from '#shared/i18n/index.ts'
import { stepText } from '#shared/i18n/step-text.ts'
import { allocate, errorOf, importFile, lineFollowing, plannedVillage, restart } from '#tests/support/app.ts'
import { child, csv, grid } from '#tests/support/eppgbm-files.ts'
import { readSource, sourceFiles } from '#tests/support/imports.ts'

const file = (stunted: number) => new File([
  csv(grid(Array.from({ length: 6 }, (_, index) => child(index + 1, index < stunted ? { 'TB/U': 'Pendek', 'ZS TB/U': -2.5 } : {})))) as Uint8Array<ArrayBuffer>,
], 'eppgbm.csv')

describe('the history of a figure', () => {
  it('of a line: its price, its quantity and who pays, newest first, with the step and the reason, also after a restart', async () => {
    const app = await plannedVillage()
    const line = await lineFollowing(app.client, 'stunted', 'food')
    await app.client.plan.setLine({ line: line.id, price: 175_000, reason: 'Harga pasar November' })
    await app.client.plan.setLine({ line: line.id, count: 20 })
    await app.client.plan.setSource({ source: 'DDS', ceiling: 90_000_000 })
    await allocate(app.client)
    const { client } = await restart(app)
    const changes = await client.history.figure({ line: line.id })
    const of = (figure: string) => changes.filter((change) => change.figure === figure).map(({ from, to, step }) => ({ from, to, step: step.name, reason: step.reason }))
    expect(of('price')).toEqual([
      { from: line.unitPrice, to: 175_000, step: 'line', reason: 'Harga pasar November' },
      { from: null, to: line.unitPrice, step: 'plan', reason: null },
    ])
    expect(of('quantity')[0]).toEqual({ from: 16, to: 20, step: 'line', reason: null })
    expect(of('driver')[0]).toEqual({ from: 'stunted', to: null, step: 'line', reason: null })
    const funded = (await client.plan.lines({})).find((candidate) => candidate.id === line.id)?.fundedUnits
    expect(funded).toBeGreaterThan(0)
    expect(of('allocation')).toEqual([{ from: null, to: funded, step: 'allocate', reason: null }])
    expect(await client.history.figure({ line: line.id, source: 'DDS' })).toEqual(changes.filter((change) => change.figure === 'allocation'))
    expect(changes.map((change) => change.step.id)).toEqual(changes.map((change) => change.step.id).toSorted((a, b) => b - a))
  })

  it('of a source: its ceiling and what is spoken for', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'ADD', ceiling: 300_000_000 })
    await client.plan.setSource({ source: 'ADD', ceiling: 310_000_000, reason: 'Perbup 12/2026' })
    await client.plan.setCommitment({ source: 'ADD', class: 'salaries', amount: 50_000_000 })
    await client.plan.setCommitment({ source: 'ADD', class: 'salaries', amount: 0 })
    expect((await client.history.figure({ source: 'ADD' })).map(({ figure, label, from, to, step }) => [figure, label, from, to, step.reason])).toEqual([
      ['commitment', 'salaries', 50_000_000, null, null], ['commitment', 'salaries', null, 50_000_000, null],
      ['ceiling', 'ADD', 300_000_000, 310_000_000, 'Perbup 12/2026'], ['ceiling', 'ADD', null, 300_000_000, null],
    ])
  })

  it('of a count: typed, and brought in with everything else by an import', async () => {
    const { client } = await plannedVillage()
    const series = 'e-PPGBM'
    await importFile(client, { file: file(1), series, measuredOn: '2025-08-31', layout: 'by-name' })
    await importFile(client, { file: file(4), series, measuredOn: '2025-08-31', layout: 'by-name', reason: 'Verval II' })
    await client.caseload.setCount({ series, group: 'stunted', count: 3, posyandu: 'Mawar' })
    const counts = (await client.history.figure({ series, group: 'stunted', posyandu: 'Mawar' })).map(({ from, to, step }) => [from, to, step.name, step.reason])
    expect(counts).toEqual([[4, 3, 'count', null], [1, 4, 'import', 'Verval II'], [null, 1, 'import', null]])
  })

  it('leaves out what was taken back, and knows what it is asked for', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'ADD', ceiling: 1 })
    await client.history.undo({})
    expect(await client.history.figure({ source: 'ADD' })).toEqual([])
    expect(await errorOf(client.history.figure({ line: 'tidak-ada' }))).toMatchObject({ code: 'line_not_found', defined: true })
    expect(await errorOf(client.history.figure({ source: 'XXX' }))).toMatchObject({ code: 'source_unknown' })
    expect(await errorOf(client.history.figure({ series: 'tidak ada' }))).toMatchObject({ code: 'series_not_found' })
    expect(await errorOf(client.plan.setSource({ source: 'ADD', ceiling: 1, reason: 'x'.repeat(501) }))).toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('the list of steps', () => {
  it('tells each step with its words, and what undo and redo would do', async () => {
    const { client } = await plannedVillage()
    await client.plan.setComplete({ complete: true, reason: 'Disepakati' })
    const list = await client.history.steps({ limit: 2 })
    expect(list.steps.map((step) => [step.name, step.reason, step.state, step.kept])).toEqual([['complete', 'Disepakati', 'done', true], ['plan', null, 'done', true]])
    expect({ undo: list.undo, redo: list.redo }).toEqual({ undo: list.steps[0]?.id, redo: null })
    await client.history.undo({})
    expect(await client.history.steps({ limit: 1 })).toMatchObject({ undo: list.steps[1]?.id, redo: list.steps[0]?.id })
    await client.history.redo({})
    expect(list.journalBytes).toBeGreaterThan(1000)
    expect(list.journalLimit).toBe(64 * 1024 * 1024)
  })

  it('has a sentence in both languages for every step that a service names', () => {
    const sources = sourceFiles('electron/{core,cli}/**/*.ts').map(readSource).join('\n')
    const names = new Set([...sources.matchAll(/\.step\((?:[^'()]*\? )?'([a-z_]+)'(?: : '([a-z_]+)')?/g)].flatMap(([, first, second]) => [first, second]).filter((name) => name !== undefined))
    expect(names.size).toBeGreaterThan(14)
    expect([...names].filter((name) => !Object.hasOwn(MESSAGES.id.steps, name) || !Object.hasOwn(MESSAGES.en.steps, name))).toEqual([])
    expect(readdirSync(path.join(import.meta.dirname, '../../shared/i18n/id'))).toContain('steps.ts')
  })

  it('says codes in the words of the domain', () => {
    const step = { name: 'count', words: { group: 'stunted', series: 'Verval', count: 16 } }
    expect(stepText(step, createTranslator('id'))).toBe('Jumlah balita stunting di Verval diketik: 16')
    expect(stepText({ name: 'import', words: { series: 'e-PPGBM Agustus 2026', rows: 389, file: 'a.xlsx' } }, createTranslator('id'))).toBe('Impor e-PPGBM Agustus 2026 (389 baris dari a.xlsx)')
    expect(stepText({ name: 'later', words: {} }, createTranslator('en'))).toBe('later')
  })
})
