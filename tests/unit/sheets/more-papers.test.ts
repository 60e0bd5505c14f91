import { describe, expect, it } from 'vitest'
import type { MeetingRecord } from '#shared/domain/meeting-record.ts'
import { documentSheets, type DocumentName } from '#shared/sheets/documents.ts'
import type { DocumentInput } from '#shared/sheets/input.ts'
import { layOut } from '#shared/sheets/layout.ts'
import { previewOf } from '#shared/sheets/preview.ts'
import { rowsOf, type SheetDocument } from '#shared/sheets/sheet.ts'
import { longPlan, sampleInput, sampleWard } from '#tests/support/sample-plan.ts'

function paper(document: DocumentName, input: DocumentInput): SheetDocument {
  const [sheet, ...others] = documentSheets(document, input)
  if (!sheet || others.length > 0) throw new Error(`${document} is not one sheet`)
  return sheet
}

function figure(sheet: SheetDocument, row: string, column: string): number | undefined {
  const cell = rowsOf(sheet).find(({ key }) => key === row)?.cells[column]
  return cell?.kind === 'number' ? cell.value : cell?.kind === 'formula' ? cell.result : undefined
}

function wordsOf(sheet: SheetDocument): string {
  return previewOf(sheet).pages.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text))).join('\n')
}

describe('DU-RKP', () => {
  it('proposes for the year after what the plan does not fund, to the rupiah, with why', () => {
    const input = sampleInput()
    const sheet = paper('du-rkp', input)
    expect(sheet.title.join(' ')).toBe('USULAN KEGIATAN PERCEPATAN PENURUNAN STUNTING UNTUK DAFTAR USULAN RKP DESA (DU-RKP DESA) TAHUN 2028')
    expect(figure(sheet, 'total', 'amount')).toBe(input.figures.gap)
    expect(wordsOf(sheet)).toContain('terdanai 2 dari 6 keluarga pada 2027')
    expect(rowsOf(sheet).find(({ key }) => key === 'du:l9')?.cells['volume']).toMatchObject({ text: '4 keluarga' })
    expect(figure(paper('du-rkp', longPlan()), 'total', 'amount')).toBe(longPlan().figures.gap)
  })

  it('is a village’s: others have none', () => {
    expect(documentSheets('du-rkp', sampleWard())).toEqual([])
  })
})

describe('the offer to partners', () => {
  it('counts whole packages, offers no line twice, and counts what it does not offer', () => {
    const input = longPlan()
    const sheet = paper('tawaran', input)
    const lines = rowsOf(sheet).filter(({ role }) => role === 'line')
    const offered = lines.reduce((total, { key }) => total + (figure(sheet, key, 'amount') ?? 0), 0)
    expect(figure(sheet, 'total', 'amount')).toBe(offered)
    const left = /Tidak ditawarkan: (\d+) usulan senilai Rp([\d.]+)/.exec(wordsOf(sheet))
    expect(offered + Number((left?.[2] ?? '0').replaceAll('.', ''))).toBe(input.figures.gap)
    const wrong = lines.filter(({ key }) => {
      const [price, count] = [figure(sheet, key, 'price'), figure(sheet, key, 'count')]
      return price !== undefined && count !== undefined && price * count !== figure(sheet, key, 'amount')
    })
    expect(wrong).toEqual([])
    const sample = rowsOf(paper('tawaran', sampleInput())).find(({ key }) => key === 'offer:l9')
    expect(sample?.cells).toMatchObject({ one: { text: '1 keluarga' }, price: { value: 5_500_000 }, count: { value: 4 } })
  })
})

