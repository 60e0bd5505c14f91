import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import * as XLSX from 'xlsx'
import { type AppClient, createAppClient } from '#core/app.ts'
import { listVillages } from '#core/regions/lookup.ts'
import { HEADERS } from '#core/samples/e-ppgbm.ts'
import { KEDIRI } from '#core/samples/index.ts'
import { createWorkspace, type Session } from '#core/session.ts'
import { plainWorkbook, type PlainCell } from '#core/workbook/plain-workbook.ts'
import type { ByNameChild } from '#shared/domain/by-name.ts'
import { heightForAge, statureAt, weightAtAge, weightForAge, weightForHeight } from '#shared/domain/growth.ts'
import { dayNumber } from '#shared/domain/period.ts'
import { type BenchRow, median, time } from './row.ts'

const ROWS = 4_800
const AREAS = 10
const MONTHS = ['2026-02', '2026-08'] as const
const MEASUREMENTS = 1_200_000

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
const tenth = (value: number): number => Math.round(value * 10) / 10

const SYLLABLES = ['ba', 'dewi', 'fa', 'gilang', 'ha', 'jaya', 'ki', 'lestari', 'mu', 'nanda', 'pu', 'rahma', 'sa', 'tri', 'wu', 'yoga'] as const

/** Names as unlike each other as those of a real list. */
function nameOf(number: number): string {
  return [0, 4, 8, 12].map((shift) => SYLLABLES[(number * 2_654_435_761 >>> shift) % 16] ?? '').join('')
}

/** Child `index` of an area in a month: the same child in every month. */
function childOf(area: number, index: number, on: string) {
  const sex = index % 2 === 0 ? 'L' as const : 'P' as const
  const born = iso(dayNumber('2026-01-20') - 30 - ((index * 7 + area) % 1_500))
  const days = dayNumber(on) - dayNumber(born)
  const posture = days < 731 ? 'lying' as const : 'standing' as const
  const z = -2.2 + ((index * 37 + area * 11) % 300) / 100
  const cm = tenth(statureAt(sex, days, z) ?? 80)
  const kg = tenth(weightAtAge(sex, days, z) ?? 10)
  const stature = { cm, posture }
  return {
    nik: `3571${String((area % 3) + 1).padStart(2, '0')}${String(Number(born.slice(8)) + (sex === 'P' ? 40 : 0)).padStart(2, '0')}${born.slice(5, 7)}${born.slice(2, 4)}${String(1000 + (index + area * 451) % 9000)}`,
    name: nameOf(index + area * 5_000), parent: nameOf(index * 3), sex, born, on, kg, cm, posture,
    hfa: heightForAge(sex, days, stature) ?? 0, wfa: weightForAge(sex, days, kg) ?? 0, wfh: weightForHeight(sex, days, stature, kg) ?? 0,
  }
}

/** A file of 4,800 rows of one area, as a puskesmas would send it. */
function areaFile(area: number, month: string): Uint8Array {
  const villages = listVillages(KEDIRI)
  const rows = Array.from({ length: ROWS }, (_, index): PlainCell[] => {
    const child = childOf(area, index, `${month}-${String(1 + (index % 20)).padStart(2, '0')}`)
    const village = villages[(area * 4 + (index % 4)) % villages.length]?.name ?? ''
    return [
      index + 1, child.nik, child.name, child.sex, child.born, 3, 49, child.parent, 'Jawa Timur', 'Kota Kediri', '-', '-', village, `Mawar ${index % 8}`, 1, 1, 'Dusun Contoh', '-', child.on, child.kg, child.cm,
      child.posture === 'lying' ? 'Terlentang' : 'Berdiri', '-', '-', child.wfa, child.hfa < -3 ? 'Sangat Pendek' : child.hfa < -2 ? 'Pendek' : 'Normal', child.hfa, '-', child.wfh, 'N', '-', 1, '-', 'Ya', 'view',
    ]
  })
  return plainWorkbook([{ name: 'Status Gizi', rows: [[...HEADERS], ...rows], widths: HEADERS.map(() => 12) }])
}

