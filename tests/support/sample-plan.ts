import type { CaseloadSeries, CountKey } from '#shared/domain/caseload.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { ALL_MONTHS } from '#shared/domain/period.ts'
import type { Activity, AllocationCell, CostLine, FundingSource, Plan, Quantity } from '#shared/domain/plan.ts'
import type { TargetGroup } from '#shared/domain/target-group.ts'
import type { RuleSet } from '#shared/domain/rule.ts'
import type { DocumentInput } from '#shared/sheets/input.ts'

const RULES: RuleSet = { year: 2027, from: 2026, carriedOver: true, rules: [] }

const SERIES: readonly CaseloadSeries[] = [
  {
    id: 's-child', name: 'e-PPGBM Agustus 2026', kind: 'register', measuredOn: '2026-08-21', source: 'Puskesmas Sanankulon (contoh)',
    prevalenceBp: null,
  },
  {
    id: 's-mother', name: 'Kohort ibu Agustus 2026', kind: 'register', measuredOn: '2026-08-21', source: 'bidan desa (contoh)',
    prevalenceBp: null,
  },
  {
    id: 's-house', name: 'Verval KRS 2026', kind: 'verified', measuredOn: '2026-07-10', source: 'PLKB Sanankulon (contoh)',
    prevalenceBp: null,
  },
  { id: 's-res', name: 'Data desa 2026', kind: 'manual', measuredOn: '2026-08-01', source: 'SK kader (contoh)', prevalenceBp: null },
  { id: 's-survey', name: 'SSGI 2024 Kabupaten Blitar', kind: 'survey', measuredOn: '2024-12-31', source: 'SSGI 2024', prevalenceBp: 1784 },
]

const COUNTS: ReadonlyMap<CountKey, number> = new Map<CountKey, number>([
  ['targeted', 389], ['weighed', 371], ['measured', 367], ['weight_status', 371], ['wasting_status', 367], ['under_five', 389],
  ['under_two', 151], ['stunted', 16],
  ['severely_stunted', 3], ['moderately_wasted', 11], ['underweight', 19], ['pmt_wasted', 11], ['pregnant', 43], ['pregnant_ced', 5],
  ['family_no_toilet', 6], ['cadre', 25],
  ['development_cadre', 1], ['posyandu', 5],
])

export function makeActivity(parts: Partial<Activity> & Pick<Activity, 'id' | 'name'>): Activity {
  return {
    catalogueKey: null, intervention: 'specific', villageCode: '2.2.02', regencyCode: null, location: '5 posyandu', beneficiaries: '',
    months: ALL_MONTHS, implementer: 'Kasi Kesejahteraan',
    execution: 'self', indicator: '', indicatorUnit: '', target: null, targetNext: null, tier: 1, weight: 1, position: 0, ...parts,
  }
}

type LineParts = Partial<CostLine> & Pick<CostLine, 'id' | 'activityId' | 'description' | 'quantities' | 'unitPrice'>

export function makeLine(parts: LineParts): CostLine {
  return {
    accountCode: '5.2.7.01', priceBasis: null, spendingClass: 'food', cutBy: null, splittable: false, coverageTargetBp: null, position: 0,
    ...parts,
  }
}

export function makeSource(parts: Partial<FundingSource> & Pick<FundingSource, 'id' | 'code'>): FundingSource {
  return {
    label: parts.code, name: parts.code, ceiling: 0, total: null, certainty: 'certain', origin: 'current', stages: [], reservedFor: [],
    onBudget: true, spendingOrder: 1, ...parts,
  }
}

const fixed = (n: number, unit: string): Quantity => ({ n, unit })
const follows = (driver: TargetGroup, unit: string): Quantity => ({ driver, unit, shareBp: 10_000, served: [], lastN: null })