describe('the one-page summary', () => {
  it('shows what else is certain of each source: the ceiling without it and without what the plan uses is what is left', () => {
    const input = sampleInput()
    const sheet = paper('ringkasan', input)
    const rows = input.figures.sources.filter(({ ceiling, overcommitted }) => ceiling !== null && !overcommitted).map(({ source }) => `src:${source.id}`)
    expect(rows.length).toBeGreaterThan(2)
    for (const row of rows) expect((figure(sheet, row, 'a') ?? 0) - (figure(sheet, row, 'b') ?? 0) - (figure(sheet, row, 'c') ?? 0)).toBe(figure(sheet, row, 'p'))
  })

  it.each(['F4', 'A4'] as const)('is one page of %s whatever the plan, and says need, funded and gap as the plan does', (size) => {
    for (const input of [sampleInput(), longPlan(), longPlan(120), sampleWard()]) {
      const sheet = paper('ringkasan', { ...input, paper: size })
      expect(layOut(sheet).breaks).toEqual([])
      const { need, funded, gap } = input.figures
      expect(['need', 'funded', 'unfunded'].map((row) => figure(sheet, row, 'c'))).toEqual([need, funded, gap])
      expect(figure(sheet, 'largest', 'a')).toBe(need)
      expect(figure(sheet, 'gap', 'c')).toBe(gap)
    }
  })
})

describe('names as long as they may be', () => {
  it('leave the one page one page, with the largest activities and gaps by their names', () => {
    const { plan } = longPlan(40)
    const long = (name: string) => `${name} `.repeat(9).slice(0, 300).trim()
    const named = { ...plan, cells: plan.cells.slice(0, 40), activities: plan.activities.map((one) => ({ ...one, name: long(one.name) })), lines: plan.lines.map((one) => ({ ...one, description: long(one.description) })) }
    const letterhead = { lines: [], address: ['Jalan Contoh Nomor 12 RT 01 RW 09 Kode Pos 66151, Telepon (0342) 000000 '.repeat(2)], logo: null }
    const sheet = paper('ringkasan', sampleInput({ plan: named, letterhead, paper: 'A4' }))
    expect(layOut(sheet).breaks).toEqual([])
    expect(rowsOf(sheet).filter(({ key }) => /^one:a\d+$/.test(key)).length).toBeGreaterThan(1)
    expect(rowsOf(sheet).filter(({ key }) => key.startsWith('gap:a')).length).toBeGreaterThan(0)
  })
})

describe('papers in English', () => {
  it('call units by their English names, everywhere', () => {
    // What people typed stands as it is.
    const { plan } = sampleInput()
    const input = sampleInput({ language: 'en', plan: { ...plan, activities: plan.activities.map((one) => ({ ...one, location: '', beneficiaries: '' })) } })
    const words = (['workbook', 'ringkasan', 'du-rkp', 'berita-acara', 'rkpd', 'rkpd-lama', 't-d4'] as const).flatMap((name) => documentSheets(name, input)).map(wordsOf).join('\n')
    expect(words.match(/\d (anak|kader|bulan|keluarga|balita|kegiatan|pertemuan|putaran|hari|ibu|orang|paket)\b/g)).toBeNull()
    expect(words).toMatch(/\d+ of \d+ (families|months|sets) funded in 2027/)
  })

  it('mark thousands in what is funded of the need', () => {
    const { plan } = sampleInput()
    const counts = new Map([...sampleInput().counts, ['family_no_toilet' as const, 5_230]])
    expect(wordsOf(paper('du-rkp', sampleInput({ plan, counts })))).toContain('terdanai 2 dari 5.230 keluarga')
  })
})

const RECORD: MeetingRecord = {
  number: 1, heldOn: '2026-11-20', place: 'Balai desa', leader: 'Ketua BPD', attended: 62, finished: true,
  decisions: [
    {
      number: 1, question: 'Berapa bulan bantuan makanan?', outcome: 'agreed', decision: '12 bulan', effects: ['16 balita menerima 12 bulan'], proposer: 'Kader', votes: { for: 40, against: 10, abstained: 2 }, note: '',
      opinions: [{ by: 'Dusun 2', text: 'Cukup 9 bulan' }],
    },
    { number: 2, question: 'Alat ukur', outcome: 'deferred', decision: '', effects: [], proposer: '', votes: null, note: 'tunggu Dinkes', opinions: [] },
  ],
  before: { need: 1, funded: 1, gap: 0 }, after: { need: 1, funded: 1, gap: 0 },
} as MeetingRecord

