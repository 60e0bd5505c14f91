import { describe, expect, it } from 'vitest'
import type { Plan } from '#shared/domain/plan.ts'
import { documents as en } from '#shared/i18n/en/documents.ts'
import { documents as id } from '#shared/i18n/id/documents.ts'
import { DOCUMENTS, documentSheets, isDocumentFor, villageWorkbook } from '#shared/sheets/documents.ts'
import { refsOf } from '#shared/sheets/formula.ts'
import { rowsOf, type SheetDocument } from '#shared/sheets/sheet.ts'
import { sampleInput, samplePlan, sampleWard } from '#tests/support/sample-plan.ts'
import { cellOf, figureOf, sheetOf } from '#tests/support/sheet-cells.ts'

function allText(sheet: SheetDocument): string {
  return JSON.stringify([sheet.title, sheet.letterhead, sheet.sections])
}

describe('the workbook of the sample village', () => {
  const sheets = villageWorkbook(sampleInput())

  it('has its sheets in order, and the notes only when they are asked for', () => {
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Ringkasan', 'Grafik', 'RKP Desa', 'RAB', 'Tabel 5', 'Sasaran', 'Sumber Dana'])
    const withNotes = villageWorkbook({
      ...sampleInput(), findings: [{ severity: 'info', where: 'Rencana', text: 'x' }, { severity: 'error', where: 'DDS', text: 'y' }],
    })
    expect(figureOf(sheetOf(withNotes, 'Catatan Pemeriksaan'), 'finding:0', 'text')).toBe('y')
  })

  it('says need, funded and gap each in one cell, reckoned from the other sheets', () => {
    const summary = sheetOf(sheets, 'Ringkasan')
    expect(['need', 'funded', 'unfunded', 'direct', 'directShare'].map((row) => figureOf(summary, row, 'c'))).toEqual([
      173_614_000, 142_114_000, 31_500_000, 83_864_000, 0.5901,
    ])
    const funded = cellOf(summary, 'activity:a4', 'b')
    expect(funded?.kind === 'formula' && refsOf(funded.formula)).toEqual([{ sheet: 'RAB', row: 'total:a4', column: 'amount' }])
  })

  it('lists the funded activities in the RKP Desa, one row per source, partners apart', () => {
    const rkp = sheetOf(sheets, 'RKP Desa')
    expect(rkp.columns).toHaveLength(14)
    expect(rkp.sections[0]?.numbering).toEqual([...'abcdefghijklmn'])
    expect(figureOf(rkp, 'rkp:a4:dds', 'volume')).toBe('10 kader × 12 bulan')
    expect(figureOf(rkp, 'rkp:a4:add', 'volume')).toBe('15 kader × 12 bulan')
    expect(figureOf(rkp, 'rkp:a4:add', 'amount')).toBe(27_000_000)
    expect(figureOf(rkp, 'subtotal:1', 'amount')).toBe(4_250_000)
    expect(figureOf(rkp, 'subtotal:2', 'amount')).toBe(126_864_000)
    expect(figureOf(rkp, 'total', 'amount')).toBe(131_114_000)
    expect(figureOf(rkp, 'subtotal:partner', 'amount')).toBe(11_000_000)
    expect(rowsOf(rkp).some((row) => row.key.startsWith('rkp:a10:'))).toBe(false)
  })

  it('carries the official title only when the plan was declared complete', () => {
    expect(sheetOf(sheets, 'RKP Desa').title[0]).toBe('USULAN KEGIATAN PERCEPATAN PENURUNAN STUNTING')
    expect(sheetOf(sheets, 'RKP Desa').draft).toBe('RANCANGAN')
    const complete = sheetOf(villageWorkbook(sampleInput({ plan: { ...samplePlan(), complete: true } })), 'RKP Desa')
    expect(complete.title[0]).toBe('RANCANGAN RENCANA KERJA PEMERINTAH DESA (RKP DESA)')
    expect(complete.draft).toBeNull()
  })

  it('breaks every activity down in the RAB and says its sum in words', () => {
    const rab = sheetOf(sheets, 'RAB')
    expect(rab.sections).toHaveLength(9)
    expect(figureOf(rab, 'part:l1:dds', 'volume')).toBe(192)
    expect(figureOf(rab, 'part:l1:dds', 'unit')).toBe('anak-bulan')
    expect(figureOf(rab, 'part:l1:dds', 'amount')).toBe(28_800_000)
    expect(cellOf(rab, 'part:l1:dds', 'amount')).toMatchObject({ formula: { op: 'product' } })
    expect(rab.sections[0]?.notes).toEqual(['Terbilang: Dua puluh delapan juta delapan ratus ribu rupiah'])
    expect(rab.sections[0]?.signatories.map((person) => person.role)).toEqual([
      'Kepala Desa Kalipucung', 'Sekretaris Desa', 'Kasi Kesejahteraan',
    ])
  })

  it('has exactly the Indonesian keys in English', () => {
    const keys = (value: object): string[] => Object.entries(value).flatMap(
      ([key, inner]) => (typeof inner === 'object' ? keys(inner as object).map((rest) => `${key}.${rest}`) : [key])
    )
    expect(keys(en)).toEqual(keys(id))
    expect(villageWorkbook({ ...sampleInput(), language: 'en' }).map((sheet) => sheet.name)).toEqual([
      'Summary', 'Charts', 'RKP Desa', 'RAB', 'Table 5', 'Caseload', 'Funding sources',
    ])
  })
})

