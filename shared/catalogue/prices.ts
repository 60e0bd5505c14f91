import type { Rupiah } from '#shared/domain/money.ts'
import type { Basis, Confidence } from '#shared/domain/plan.ts'
import { type ReferenceKey, REFERENCES } from './references.ts'

/**
 * A unit price that somebody published or that stands in until the local price is known (domain §5). Several prices of one
 * `item` are kept side by side, also where they contradict each other; `preferred` is the one that a new line starts with.
 */
export interface Price {
  readonly key: string
  readonly item: string
  readonly amount: Rupiah
  /** What one amount buys. */
  readonly per: string
  readonly source: ReferenceKey
  readonly confidence: Confidence
  readonly preferred?: true
  readonly note?: string
}

/** Nobody published these: they make a first plan usable and are marked until the village types its own price. */
const example = { source: 'example', confidence: 'unverified', preferred: true } as const

export const PRICES = [
  {
    key: 'stunted_food_month', item: 'stunted_food', amount: 150_000, per: 'anak/bulan',
    source: 'kalipucung', confidence: 'B', preferred: true,
  },
  { key: 'pmt_child_day', item: 'pmt_child', amount: 16_500, per: 'anak/hari', source: 'S69', confidence: 'A', preferred: true },
  { key: 'pmt_child_day_kudus', item: 'pmt_child', amount: 16_000, per: 'menu', source: 'S70', confidence: 'A' },
  {
    key: 'pmt_child_day_kaeneno', item: 'pmt_child', amount: 6_250, per: 'sasaran/hari',
    source: 'S71', confidence: 'B', note: '20 sasaran × 90 hari, Dana Desa 2021',
  },
  {
    key: 'pmt_child_day_genting', item: 'pmt_child', amount: 15_000, per: 'anak/hari',
    source: 'S72', confidence: 'B', note: 'GENTING, sampai usia 24 bulan',
  },
  { key: 'pmt_ced_day', item: 'pmt_ced', amount: 21_500, per: 'ibu/hari', source: 'practice', confidence: 'unverified', preferred: true },
  {
    key: 'pmt_counselling_month', item: 'pmt_counselling', amount: 350_000, per: 'posyandu/bulan',
    ...example, note: 'kudapan Rp5.000–10.000 per anak',
  },
  {
    key: 'cadre_month', item: 'cadre_incentive', amount: 150_000, per: 'kader/bulan',
    source: 'S75', confidence: 'A', preferred: true, note: 'kabupaten lain di Jawa Timur Rp100.000–150.000',
  },
  { key: 'cadre_month_kapuas', item: 'cadre_incentive', amount: 250_000, per: 'kader/bulan', source: 'S73', confidence: 'B' },
  {
    key: 'cadre_month_kukar', item: 'cadre_incentive', amount: 250_000, per: 'kader/bulan',
    source: 'S74', confidence: 'B', note: 'dan Rp400.000 per posyandu per bulan',
  },
  {
    key: 'cadre_month_bontang', item: 'cadre_incentive', amount: 300_000, per: 'kader/bulan',
    source: 'S77', confidence: 'B', note: 'naik menjadi Rp1.000.000',
  },
  {
    key: 'cadre_month_ppkbd', item: 'cadre_incentive', amount: 150_000, per: 'kader/bulan',
    source: 'S76', confidence: 'B', note: 'Rp150.000–200.000, kader PPKBD',
  },
  {
    key: 'cadre_year_situbondo', item: 'cadre_incentive', amount: 500_000, per: 'kader/tahun',
    source: 'S75', confidence: 'A', note: 'Rp600.000 pada 2026',
  },
  {
    key: 'kpm_month', item: 'kpm_incentive', amount: 500_000, per: 'kader/bulan',
    source: 'S78', confidence: 'B', preferred: true, note: 'kader dan KPM Ransiki',
  },
  {
    key: 'mbg_portion', item: 'mbg_delivery', amount: 1_000, per: 'porsi',
    source: 'S79', confidence: 'A', preferred: true, note: 'dibayar SPPG, bukan desa',
  },
  { key: 'referral_trip', item: 'referral', amount: 150_000, per: 'anak/perjalanan', ...example },
  { key: 'meeting_meal', item: 'meeting_meal', amount: 40_000, per: 'orang', ...example },
  { key: 'meeting_printing', item: 'meeting_printing', amount: 950_000, per: 'paket', ...example },
  { key: 'meeting_banner', item: 'meeting_banner', amount: 300_000, per: 'lembar', ...example },
  { key: 'class_snack', item: 'class_snack', amount: 20_000, per: 'orang', ...example },
  { key: 'class_speaker', item: 'class_speaker', amount: 300_000, per: 'orang', ...example },
  { key: 'class_printing', item: 'class_printing', amount: 10_000, per: 'orang', ...example },
  { key: 'home_visit_month', item: 'home_visit', amount: 100_000, per: 'posyandu/bulan', ...example },
  { key: 'latrine_unit', item: 'latrine', amount: 5_500_000, per: 'unit', ...example, note: 'sumber lain Rp5–40 juta per unit' },
  { key: 'latrine_unit_bolsel', item: 'latrine', amount: 10_000_000, per: 'unit', source: 'S80', confidence: 'B', note: 'swakelola KSM' },
  { key: 'latrine_unit_halsel', item: 'latrine', amount: 40_000_000, per: 'unit', source: 'S81', confidence: 'B', note: 'DAK sanitasi 2026' },
  { key: 'water_connection', item: 'water_connection', amount: 2_000_000, per: 'sambungan', ...example },
  { key: 'girl_snack', item: 'girl_snack', amount: 5_000, per: 'orang/bulan', ...example },
  { key: 'bride_check', item: 'bride_check', amount: 100_000, per: 'orang', ...example },
  { key: 'anthropometry_set', item: 'anthropometry', amount: 4_750_000, per: 'set', ...example },
  { key: 'garden_package', item: 'garden', amount: 300_000, per: 'keluarga', ...example },
  { key: 'hen_package', item: 'hens', amount: 750_000, per: 'keluarga', ...example },
  { key: 'training_material', item: 'training_material', amount: 50_000, per: 'orang', ...example },
  { key: 'campaign_printing', item: 'campaign_printing', amount: 2_000_000, per: 'paket', ...example },
  { key: 'posyandu_material', item: 'posyandu_building', amount: 60_000_000, per: 'unit', ...example },
  { key: 'posyandu_wages', item: 'posyandu_building', amount: 25_000_000, per: 'unit', source: 'example', confidence: 'unverified' },
  { key: 'paud_toys', item: 'paud_toys', amount: 5_000_000, per: 'paket', ...example },
  { key: 'house_repair', item: 'house_repair', amount: 20_000_000, per: 'rumah', ...example },
  {
    key: 'blt_month', item: 'blt', amount: 300_000, per: 'keluarga/bulan',
    source: 'S12', confidence: 'A', preferred: true, note: 'paling tinggi per keluarga per bulan (2026)',
  },
  { key: 'remeasure_posyandu', item: 'remeasure', amount: 250_000, per: 'posyandu/putaran', ...example },
  { key: 'family_companion_month', item: 'family_companion', amount: 100_000, per: 'orang/bulan', ...example },
  { key: 'cooking_demo', item: 'cooking_demo', amount: 500_000, per: 'kegiatan', ...example },
  { key: 'office_honorarium', item: 'officer_honorarium', amount: 500_000, per: 'orang/kegiatan', ...example },
] as const satisfies readonly Price[]