/** The plan of Desa Kalipucung as it is drawn for the village meeting: ten activities, four sources, Rp31.500.000 not funded. Synthetic. */
export function samplePlan(): Plan {
  const line = makeLine
  const activities = [
    makeActivity({
      id: 'a1', name: 'Bantuan makanan bergizi balita stunting', beneficiaries: 'Balita stunting', regencyCode: '1.02.02.2.02.0015',
      indicator: 'Balita stunting menerima makanan bergizi', indicatorUnit: 'balita', target: 16,
    }),
    makeActivity({
      id: 'a2', name: 'PMT lokal balita gizi kurang', beneficiaries: 'Balita gizi kurang', months: 0b11_1100,
      regencyCode: '1.02.02.2.02.0015', indicator: 'Balita gizi kurang menerima PMT', indicatorUnit: 'balita', target: 11,
    }),
    makeActivity({
      id: 'a3', name: 'PMT lokal ibu hamil KEK', beneficiaries: 'Ibu hamil KEK', regencyCode: '1.02.02.2.02.0001',
      indicator: 'Ibu hamil KEK menerima PMT', indicatorUnit: 'ibu', target: 5,
    }),
    makeActivity({
      id: 'a4', name: 'Insentif kader posyandu', location: 'Desa', beneficiaries: '25 kader, 5 posyandu', regencyCode: '1.02.05.2.03.0001',
      intervention: 'support', indicator: 'Kader menerima insentif', indicatorUnit: 'kader', target: 25,
    }),
    makeActivity({
      id: 'a5', name: 'Insentif Kader Pembangunan Manusia', villageCode: '2.2.04', location: 'Desa', beneficiaries: '1 kader',
      intervention: 'support', indicator: 'Kader bertugas', indicatorUnit: 'kader', target: 1,
    }),
    makeActivity({
      id: 'a6', name: 'Rembuk stunting desa', villageCode: '1.4.02', location: 'Balai desa', beneficiaries: 'Masyarakat desa',
      months: 0b100_0000, implementer: 'Kaur Perencanaan', intervention: 'support', indicator: 'Rembuk terlaksana', indicatorUnit: 'kali',
      target: 1, regencyCode: '5.01.03.2.01.0008',
    }),
    makeActivity({
      id: 'a7', name: 'PMT penyuluhan hari posyandu', beneficiaries: 'Semua balita', tier: 2, regencyCode: '1.02.02.2.02.0004',
    }),
    makeActivity({
      id: 'a8', name: 'Kelas ibu hamil', beneficiaries: 'Ibu hamil', tier: 2, months: 0b0010_0100_1001, regencyCode: '1.02.02.2.02.0001',
    }),
    makeActivity({
      id: 'a9', name: 'Jamban sehat keluarga balita stunting', villageCode: '2.4.14', location: '6 rumah',
      beneficiaries: 'Keluarga balita stunting', tier: 2, intervention: 'sensitive', regencyCode: '1.02.02.2.02.0017',
    }),
    makeActivity({
      id: 'a10', name: 'Alat ukur antropometri', villageCode: '2.2.09', beneficiaries: '2 posyandu', tier: 3, implementer: 'Kaur Umum',
    }),
  ]
  const lines = [
    line({
      id: 'l1', activityId: 'a1', description: 'Makanan bergizi balita stunting',
      quantities: [follows('stunted', 'anak'), fixed(12, 'bulan')], cutBy: 1, unitPrice: 150_000,
    }),
    line({
      id: 'l2', activityId: 'a2', description: 'PMT lokal balita gizi kurang',
      quantities: [follows('pmt_wasted', 'anak'), fixed(56, 'hari')], cutBy: 0, unitPrice: 16_500,
    }),
    line({
      id: 'l3', activityId: 'a3', description: 'PMT lokal ibu hamil KEK', quantities: [follows('pregnant_ced', 'ibu'), fixed(120, 'hari')],
      cutBy: 0, unitPrice: 21_500,
    }),
    line({
      id: 'l4', activityId: 'a4', description: 'Insentif kader posyandu', accountCode: '5.2.2.03', spendingClass: 'cadre_incentive',
      quantities: [follows('cadre', 'kader'), fixed(12, 'bulan')], cutBy: 0, unitPrice: 150_000,
    }),
    line({
      id: 'l5', activityId: 'a5', description: 'Insentif Kader Pembangunan Manusia', accountCode: '5.2.2.03',
      spendingClass: 'cadre_incentive', quantities: [follows('development_cadre', 'kader'), fixed(12, 'bulan')], cutBy: 1,
      unitPrice: 500_000,
    }),
    line({
      id: 'l6a', activityId: 'a6', description: 'Konsumsi peserta', accountCode: '5.2.1.06', spendingClass: 'meeting',
      quantities: [fixed(80, 'orang')], unitPrice: 45_000,
    }),
    line({
      id: 'l6b', activityId: 'a6', description: 'Cetak dan penggandaan bahan', accountCode: '5.2.1.05', spendingClass: 'printing',
      quantities: [fixed(1, 'paket')], unitPrice: 650_000,
    }),
    line({
      id: 'l7', activityId: 'a7', description: 'PMT penyuluhan', accountCode: '5.2.1.06',
      quantities: [follows('posyandu', 'posyandu'), fixed(12, 'bulan')], cutBy: 1, unitPrice: 350_000,
    }),
    line({
      id: 'l8', activityId: 'a8', description: 'Konsumsi, narasumber dan bahan', accountCode: '5.2.1.06', spendingClass: 'meeting',
      quantities: [fixed(4, 'pertemuan')], cutBy: 0, unitPrice: 750_000,
    }),
    line({
      id: 'l9', activityId: 'a9', description: 'Jamban sehat keluarga', accountCode: '5.2.7.03', spendingClass: 'goods',
      quantities: [follows('family_no_toilet', 'keluarga')], cutBy: 0, unitPrice: 5_500_000,
    }),
    line({
      id: 'l10', activityId: 'a10', description: 'Alat ukur antropometri', accountCode: '5.3.2.08', spendingClass: 'equipment',
      quantities: [fixed(2, 'set')], cutBy: 0, unitPrice: 4_750_000,
    }),
  ]
  const cell = (
    lineId: string, sourceId: string, units: number, locked = false,
  ): AllocationCell => ({ lineId, sourceId, units, amount: null, locked })
  return {
    id: 'plan', name: 'Rencana dasar', region: '35.05.07.2001', kind: 'desa', fiscalYear: 2027, complete: false,
    series: { child: 's-child', mother: 's-mother', household: 's-house', resource: 's-res' },
    activities, lines,
    sources: [
      makeSource({
        id: 'dds', code: 'DDS', name: 'Dana Desa (reguler)', ceiling: 267_529_800, total: null, certainty: 'indicative', spendingOrder: 3,
      }),
      makeSource({ id: 'add', code: 'ADD', name: 'Alokasi Dana Desa', ceiling: 32_000_000, spendingOrder: 5 }),
      makeSource({ id: 'pbh', code: 'PBH', name: 'Bagi hasil pajak dan retribusi', ceiling: 6_000_000, spendingOrder: 4 }),
      makeSource({
        id: 'gen', code: 'GENTING', name: 'Orang tua asuh (GENTING)', ceiling: 12_000_000, certainty: 'pledged', onBudget: false,
        spendingOrder: 1,
      }),
    ],
    commitments: [
      { sourceId: 'dds', class: 'cash_for_work', bidang: 2, amount: 100_000_000 },
      { sourceId: 'dds', class: 'food_security', bidang: 4, amount: 70_000_000 },
    ],
    cells: [
      cell('l1', 'dds', 12), cell('l2', 'dds', 11), cell('l3', 'dds', 5), cell('l4', 'dds', 10), cell('l4', 'add', 15, true),
      cell('l5', 'pbh', 12), cell('l6a', 'add', 1), cell('l6b', 'add', 1),
      cell('l7', 'dds', 12), cell('l8', 'dds', 4), cell('l9', 'gen', 2),
    ],
  }
}

