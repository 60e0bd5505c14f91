import type { InterventionKey } from '#shared/catalogue/interventions.ts'
import { ALL_MONTHS } from '#shared/domain/period.ts'
import type {
  Activity, Basis, Commitment, CostLine, DrivenQuantity, FixedQuantity, FundingSource, PlanKind, SourceCode,
} from '#shared/domain/plan.ts'
import type { TargetGroup } from '#shared/domain/target-group.ts'
import { KALIPUCUNG } from './kalipucung.ts'

/** A cost line as the sample village means it; ids and positions come with the plan. */
export type SampleLine = Pick<
  CostLine,
  'description' | 'accountCode' | 'quantities' | 'unitPrice' | 'priceBasis' | 'spendingClass' | 'cutBy' | 'splittable'
>

export interface SampleActivity extends Pick<Activity, 'name' | 'villageCode' | 'intervention' | 'tier' | 'weight' | 'months'> {
  /** The catalogue's activity that this one stands for. */
  readonly key: InterventionKey
  readonly lines: readonly SampleLine[]
}

/** What someone types into a plan before allocating. Sources are named by their label. */
export interface SamplePlan {
  readonly name: string
  readonly region: string
  readonly kind: PlanKind
  readonly fiscalYear: number
  /** In plan order. */
  readonly activities: readonly SampleActivity[]
  readonly sources: readonly Omit<FundingSource, 'id'>[]
  readonly commitments: readonly (Omit<Commitment, 'sourceId'> & { readonly source: SourceCode; readonly note: string })[]
  /** Cells that keep their value: whole units of an activity's line, paid by a source. */
  readonly locks: readonly { readonly activity: InterventionKey; readonly line: number; readonly source: SourceCode; readonly units: number }[]
}

const MADE_UP: Basis = { source: 'Contoh; belum dari dokumen harga', date: '', confidence: 'unverified' }

/** Bit 0 is January. */
function months(...numbers: readonly number[]): number {
  return numbers.reduce((set, month) => set | (1 << (month - 1)), 0)
}

function each(driver: TargetGroup, unit: string): DrivenQuantity {
  return { unit, driver, shareBp: 10_000, served: [], lastN: null }
}

function times(n: number, unit: string): FixedQuantity {
  return { unit, n }
}

const activities: readonly SampleActivity[] = [
  {
    key: 'stunted_food', name: 'Bantuan makanan bergizi balita stunting',
    villageCode: '2.2.02', intervention: 'specific', tier: 1, weight: 3, months: ALL_MONTHS,
    lines: [
      {
        description: 'Makanan bergizi balita stunting', accountCode: '5.2.7.01',
        quantities: [each('stunted', 'anak'), times(12, 'bulan')], cutBy: 1, unitPrice: 150_000,
        priceBasis: { source: 'Setwapres, kunjungan ke Desa Kalipucung', date: '2025-12-11', confidence: 'B' },
        spendingClass: 'food', splittable: false,
      },
    ],
  },
  {
    key: 'pmt_wasted', name: 'PMT lokal balita gizi kurang',
    villageCode: '2.2.02', intervention: 'specific', tier: 1, weight: 3, months: months(3, 4, 5, 6),
    lines: [
      {
        description: 'PMT lokal balita gizi kurang', accountCode: '5.2.7.01',
        quantities: [each('pmt_wasted', 'anak'), times(56, 'hari')], cutBy: 0, unitPrice: 16_500,
        priceBasis: { source: 'PMT lokal Kota Banjarmasin', date: '2025', confidence: 'A' }, spendingClass: 'food', splittable: false,
      },
    ],
  },
  {
    key: 'pmt_pregnant_ced', name: 'PMT lokal ibu hamil KEK',
    villageCode: '2.2.02', intervention: 'specific', tier: 1, weight: 3, months: months(3, 4, 5, 6),
    lines: [
      {
        description: 'PMT lokal ibu hamil KEK', accountCode: '5.2.7.01',
        quantities: [each('pregnant_ced', 'ibu'), times(120, 'hari')], cutBy: 0, unitPrice: 21_500,
        priceBasis: { source: 'Belum terverifikasi', date: '', confidence: 'unverified' }, spendingClass: 'food', splittable: false,
      },
    ],
  },
  {
    key: 'cadre_incentive', name: 'Insentif kader posyandu',
    villageCode: '2.2.02', intervention: 'support', tier: 1, weight: 2, months: ALL_MONTHS,
    lines: [
      {
        // by heads, not by months: in this sample 15 of the 25 stay on ADD, which whole months of all 25 could not say
        description: 'Insentif kader posyandu', accountCode: '5.2.2.03',
        quantities: [each('cadre', 'kader'), times(12, 'bulan')], cutBy: 0, unitPrice: 150_000,
        priceBasis: MADE_UP, spendingClass: 'cadre_incentive', splittable: false,
      },
    ],
  },
  {
    key: 'kpm_incentive', name: 'Insentif Kader Pembangunan Manusia',
    villageCode: '2.2.04', intervention: 'support', tier: 1, weight: 2, months: ALL_MONTHS,
    lines: [
      {
        description: 'Insentif Kader Pembangunan Manusia', accountCode: '5.2.2.03',
        quantities: [each('development_cadre', 'kader'), times(12, 'bulan')], cutBy: 1,
        unitPrice: 500_000, priceBasis: MADE_UP, spendingClass: 'cadre_incentive', splittable: false,
      },
    ],
  },
  {
    key: 'rembuk', name: 'Rembuk stunting desa',
    villageCode: '1.4.02', intervention: 'support', tier: 1, weight: 1, months: months(7),
    lines: [
      {
        description: 'Rembuk stunting desa', accountCode: '5.2.1.06',
        quantities: [times(1, 'kegiatan')], cutBy: null, unitPrice: 4_250_000,
        priceBasis: MADE_UP, spendingClass: 'meeting', splittable: false,
      },
    ],
  },
  {
    key: 'pmt_counselling', name: 'PMT penyuluhan hari posyandu',
    villageCode: '2.2.02', intervention: 'specific', tier: 2, weight: 2, months: ALL_MONTHS,
    lines: [
      {
        description: 'PMT penyuluhan hari posyandu', accountCode: '5.2.1.06',
        quantities: [each('posyandu', 'posyandu'), times(12, 'bulan')], cutBy: 1, unitPrice: 350_000,
        priceBasis: MADE_UP, spendingClass: 'food', splittable: false,
      },
    ],
  },
  {
    key: 'pregnant_class', name: 'Kelas ibu hamil',
    villageCode: '2.2.02', intervention: 'specific', tier: 2, weight: 2, months: months(2, 5, 8, 11),
    lines: [
      {
        description: 'Konsumsi kelas ibu hamil', accountCode: '5.2.1.06',
        quantities: [times(4, 'pertemuan')], cutBy: 0, unitPrice: 750_000,
        priceBasis: MADE_UP, spendingClass: 'meeting', splittable: false,
      },
    ],
  },
  {
    key: 'latrine', name: 'Jamban sehat keluarga balita stunting',
    villageCode: '2.4.14', intervention: 'sensitive', tier: 2, weight: 2, months: months(7, 8, 9),
    lines: [
      {
        description: 'Jamban sehat keluarga balita stunting', accountCode: '5.2.7.03',
        quantities: [each('family_no_toilet', 'keluarga')], cutBy: 0, unitPrice: 5_500_000,
        priceBasis: MADE_UP, spendingClass: 'goods', splittable: false,
      },
    ],
  },
  {
    key: 'anthropometry', name: 'Alat ukur antropometri',
    villageCode: '2.2.09', intervention: 'specific', tier: 3, weight: 1, months: months(6),
    lines: [
      {
        description: 'Set alat ukur antropometri', accountCode: '5.3.2.08',
        quantities: [times(2, 'set')], cutBy: 0, unitPrice: 4_750_000,
        priceBasis: MADE_UP, spendingClass: 'equipment', splittable: false,
      },
    ],
  },
]