export type PriceKey = (typeof PRICES)[number]['key']

/** Days of a treatment, with what contradicts them (domain §5.1). The first of an item is the one that a new line starts with. */
export interface Duration {
  readonly item: string
  readonly days: number
  readonly source: ReferenceKey
  readonly confidence: Confidence
  readonly note?: string
}

export const DURATIONS = [
  { item: 'pmt_wasted', days: 56, source: 'S68', confidence: 'B' },
  { item: 'pmt_wasted', days: 90, source: 'S67', confidence: 'B', note: 'uji coba 2022' },
  { item: 'pmt_underweight', days: 28, source: 'practice', confidence: 'unverified', note: 'dikatakan juknis' },
  { item: 'pmt_underweight', days: 14, source: 'S68', confidence: 'B', note: 'juga S67' },
  { item: 'pmt_faltering', days: 14, source: 'S67', confidence: 'B', note: 'juga S68' },
  { item: 'pmt_pregnant_ced', days: 120, source: 'S68', confidence: 'B' },
] as const satisfies readonly Duration[]

const byKey = new Map<string, Price>(PRICES.map((price) => [price.key, price]))

/** The price of a key. */
export function price(key: PriceKey): Price {
  return byKey.get(key) as Price
}

/** Every price of an item, the preferred one first, then in the order of the list. */
export function pricesOf(item: string): readonly Price[] {
  const prices: readonly Price[] = PRICES.filter((entry) => entry.item === item)
  return prices.toSorted((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false))
}

/** What a cost line cites for its price: the source in words, with what it says beside the figure. */
export function priceBasis({ source, confidence, note }: Price): Basis {
  const { title, date } = REFERENCES[source]
  return { source: note === undefined ? title : `${title} (${note})`, date, confidence }
}