describe('berita acara and daftar hadir', () => {
  it('say what all sources of a help buy together, also where two of them buy the same', () => {
    const { plan } = sampleInput()
    const cells = plan.cells.flatMap((cell) => (cell.lineId === 'l1' ? [{ ...cell, units: 6 }, { ...cell, sourceId: 'add', units: 6 }] : [cell]))
    const row = rowsOf(paper('berita-acara', sampleInput({ plan: { ...plan, cells } }))).find(({ cells: { item } }) => item?.kind === 'text' && item.text === plan.activities[0]?.name)
    expect(row?.cells).toMatchObject({ words: { text: '16 anak × 12 bulan' }, note: { text: 'DDS, ADD' } })
  })

  it('do not say that all is funded while a need is not counted', () => {
    const { plan } = sampleInput()
    const [funded] = plan.activities
    const counts = new Map([...sampleInput().counts].filter(([group]) => group !== 'stunted'))
    const words = wordsOf(paper('berita-acara', sampleInput({ plan: { ...plan, activities: funded ? [funded] : [] }, counts })))
    expect(words).toContain('1 rincian belum ada data sasarannya')
    expect(words).not.toContain('Seluruh kebutuhan terdanai')
  })

  it('leave room to write where no meeting was recorded, and are no drafts', () => {
    const sheet = paper('berita-acara', sampleInput())
    expect(sheet.draft).toBeNull()
    expect(wordsOf(sheet)).toMatch(/Pada hari ini ………/)
    expect(rowsOf(sheet).filter(({ key }) => key.startsWith('blank:'))).toHaveLength(6)
    expect(figure(sheet, 'agreed', 'amount')).toBe(sampleInput().figures.funded)
    expect(figure(sheet, 'open', 'amount')).toBe(sampleInput().figures.gap)
    expect(sheet.sections.at(-1)?.signatories.map(({ role }) => role)).toEqual(['Pimpinan Rembuk', 'Kepala Desa Kalipucung', 'Ketua BPD', 'Kader Pembangunan Manusia', 'Bidan', 'Wakil Peserta'])
  })

  it('say what the meeting recorded: day, place, votes, other opinions; a meeting that goes on is a draft', () => {
    const words = wordsOf(paper('berita-acara', sampleInput({ meeting: RECORD })))
    expect(words).toContain('Pada hari ini Jumat, 20 November 2026, bertempat di Balai desa')
    expect(words).toContain('dihadiri 62 orang')
    expect(words).toContain('Disepakati: 12 bulan\n16 balita menerima 12 bulan')
    expect(words).toContain('40/10/2')
    expect(words).toContain('Pendapat lain (Dusun 2): Cukup 9 bulan')
    expect(words).toContain('Ditunda')
    expect(words).not.toContain('………………, bertempat')
    expect(paper('berita-acara', sampleInput({ meeting: { ...RECORD, finished: false } })).draft).toBe('RANCANGAN')
    expect(wordsOf(paper('daftar-hadir', sampleInput({ meeting: RECORD })))).toContain('Jumat, 20 November 2026')
  })

  it.each([['a village', sampleInput()], ['a ward', sampleWard()], ['a regency', { ...sampleWard(), plan: { ...sampleWard().plan, kind: 'regency' as const } }]])('bear place and date once, over who signs last: %s', (_, input) => {
    const sheet = paper('berita-acara', input)
    const signs = layOut(sheet).rows.filter(({ kind }) => kind === 'sign').flatMap(({ cells }) => cells)
    const dated = signs.filter(({ cell }) => cell?.kind === 'text' && cell.text === sheet.placeDate)
    expect(dated).toHaveLength(1)
    expect((dated[0]?.column ?? 0) + (dated[0]?.columns ?? 0) - 1).toBe(sheet.columns.length)
  })

  it('count out no group of fewer than five', () => {
    const counts = new Map([...sampleInput().counts, ['stunted' as const, 3]])
    expect(wordsOf(paper('berita-acara', sampleInput({ counts })))).toContain('kurang dari 5')
  })

  it('give each guest a line, signatures to the left and right in turn', () => {
    const sheet = paper('daftar-hadir', sampleInput())
    expect(rowsOf(sheet)).toHaveLength(50)
    expect(rowsOf(sheet).map(({ cells }) => (cells['odd'] ? 'odd' : 'even')).slice(0, 4)).toEqual(['odd', 'even', 'odd', 'even'])
    expect(rowsOf(sheet).flatMap(({ cells }) => Object.keys(cells)).filter((column) => column === 'name')).toEqual([])
  })
})