async function importOne(client: AppClient, bytes: Uint8Array, area: number, month: string): Promise<void> {
  const events = await client.caseload.import({ file: new File([bytes as Uint8Array<ArrayBuffer>], `puskesmas-${area}-${month}.xlsx`), series: `Puskesmas ${area} ${month}`, measuredOn: `${month}-20`, layout: 'by-name' })
  for await (const event of events) if (event.event === 'done' && event.report.accepted < ROWS) throw new Error(`only ${event.report.accepted} rows were accepted`)
}

function readAlone(bytes: Uint8Array): void {
  const book = XLSX.read(bytes)
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (!sheet || XLSX.utils.sheet_to_json(sheet, { header: 1 }).length < ROWS) throw new Error('rows are missing')
}

/** Twenty files one after another against reading them alone; the last ones against the first ones; and the memory that stays. */
async function importing(folder: string): Promise<BenchRow[]> {
  const session = createWorkspace(path.join(folder, 'kota.rembuk'), { region: KEDIRI })
  try {
    const client = createAppClient(session)
    const [imports, reads, heaps]: [number[], number[], number[]] = [[], [], []]
    readAlone(areaFile(0, MONTHS[0]))
    // what else runs here, a window's questions above all, waits as long as the loop does not turn
    const waits: { readonly longest: number; readonly usual: number }[] = []
    for (const month of MONTHS) {
      for (let area = 0; area < AREAS; area += 1) {
        const bytes = areaFile(area, month)
        reads.push(await time(() => readAlone(bytes)))
        const turns = monitorEventLoopDelay({ resolution: 5 })
        turns.enable()
        imports.push(await time(() => importOne(client, bytes, area, month)))
        turns.disable()
        waits.push({ longest: turns.max / 1e6, usual: turns.percentile(95) / 1e6 })
        globalThis.gc?.()
        heaps.push(process.memoryUsage().rss / 1024 / 1024)
      }
    }
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
    const total = { ms: sum(imports), floor: sum(reads) }
    // each against its own reading, so that a machine that slows down slows both; the first file is not like the others, it warms up
    const ratios = imports.map((ms, index) => ms / (reads[index] ?? 1))
    const [first, last] = [median(ratios.slice(1, 6)), median(ratios.slice(-5))]
    const held = { longest: median(waits.map(({ longest }) => longest)), usual: median(waits.map(({ usual }) => usual)) }
    return [
      { name: 'the longest that an import holds everything else up (the middle one of 20)', ms: held.longest, floorMs: null, ratio: null, limit: 1_000 },
      { name: 'how long it holds them up in 95 of 100 moments', ms: held.usual, floorMs: null, ratio: null, limit: 50 },
      { name: '20 files of 4,800 rows imported one after another', ms: total.ms, floorMs: total.floor, ratio: total.ms / total.floor, limit: 1.5 },
      { name: 'the last five of 20 files against the first', ms: last, floorMs: first, ratio: last / first, limit: 1.25 },
      { name: 'memory after the last of 20 files against the fifth (MB)', ms: heaps.at(-1) ?? 0, floorMs: heaps[4] ?? 0, ratio: (heaps.at(-1) ?? 0) / (heaps[4] ?? 1), limit: 1.5 },
    ]
  } finally {
    session.close()
  }
}