const source = { ceiling: null, total: null, certainty: 'indicative', origin: 'current', stages: [], reservedFor: [], onBudget: true } as const

const sources: SamplePlan['sources'] = [
  {
    ...source, code: 'GENTING', label: 'GENTING', name: 'Orang tua asuh GENTING', ceiling: 12_000_000, certainty: 'pledged', onBudget: false,
    // this pledge is for what is not food (domain §8.3): latrines
    reservedFor: ['latrine'],
    spendingOrder: 1,
  },
  // the whole pagu; after the reserve of 58,03 % the village can spend 267.529.791
  { ...source, code: 'DDS', label: 'DDS', name: 'Dana Desa', total: 637_431_000, spendingOrder: 2 },
  { ...source, code: 'PBH', label: 'PBH', name: 'Bagi hasil pajak dan retribusi daerah', ceiling: 6_000_000, spendingOrder: 3 },
  { ...source, code: 'ADD', label: 'ADD', name: 'Alokasi Dana Desa', ceiling: 420_000_000, spendingOrder: 4 },
]

/** Leaves 97.529.791 of Dana Desa and 32.000.000 of ADD. */
const commitments: SamplePlan['commitments'] = [
  { source: 'DDS', class: 'food_security', bidang: 4, amount: 70_000_000, note: 'Ketahanan pangan' },
  { source: 'DDS', class: 'cash_for_work', bidang: 2, amount: 100_000_000, note: 'Jalan lingkungan, padat karya' },
  { source: 'ADD', class: 'salaries', bidang: 1, amount: 180_000_000, note: 'Penghasilan tetap dan tunjangan' },
  { source: 'ADD', class: 'bpd', bidang: 1, amount: 24_000_000, note: 'Tunjangan dan operasional BPD' },
  { source: 'ADD', class: 'neighbourhood', bidang: 1, amount: 60_000_000, note: 'Insentif RT/RW' },
  { source: 'ADD', class: 'insurance', bidang: 1, amount: 12_000_000, note: 'BPJS' },
  { source: 'ADD', class: 'operations', bidang: 1, amount: 112_000_000, note: 'Operasional pemerintah desa' },
]

/**
 * The plan of the sample village for 2027: ten activities, four sources, what is spent elsewhere already. Real are the Rp150.000 per
 * child and month and that Dana Desa was cut; the rest is made up to the same scale.
 */
export const kalipucungPlan: SamplePlan = {
  name: 'Rencana Desa Kalipucung TA 2027 (contoh)',
  region: KALIPUCUNG,
  kind: 'desa',
  fiscalYear: 2027,
  activities,
  sources,
  commitments,
  // 15 × 12 × 150.000 = 27.000.000
  locks: [{ activity: 'cadre_incentive', line: 0, source: 'ADD', units: 15 }],
}