/** What the papers of a plan are made from, with the sample village's place, series and counts unless others are given. */
export function sampleInput(parts: Partial<DocumentInput> = {}): DocumentInput {
  const plan = parts.plan ?? samplePlan()
  const counts = parts.counts ?? COUNTS
  return {
    plan, counts, rules: RULES, figures: planFigures(plan, counts, RULES), series: SERIES, version: 'rancangan', madeAt: '2026-11-21T14:32',
    signedOn: '2026-09-28',
    place: { village: 'Kalipucung', district: 'Sanankulon', regency: 'Blitar', city: false, province: 'Jawa Timur' }, ...parts,
  }
}

/** A ward of Kota Kediri: the city's money and a partner, no village budget. Synthetic. */
export function sampleWard(): DocumentInput {
  const plan = samplePlan()
  const kept = new Set(['a1', 'a2', 'a4', 'a7', 'a9'])
  const activities = plan.activities.filter((activity) => kept.has(activity.id)).map((activity): Activity => ({
    ...activity, villageCode: null, implementer: 'Kelurahan Lirboyo',
    regencyCode: activity.id === 'a4' || activity.id === 'a7' ? '7.01.03.2.02.0003' : activity.regencyCode,
  }))
  const cell = (lineId: string, sourceId: string, units: number): AllocationCell => ({
    lineId, sourceId, units, amount: null, locked: false,
  })
  return sampleInput({
    place: { village: 'Lirboyo', district: 'Mojoroto', regency: 'Kediri', city: true },
    plan: {
      ...plan, kind: 'kelurahan', region: '35.71.01.1003', activities, lines: plan.lines.filter((line) => kept.has(line.activityId)),
      commitments: [],
      sources: [
        makeSource({ id: 'dau', code: 'DAU', name: 'DAU kelurahan', ceiling: 80_000_000 }),
        makeSource({ id: 'bok', code: 'BOK', name: 'DAK Nonfisik BOK', ceiling: 12_000_000 }),
        makeSource({ id: 'csr', code: 'CSR', name: 'CSR perusahaan', ceiling: 12_000_000, onBudget: false, certainty: 'pledged' }),
      ],
      cells: [cell('l1', 'dau', 9), cell('l2', 'bok', 11), cell('l4', 'dau', 25), cell('l7', 'dau', 3), cell('l9', 'csr', 2)],
    },
  })
}