describe('papers for the regency', () => {
  it('T-D.4 has the ten columns, what offices pay and what nobody pays, under the district’s letterhead', () => {
    const sheet = paper('t-d4', sampleInput())
    expect(sheet.sections[0]?.header[0]?.map(({ text }) => text)).toEqual([
      'No', 'Prioritas Daerah', 'Sasaran Daerah', 'Program', 'Kegiatan Prioritas', 'Sasaran Kegiatan', 'Lokasi (Desa/Kelurahan)', 'Volume', 'Pagu (Rp)', 'Perangkat Daerah Penanggung Jawab',
    ])
    expect(sheet.letterhead).toEqual(['PEMERINTAH KABUPATEN BLITAR', 'KECAMATAN SANANKULON'])
    expect(figure(sheet, 'total', 'amount')).toBe(sampleInput().figures.gap)
    expect(sheet.sections[0]?.signatories.map(({ role }) => role)).toEqual(['Camat Sanankulon'])
    const ward = sampleWard()
    const regency = ward.figures.lines.flatMap(({ cells }) => cells).filter(({ sourceId }) => sourceId !== 'csr').reduce((total, { amount }) => total + amount, 0)
    expect(figure(paper('t-d4', ward), 'total', 'amount')).toBe(regency + ward.figures.gap)
  })

  it('the 17 columns have room for words: of short activities a page holds ten and more', () => {
    const input = sampleWard()
    const [first] = input.plan.activities
    if (!first) throw new Error('no activity')
    const activities = Array.from({ length: 60 }, (_, index) => ({
      ...first, id: `many${index}`, name: 'PMT lokal balita gizi kurang', location: 'Kelurahan Togogan', indicator: 'Jumlah balita gizi kurang yang menerima PMT', indicatorUnit: 'anak', target: 12,
      beneficiaries: 'Balita gizi kurang 6–59 bulan', implementer: 'Kecamatan/Kelurahan', regencyCode: '7.01.03.2.02.0003',
    }))
    const sheet = paper('rkpd', { ...input, plan: { ...input.plan, activities, lines: [], cells: [] } })
    const pages = previewOf(sheet).pages.map(({ rows }) => rows.filter(({ role }) => role === 'line').length)
    expect(pages.reduce((all, lines) => all + lines, 0)).toBe(60)
    expect(Math.min(...pages.slice(1, -1))).toBeGreaterThanOrEqual(10)
    expect(rowsOf(sheet).find(({ key }) => key === 'rkpd:many0')?.cells['office']).toMatchObject({ text: 'Kecamatan/ Kelurahan' })
  })

  it('the older RKPD layout has the sums of the 17 columns and the code in five cells', () => {
    const input = sampleWard()
    const [old, now] = [paper('rkpd-lama', input), paper('rkpd', input)]
    expect(figure(old, 'total', 'ceiling')).toBe(figure(now, 'total', 'ceiling'))
    expect(figure(old, 'total', 'ceiling')).toBeGreaterThan(0)
    const sub = rowsOf(old).find(({ key }) => key === 'sub_kegiatan:1.02.02.2.02.0015')?.cells
    expect(['urusan', 'bidang', 'program', 'kegiatan', 'sub'].map((column) => sub?.[column])).toMatchObject([{ text: '1' }, { text: '02' }, { text: '02' }, { text: '2.02' }, { text: '0015' }])
    expect(old.columns).toHaveLength(18)
  })
})
