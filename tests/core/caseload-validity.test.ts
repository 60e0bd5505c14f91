import { describe, expect, it } from 'vitest'
import { errorOf, importFile, newApp, textFile } from '#tests/support/app.ts'
import { AUGUST, csv, FEBRUARY, NIK, type Row, twoRounds } from '#tests/support/two-rounds.ts'

describe('caseload.validity', () => {
  it('names rule, rows and repair, and its parts add up to the score at each place', async () => {
    const { client } = newApp()
    const file = csv('agu.csv', [
      { nik: NIK.adi, name: 'Adi', born: '2024-03-16', on: '2026-08-10', cm: 82, kg: 11 },
      { nik: NIK.gita, name: 'Gita', sex: 'L', born: '2023-05-05', on: '2026-08-10', cm: 92, kg: 13 },
      { nik: '3505071010230009', name: 'Hasan Basri', born: '2023-10-10', on: '2026-08-10', cm: 90, kg: 12 },
      { nik: '3505071010230010', name: 'Hasan Basri', born: '2023-10-10', on: '2026-08-10', cm: 90.1, kg: 12, posyandu: 'Melati' },
      { name: 'Hasan Basry', born: '2023-10-10', on: null, posyandu: 'Melati' },
      { nik: NIK.citra, name: 'Citra', born: '2022-11-01', on: '2026-08-03', cm: 98, kg: 15 },
      { nik: NIK.citra, name: 'Citra', born: '2022-11-01', on: '2026-08-10', cm: 98.5, kg: 15, posyandu: 'Melati' },
      { nik: NIK.eka, name: 'Eka', sex: 'P', born: '2025-01-20', on: '2026-08-10', cm: 55, kg: 8 },
    ])
    const dry = await importFile(client, { file, series: 'Verval II', measuredOn: '2026-08-20', dryRun: true })
    const report = await importFile(client, { file, series: 'Verval II', measuredOn: '2026-08-20' })
    expect(report.validity).toEqual(dry.validity)
    expect(report.validity?.findings.every(({ rows }) => rows.every(({ child }) => child === null))).toBe(true)
    const stored = await client.caseload.validity({ series: 'Verval II' })
    const found = stored.findings.map(({ rule, repair, rows }) => [rule, repair, rows.map(({ row }) => row)])
    expect(found).toEqual([
      ['nik_missing', 'ask_nik', [6]], ['nik_birth', 'check_birth', [2]], ['nik_sex', 'check_sex', [3]],
      ['same_person', 'merge', [5]], ['similar_person', 'check_names', [6]], ['two_posyandu', 'choose_posyandu', [8]],
      ['implausible_hfa', 'measure_again', [9]], ['implausible_wfh', 'measure_again', [9]], ['not_measured', 'visit', [6]],
    ])
    expect(stored.findings.every(({ rows }) => rows.every(({ child, name }) => child !== null && !name.includes('asan')))).toBe(true)
    for (const { score, parts } of [stored.whole, ...stored.places]) {
      expect(parts.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBe(score)
      expect(parts.reduce((sum, { of }) => sum + of, 0)).toBe(100)
    }
    expect(stored.places.map(({ posyandu, children }) => [posyandu, children])).toEqual([['', 7], ['Mawar', 4], ['Melati', 3]])
    // numbers that the dry run and the workspace agree on
    expect({ ...stored, findings: [] }).toEqual({ ...dry.validity, findings: [] })
    const melati = await client.caseload.validity({ series: 'Verval II', posyandu: 'Melati', reveal: 'names_and_nik' })
    expect(melati.findings.map(({ rule }) => rule)).toEqual(['nik_missing', 'same_person', 'similar_person', 'two_posyandu', 'not_measured'])
    expect(melati.findings[1]?.rows[0]).toMatchObject({ name: 'Hasan Basri', nik: '3505071010230010', words: { row: 4, posyandu: 'Mawar' } })
    expect(melati.whole).toEqual(stored.whole)
  })

  it('counts what could not be read: rows without a child, values that were left empty; in the file and in the workspace, until the file is read without them', async () => {
    const { client } = newApp()
    const rows: Row[] = [
      { nik: '3505071503240001', name: 'Adi', born: '2024-03-15', on: '2026-08-10', cm: 82, kg: 11 },
      { nik: NIK.bela, name: 'Bela', sex: 'P', born: '2023-07-10', on: '2026-08-10', cm: 92, kg: 13 },
      { nik: NIK.eka, name: 'Eka', sex: 'P', born: '2025-01-20', on: '2026-08-10', cm: 76, kg: 9, posyandu: 'Melati' },
      { nik: NIK.gita, name: 'Gita', sex: 'P', born: '2023-05-05', on: '2026-08-10', cm: 92, kg: 13, posyandu: 'Nusa' },
    ]
    const clean = await csv('agu.csv', rows).text()
    const dirty = clean.replace(';11;82;', ';sepuluh;82;').replace('Eka;P;2025-01-20', 'Eka;X;2025-02-31').replace('Gita;P', 'Gita;')
    const input = { series: 'Verval II', measuredOn: '2026-08-20' }
    expect((await importFile(client, { ...input, file: textFile('agu.csv', clean), dryRun: true })).validity).toMatchObject({ whole: { score: 100 }, findings: [] })
    const report = await importFile(client, { ...input, file: textFile('agu.csv', dirty) })
    expect(report.unreadable).toEqual([{ sheet: expect.any(String), row: 2, column: 'Berat', code: 'value_unreadable', value: 'sepuluh' }])
    const stored = await client.caseload.validity({ series: 'Verval II' })
    const found = (validity: typeof stored | null) => validity?.findings.map(({ rule, count, rows: of }) => [rule, count, of.map(({ row, sex, words }) => [row, sex, words])])
    expect(found(stored)).toEqual(found(report.validity))
    expect(found(stored)).toEqual([
      ['row_unusable', 2, [
        [4, null, { code: 'sex_unknown', column: 'JK', value: 'X' }], [4, null, { code: 'date_invalid', column: 'Tgl Lahir', value: '2025-02-31' }], [5, null, { code: 'no_sex', column: 'JK', value: '' }],
      ]],
      ['value_unreadable', 1, [[2, 'L', { values: 'Berat “sepuluh”' }]]],
    ])
    // two of four rows say who their child is, one of two children is measured as its file says; a posyandu without a child scores nothing
    const good = (posyandu: string) => stored.places.find((place) => place.posyandu === posyandu)?.parts.flatMap(({ part, good: sum, total }) => (part === 'identity' || part === 'measurements' ? [[sum, total]] : []))
    expect([good(''), good('Mawar'), good('Melati')]).toEqual([[[4, 8], [2, 4]], [[4, 4], [2, 4]], [[0, 2], [0, 0]]])
    expect(stored.whole.score).toBe(70)
    const melati = await client.caseload.validity({ series: 'Verval II', posyandu: 'Melati' })
    expect(melati.findings.map(({ rule, count }) => [rule, count])).toEqual([['row_unusable', 1]])
    await client.caseload.changeSeries({ series: 'Verval II', name: 'Verval dua' })
    expect((await client.caseload.validity({ series: 'Verval dua' })).findings).toEqual(stored.findings)
    await importFile(client, { ...input, series: 'Verval dua', file: textFile('agu.csv', clean) })
    expect(await client.caseload.validity({ series: 'Verval dua' })).toMatchObject({ whole: { score: 100 }, findings: [] })
    await client.history.undo({})
    expect((await client.caseload.validity({ series: 'Verval dua' })).findings).toEqual(stored.findings)
  })

  it('compares with the round before: heights that shrink, jumps, copies, changed identities', async () => {
    const { client } = newApp()
    const base = { nik: NIK.citra, name: 'Citra', born: '2022-11-01' }
    const first: Row[] = [
      { ...base, on: '2026-02-10', cm: 98, kg: 15 },
      { nik: NIK.adi, name: 'Adi', born: '2024-03-15', on: '2026-02-10', cm: 79, kg: 10 },
      { nik: NIK.bela, name: 'Bela', sex: 'P', born: '2023-07-10', on: '2026-02-10', cm: 88, kg: 12 },
      { nik: NIK.fajar, name: 'Fajar', born: '2023-12-12', on: '2026-02-10', cm: 80, kg: 10 },
    ]
    const second: Row[] = [
      { ...base, on: '2026-08-10', cm: 96.9, kg: 15 },
      { nik: NIK.adi, name: 'Adi', born: '2024-03-15', on: '2026-08-10', cm: 92, kg: 11 },
      { nik: NIK.bela, name: 'Bela', sex: 'P', born: '2023-07-11', on: '2026-08-10', cm: 91, kg: 12.5 },
      { nik: NIK.fajar, name: 'Fajar', born: '2023-12-12', on: '2026-08-10', cm: 80, kg: 10 },
    ]
    await importFile(client, { file: csv('feb.csv', first), series: 'Verval I', measuredOn: '2026-02-20' })
    const report = await importFile(client, { file: csv('agu.csv', second), series: 'Verval II', measuredOn: '2026-08-20', dryRun: true })
    expect(report.validity?.previous).toBe('Verval I')
    const found = new Map(report.validity?.findings.map(({ rule, rows }) => [rule, rows.map(({ row, words }) => [row, words])]))
    expect(found.get('height_shrinks')).toEqual([[2, { on: '2026-02-10', before: 98, now: 96.9 }]])
    expect(found.get('height_jump')?.map(([row]) => row)).toEqual([3])
    expect(found.get('identity_changed')).toEqual([[4, { what: 'born', before: '2023-07-10', now: '2023-07-11' }]])
    expect(found.get('copied_values')?.map(([row]) => row)).toEqual([5])
  })

  it('finds a child that another area’s file lists in the same month', async () => {
    const { client } = newApp('35.71')
    const here = 'NIK;Nama;JK;Tgl Lahir;Nama Ortu;Desa/Kel;Posyandu;Tanggal Pengukuran;Berat;Tinggi\n3571011503240001;Adi;L;2024-03-15;Sri;Pojok;Mawar;2026-08-10;11;82\n'
    await importFile(client, { file: textFile('a.csv', here), series: 'Puskesmas A', measuredOn: '2026-08-20' })
    const report = await importFile(client, { file: textFile('b.csv', here.replace('Pojok;Mawar', 'Campurejo;Melati')), series: 'Puskesmas B', measuredOn: '2026-08-20', dryRun: true })
    expect(report.validity?.findings.find(({ rule }) => rule === 'other_file')?.rows.map(({ words }) => words)).toEqual([{ series: 'Puskesmas A', posyandu: 'Mawar' }])
    // the same area again is the same round measured anew
    const again = await importFile(client, { file: textFile('c.csv', here), series: 'Puskesmas A lagi', measuredOn: '2026-08-21', dryRun: true })
    expect(again.validity?.findings.map(({ rule }) => rule)).not.toContain('other_file')
  })
})

describe('caseload.remeasure', () => {
  it('lists whom to measure again by posyandu, initials only, the lost stunted children first', async () => {
    const { client } = newApp()
    await importFile(client, { file: csv('feb.csv', FEBRUARY), series: 'Verval I', measuredOn: '2026-02-20' })
    await importFile(client, { file: csv('agu.csv', AUGUST.filter(({ name }) => name !== 'Adi' && name !== 'Fajar')), series: 'Verval II', measuredOn: '2026-08-20' })
    const list = await client.caseload.remeasure({ series: 'Verval II' })
    expect(list.places.map(({ posyandu, children }) => [posyandu, children.map(({ name, series, reasons }) => [name, series, reasons])])).toEqual([
      ['Mawar', [['A.', 'Verval I', ['stunted_not_found']], ['C.', 'Verval II', ['not_measured']]]],
      ['Melati', [['F.', 'Verval I', ['stunted_not_found']]]],
    ])
    expect(list.total).toBe(3)
    const pages = await client.caseload.remeasurePages({ series: 'Verval II' })
    const printed = JSON.stringify(pages)
    expect([printed.includes('"A."'), printed.includes('Adi'), printed.includes('RAHASIA'), pages[0]?.pages.length]).toEqual([true, false, false, 2])
    const named = JSON.stringify(await client.caseload.remeasurePages({ series: 'Verval II', reveal: 'names' }))
    expect([named.includes('Adi'), named.includes('RAHASIA')]).toEqual([true, true])
    expect(JSON.stringify(await client.caseload.remeasurePages({ series: 'Verval II', language: 'en', paper: 'A4' }))).toContain('CHILDREN TO BE MEASURED AGAIN')
    const file = await client.caseload.remeasureExport({ series: 'Verval II', format: 'csv', posyandu: 'Melati' })
    const text = await file.text()
    expect(file.name).toBe('Ukur ulang Verval II.csv')
    expect([text.includes('F.'), text.includes('A.;'), text.includes('stunting pada penimbangan lalu')]).toEqual([true, false, true])
    expect((await client.caseload.remeasureExport({ series: 'Verval II' })).size).toBeGreaterThan(4_000)
  })

  it('has no pages where there is nobody to measure again', async () => {
    const { client } = newApp()
    await importFile(client, { file: csv('agu.csv', AUGUST.slice(0, 2)), series: 'Verval II', measuredOn: '2026-08-20' })
    expect(await client.caseload.remeasurePages({ series: 'Verval II', language: 'en' })).toEqual([])
  })
})

describe('caseload.childGrowth', () => {
  it('follows a child over the rounds beside the curves of its sex, its name masked', async () => {
    const { client } = await twoRounds()
    const child = (await client.caseload.children({ series: 'Verval II' })).children.find(({ name }) => name === 'A.')
    const growth = await client.caseload.childGrowth({ series: 'Verval II', child: child?.id ?? 0 })
    expect(growth).toMatchObject({ name: 'A.', nik: '350507••••••••01', sex: 'L' })
    expect(growth.points.map(({ seriesName, ageDays, heightCm, curveCm }) => [seriesName, ageDays, heightCm, curveCm])).toEqual([['Verval I', 697, 79, 79], ['Verval II', 878, 82, 82]])
    expect(growth.points.every(({ file, own }) => file.hfa.z === own.hfa.z && own.hfa.status === 'stunted')).toBe(true)
    expect(growth.window).toEqual({ fromDays: 607, toDays: 968 })
    const median = growth.curves.hfa.find(({ z }) => z === 0)?.points
    expect(median?.find(({ x }) => x === 730)?.y).toBe(87.8)
    expect(median?.find(({ x }) => x === 731)?.y).toBe(87.13)
    expect(growth.curves.wfh.map(({ z }) => z)).toEqual([-3, -2, -1, 0, 1, 2, 3])
    expect(growth.curves.wfh[3]?.points.find(({ x }) => x === 74)).toBeDefined()
    expect((await client.caseload.childGrowth({ series: 'Verval II', child: child?.id ?? 0, reveal: 'names' })).name).toBe('Adi')
    expect(await errorOf(client.caseload.childGrowth({ series: 'Verval I', child: child?.id ?? 0 }))).toMatchObject({ code: 'child_not_found', defined: true })
  })

  it('finds a child without a NIK by name, birth date and parent', async () => {
    const { client } = newApp()
    const rows = (on: string): Row[] => [{ name: 'Ani', sex: 'P', born: '2024-01-15', on, cm: 84, kg: 11 }, { name: 'Ina', sex: 'P', born: '2024-01-15', on, cm: 83, kg: 10 }]
    await importFile(client, { file: csv('feb.csv', rows('2026-02-10')), series: 'Verval I', measuredOn: '2026-02-20' })
    await importFile(client, { file: csv('agu.csv', rows('2026-08-10')), series: 'Verval II', measuredOn: '2026-08-20' })
    const child = (await client.caseload.children({ series: 'Verval II', reveal: 'names' })).children.find(({ name }) => name === 'Ani')
    const growth = await client.caseload.childGrowth({ series: 'Verval II', child: child?.id ?? 0 })
    expect(growth.points.map(({ measuredOn, heightCm }) => [measuredOn, heightCm])).toEqual([['2026-02-10', 84], ['2026-08-10', 84]])
  })
})