/** A village plan of many activities with long names, three lines each, for print and speed. Synthetic. */
export function longPlan(activities = 40): DocumentInput {
  const base = samplePlan()
  const codes = ['1.4.02', '2.1.02', '2.2.02', '2.2.03', '2.2.06', '2.2.09', '2.4.11', '2.4.14', '2.6.02', '4.2.03', '4.4.02']
  const regency = [
    '1.01.02.2.03.0047', '1.02.02.2.02.0004', '1.02.02.2.02.0015', '1.02.05.2.02.0001', '1.03.03.2.01.0022', '2.09.03.2.04.0002',
    '2.14.03.2.04.0005', null,
  ]
  const all = Array.from({ length: activities }, (_, index) => makeActivity({
    id: `a${index}`,
    name: `Pendampingan dan pemberian makanan tambahan berbahan pangan lokal bagi keluarga berisiko stunting di dusun ${index + 1}, `
      + 'termasuk kunjungan rumah',
    villageCode: codes[index % codes.length] ?? null, regencyCode: regency[index % regency.length] ?? null,
    location: `Dusun Krajan ${index + 1}, RT 01–06 RW ${index % 9}`,
    beneficiaries: 'Balita stunting, baduta dan ibu hamil dari keluarga berisiko stunting',
    indicator: 'Jumlah keluarga berisiko stunting yang didampingi', indicatorUnit: 'keluarga', target: 12 + index,
    tier: ((index % 3) + 1) as 1 | 2 | 3, months: index % 4 === 0 ? 0b0110_0011_0001 : ALL_MONTHS,
    implementer: 'Kasi Kesejahteraan dan Pelayanan',
  }))
  const lines = all.flatMap(({ id }, index) => [
    makeLine({
      id: `${id}-1`, activityId: id, description: 'Makanan bergizi berbahan pangan lokal untuk balita stunting',
      quantities: [follows('stunted', 'anak'), fixed(12, 'bulan')], cutBy: 1, unitPrice: 150_000 + index * 100,
    }),
    makeLine({
      id: `${id}-2`, activityId: id, description: 'Insentif kader pendamping keluarga', accountCode: '5.2.2.03',
      spendingClass: 'cadre_incentive', quantities: [follows('cadre', 'kader'), fixed(12, 'bulan')], cutBy: 0, unitPrice: 100_000,
    }),
    makeLine({
      id: `${id}-3`, activityId: id, description: 'Cetak lembar pantau dan bahan penyuluhan keluarga', accountCode: '5.2.1.05',
      spendingClass: 'printing', quantities: [fixed(200, 'lembar')], unitPrice: 2_500,
    }),
  ])
  const cells = all.flatMap(({ id }, index): AllocationCell[] => [
    { lineId: `${id}-1`, sourceId: 'dds', units: 5 + (index % 8), amount: null, locked: false },
    { lineId: `${id}-2`, sourceId: 'add', units: 15, amount: null, locked: false },
    { lineId: `${id}-2`, sourceId: 'dds', units: 10, amount: null, locked: false },
    { lineId: `${id}-3`, sourceId: index % 5 === 0 ? 'gen' : 'pbh', units: 1, amount: null, locked: false },
  ])
  const sources = base.sources.map((source) => ({ ...source, ceiling: 2_000_000_000 }))
  return sampleInput({ plan: { ...base, activities: all, lines, cells, sources } })
}