/** Fills a workspace with 1,200,000 measurements in 250 rounds, through the repositories. */
function fill(session: Session): string[] {
  const villages = listVillages(KEDIRI)
  const names: string[] = []
  for (let round = 0; round < MEASUREMENTS / ROWS; round += 1) {
    const [area, month] = [round % AREAS, Math.floor(round / AREAS)]
    const date = `${2024 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}-20`
    const id = `s${round}`
    names.push(`Puskesmas ${area} ${date}`)
    const children = Array.from({ length: ROWS }, (_, index): ByNameChild => {
      const z = -220 + ((index * 37 + round) % 300)
      return {
        nik: `3571${String((area % 3) + 1).padStart(2, '0')}${String(10_000_000 + index * 997 % 9_000_000)}${String(area).padStart(2, '0')}`.slice(0, 16), name: `Anak ${area} ${index}`, sex: index % 2 === 0 ? 'L' : 'P', bornOn: iso(dayNumber('2023-06-20') - ((index * 7) % 1_000)),
        parent: `Ibu ${index % 700}`, village: villages[(area * 4 + (index % 4)) % villages.length]?.code ?? KEDIRI, posyandu: `Mawar ${index % 8}`, sourceRow: index + 2, countedOn: date, alsoAt: '', otherBirth: null,
        measurements: [{
          measuredOn: date, weightGrams: 9_000 + (index % 60) * 100, lengthMm: 750 + (index % 250), lying: false, heightZ: z, weightZ: z + 20, wastingZ: -40, heightLabel: null, weightLabel: null, wastingLabel: null, gained: 'N',
        }],
      }
    })
    session.step('import', { series: id, file: 'contoh', rows: ROWS }, () => {
      session.series.save({ id, name: names.at(-1) ?? id, kind: 'by-name', measuredOn: date, source: 'contoh', prevalenceBp: null })
      session.replaceBatch(id, (batchId) => {
        session.children.addAll(batchId, children)
        for (let place = 0; place < 36; place += 1) {
          const [village, posyandu] = [villages[(area * 4 + (place % 4)) % villages.length]?.code ?? KEDIRI, place < 4 ? '' : `Mawar ${place % 8}`]
          for (const group of ['targeted', 'under_five', 'under_two', 'child_6_23', 'weighed', 'measured', 'weight_status', 'wasting_status', 'stunted', 'severely_stunted', 'underweight', 'moderately_wasted', 'severely_wasted', 'pmt_wasted', 'faltering'] as const) {
            session.series.addCount(batchId, { village, posyandu, group, count: place < 4 ? 1_200 : 150 })
          }
        }
      })
    })
  }
  return names
}

/** The middle of several answers to the same kind of question about different months. */
async function asked(name: string, limit: number, months: readonly string[], ask: (series: string) => Promise<unknown>): Promise<BenchRow> {
  const times: number[] = []
  for (const month of months) times.push(await time(() => ask(month)))
  return { name, ms: Math.max(...times.slice(1)), floorMs: null, ratio: null, limit }
}

async function asking(folder: string): Promise<BenchRow[]> {
  const session = createWorkspace(path.join(folder, 'besar.rembuk'), { region: KEDIRI })
  try {
    const names = fill(session)
    const client = createAppClient(session)
    const months = [names[125], names[3], names[249], names[77], names[180], names[12]].map((name) => name ?? '')
    const child = session.children.round('s200')[1_000]
    return [
      await asked('1,200,000 measurements: the figures of a month per posyandu', 50, months, (series) => client.caseload.areas({ series })),
      await asked('1,200,000 measurements: every series with its totals', 500, months.slice(0, 3), () => client.caseload.list({})),
      await asked('1,200,000 measurements: one child over all rounds', 50, months.slice(0, 3), () => client.caseload.childGrowth({ series: 's200', child: child?.id ?? 0 })),
      await asked('1,200,000 measurements: validity of a month', 1_000, months, (series) => client.caseload.validity({ series })),
      await asked('1,200,000 measurements: from one round to the next', 1_000, ['s200', 's201', 's202'], (series) => client.caseload.rounds({ from: `s${Number(series.slice(1)) - 10}`, to: series })),
    ]
  } finally {
    session.close()
  }
}

/** Twenty files one after another, and questions to a workspace of 1,200,000 measurements. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-bench-'))
  try {
    return [...(await importing(folder)), ...(await asking(folder))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
