import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { DOCUMENTS } from '#shared/contract/document.ts'
import { errorOf, importFile, plannedVillage, textFile } from '#tests/support/app.ts'

const HEADER = 'NIK;Nama;JK;Tgl Lahir;Nama Ortu;Desa/Kel;Posyandu;Tanggal Pengukuran;Berat;Tinggi;Cara Ukur;TB/U;ZS TB/U'
const CHILD = 'Budi Contohwan'
/** One child that was measured, and one that was not: that one is to be measured again. */
const LIST = [
  HEADER, `3505070101240001;Zulaikha Contoh;P;2024-01-05;Ibu Contoh;Kalipucung;Mawar;2026-08-20;12;90;Berdiri;Sangat Pendek;-0,1`, `3505070101240002;${CHILD};L;2023-03-05;Ibu Lain;Kalipucung;Melati;;;;;;`,
].join('\n')

async function withList() {
  const app = await plannedVillage()
  await importFile(app.client, { file: textFile('agu.csv', LIST), series: 'Verval II', measuredOn: '2026-08-20' })
  await app.client.caseload.choose({ series: 'Verval II', family: 'child' })
  return app
}

async function wordsOf(file: File): Promise<string> {
  const book = XLSX.read(new Uint8Array(await file.arrayBuffer()))
  return book.SheetNames.map((name) => JSON.stringify(book.Sheets[name])).join('\n')
}

describe('the list of whom the kader measures again, as a paper', () => {
  it('is empty where the plan follows no list by name', async () => {
    const { client } = await plannedVillage()
    expect((await client.document.list({})).find(({ document }) => document === 'ukur-ulang')?.state).toBe('empty')
    expect(await errorOf(client.document.preview({ document: 'ukur-ulang' }))).toMatchObject({ code: 'document_empty', data: { document: 'ukur-ulang' } })
  })

  it('has the letterhead and signatures of the office, and initials unless names are asked for', async () => {
    const { client } = await withList()
    const [sheet] = await client.document.preview({ document: 'ukur-ulang' })
    const shown = JSON.stringify(sheet)
    expect(sheet?.pages[0]?.rows[0]?.cells[0]?.text).toBe('PEMERINTAH KABUPATEN BLITAR')
    expect(sheet?.signatories.map(({ role }) => role)).toEqual(['Kepala Desa Kalipucung', 'Bidan'])
    expect(sheet?.pages.at(-1)?.right).toMatch(/halaman \d+ dari \d+$/)
    expect(shown).not.toContain(CHILD)
    expect(sheet?.draft).toBeNull()
    const [named] = await client.document.preview({ document: 'ukur-ulang', names: true })
    expect(JSON.stringify(named)).toContain(CHILD)
    expect(named?.draft).toBe('RAHASIA')
    expect(JSON.stringify(named)).toContain('RAHASIA – HANYA UNTUK TPPS')
    expect(JSON.stringify(named)).not.toContain('3505070101240002')
  })

  it('is the only document with names, and only when they are asked for', async () => {
    const { client } = await withList()
    for (const document of DOCUMENTS) {
      const words = await wordsOf(await client.document.export({ document, names: document !== 'ukur-ulang' }))
      expect({ document, named: words.includes(CHILD) }).toEqual({ document, named: false })
    }
    expect(await wordsOf(await client.document.export({ document: 'ukur-ulang', names: true }))).toContain(CHILD)
  })
})