describe('Tabel 5', () => {
  function table(plan: Plan): SheetDocument {
    const [sheet] = documentSheets('tabel-5', sampleInput({ plan }))
    if (!sheet) throw new Error('no sheet')
    return sheet
  }
  const plan = samplePlan()

  it('gives no sum and no percentage of it as long as Dana Desa is not fully booked, and never sets a part against itself', () => {
    const sheet = table(plan)
    // other spending stands in this bidang, so what is booked so far says something
    expect(figureOf(sheet, 'bidang:2', 'total')).toBe(193_864_000)
    expect(figureOf(sheet, 'bidang:2', 'percent')).toBe(0.4842)
    const alone = table({ ...plan, commitments: plan.commitments.filter((commitment) => commitment.bidang !== 2) })
    expect(figureOf(alone, 'bidang:2', 'total')).toBe('belum lengkap')
    expect(figureOf(alone, 'bidang:2', 'percent')).toBe('–')
    expect(figureOf(sheet, 'total', 'total')).toBe('belum lengkap')
    expect(figureOf(sheet, 'total', 'percent')).toBe('–')
    expect(figureOf(sheet, 'bidang:2', 'part')).toBe(93_864_000)
    expect(sheet.sections[0]?.notes.join(' ')).toContain('Rp3.665.800')
  })

  it('gives the whole of each bidang once all is booked with its bidang', () => {
    const sheet = table({
      ...plan, commitments: [...plan.commitments, { sourceId: 'dds', class: 'operations', bidang: 1, amount: 3_665_800 }],
    })
    expect(figureOf(sheet, 'bidang:2', 'total')).toBe(193_864_000)
    expect(figureOf(sheet, 'bidang:2', 'percent')).toBe(0.4842)
    expect(figureOf(sheet, 'bidang:4', 'total')).toBe(70_000_000)
    expect(figureOf(sheet, 'total', 'total')).toBe(263_864_000)
    expect(figureOf(sheet, 'total', 'percent')).toBe(0.3557)
    expect(rowsOf(sheet).some((row) => row.key === 'bidang:1')).toBe(false)
  })

  it('is not complete where a commitment has no bidang, or the ceiling is not typed', () => {
    const vague = table({
      ...plan, commitments: [...plan.commitments, { sourceId: 'dds', class: 'other', bidang: null, amount: 3_665_800 }],
    })
    expect(figureOf(vague, 'total', 'total')).toBe('belum lengkap')
    const open = table({ ...plan, sources: plan.sources.map((source) => (source.id === 'dds' ? { ...source, ceiling: null } : source)) })
    expect(open.sections[0]?.notes.join(' ')).toContain('belum diisi')
  })
})

describe('a kelurahan', () => {
  const sheets = villageWorkbook(sampleWard())

  it('has no RKP Desa, no Tabel 5 and no village accounts, and is titled for the Renja', () => {
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Ringkasan', 'Grafik', 'Renja', 'RAB', 'RKPD', 'Sasaran', 'Sumber Dana'])
    expect(DOCUMENTS.filter((name) => !isDocumentFor(name, 'kelurahan'))).toEqual(['rkp-desa', 'du-rkp', 'tabel-5'])
    expect(documentSheets('tabel-5', sampleWard())).toEqual([])
    expect(sheetOf(sheets, 'Renja').title[1]).toBe('KELURAHAN LIRBOYO UNTUK RENCANA KERJA (RENJA) KECAMATAN MOJOROTO TAHUN 2027')
    expect(allText(sheetOf(sheets, 'RAB'))).not.toMatch(/5\.2\.\d|APBDes|Bidang/)
    expect(sheetOf(sheets, 'Renja').sections[0]?.signatories.map((person) => [person.role, person.nip])).toEqual([
      ['Ketua LPMK', null], ['Lurah Lirboyo', ''],
    ])
  })

  it('puts its own money into the RKPD, at every level, and leaves partners out', () => {
    const rkpd = sheetOf(sheets, 'RKPD')
    expect(rkpd.columns).toHaveLength(17)
    expect(rkpd.sections[0]?.header).toHaveLength(3)
    expect(figureOf(rkpd, 'sub_kegiatan:7.01.03.2.02.0003', 'ceiling')).toBe(50_250_000)
    expect(figureOf(rkpd, 'urusan:1', 'ceiling')).toBe(31_764_000)
    expect(figureOf(rkpd, 'total', 'ceiling')).toBe(82_014_000)
    expect(figureOf(rkpd, 'total', 'forward')).toBe(82_014_000)
    expect(figureOf(rkpd, 'rkpd:a9', 'ceiling')).toBe(0)
    const targets = ['a1', 'a7', 'a9'].map((activity) => figureOf(rkpd, `rkpd:${activity}`, 'target'))
    expect(targets).toEqual(['16 balita', '5 posyandu × 3 bulan', ''])
    expect(figureOf(rkpd, 'rkpd:a9', 'source')).toBe('di luar RKPD: CSR')
  })

  it('estimates the next year at the same money, summed by itself so that it can be changed, and with the target of that year', () => {
    const ward = sampleWard()
    const activities = ward.plan.activities.map((one) => (one.id === 'a1' ? { ...one, target: 16, indicatorUnit: 'balita', targetNext: 12 } : one))
    const rkpd = sheetOf(villageWorkbook({ ...ward, plan: { ...ward.plan, activities } }), 'RKPD')
    expect([figureOf(rkpd, 'rkpd:a1', 'target'), figureOf(rkpd, 'rkpd:a1', 'forwardTarget')]).toEqual(['16 balita', '12 balita'])
    const sum = cellOf(rkpd, 'sub_kegiatan:7.01.03.2.02.0003', 'forward')
    expect(sum?.kind === 'formula' && refsOf(sum.formula)).toEqual(['rkpd:a4', 'rkpd:a7'].map((row) => ({ row, column: 'forward' })))
  })
})
