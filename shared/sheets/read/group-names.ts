import { letters } from '#shared/domain/letters.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { DENOMINATORS, TARGET_GROUPS } from '#shared/domain/target-group.ts'

/** Everyday words of offices for what is counted; the codes themselves are accepted too. Compared by letters and digits only. */
const WORDS: Readonly<Record<CountKey, readonly string[]>> = {
  targeted: ['sasaran', 'S', 'jumlah sasaran', 'sasaran balita', 'balita sasaran', 'proyeksi balita', 'balita terdaftar', 'jumlah S', 'sasaran (S)'],
  weighed: ['ditimbang', 'D', 'balita ditimbang', 'jumlah ditimbang', 'ditimbang (D)', 'D (ditimbang)', 'jumlah D', 'weighed'],
  measured: ['diukur', 'balita diukur', 'jumlah diukur', 'diukur TB/U', 'diukur tinggi badan', 'diukur panjang/tinggi', 'jumlah balita diukur', 'measured children'],
  weight_status: ['status BB/U', 'punya status BB/U', 'diukur BB/U', 'with BB/U status'],
  wasting_status: ['status BB/TB', 'punya status BB/TB', 'diukur BB/TB', 'with BB/TB status'],
  under_five: ['balita', 'jumlah balita', 'anak balita', 'anak 0-59 bulan', 'balita 0-59 bulan', '0-59 bulan', 'under five', 'under-fives', 'children under five'],
  under_two: ['baduta', 'anak baduta', 'anak 0-23 bulan', '0-23 bulan', 'bayi dan baduta', 'under two', 'under-twos', 'children under two'],
  child_6_23: ['anak 6-23 bulan', '6-23 bulan', 'baduta 6-23 bulan', 'usia 6-23 bulan', 'children 6-23 months'],
  stunted: [
    'stunting', 'balita stunting', 'anak stunting', 'kasus stunting', 'jumlah stunting', 'jumlah kasus stunting', 'pendek + sangat pendek', 'pendek dan sangat pendek',
    'sangat pendek dan pendek', 'sangat pendek + pendek', 'balita pendek dan sangat pendek', 'stunted children', 'TB/U pendek dan sangat pendek',
  ],
  severely_stunted: ['sangat pendek', 'balita sangat pendek', 'stunting berat', 'severely stunted children'],
  moderately_wasted: ['gizi kurang', 'balita gizi kurang', 'wasting sedang', 'kurus', 'balita kurus', 'moderately wasted children', 'BB/TB gizi kurang'],
  severely_wasted: ['gizi buruk', 'balita gizi buruk', 'sangat kurus', 'severely wasted children', 'BB/TB gizi buruk'],
  underweight: [
    'BB kurang', 'berat badan kurang', 'balita BB kurang', 'underweight children', 'BB kurang dan sangat kurang', 'BB kurang + BB sangat kurang',
    'BB sangat kurang dan kurang', 'BB/U kurang', 'balita berat badan kurang',
  ],
  faltering: ['T', 'tidak naik', 'BB tidak naik', 'berat badan tidak naik', 'balita T', 'balita tidak naik', 'balita BB tidak naik', 'tidak naik (T)', 'faltering children', 'weight faltering'],
  pmt_wasted: ['PMT gizi kurang', 'sasaran PMT gizi kurang'],
  pmt_underweight: ['PMT BB kurang', 'sasaran PMT BB kurang', 'PMT berat badan kurang'],
  pmt_faltering: ['PMT T', 'PMT tidak naik', 'PMT BB tidak naik', 'sasaran PMT T', 'sasaran PMT BB tidak naik'],
  pregnant: ['ibu hamil', 'bumil', 'jumlah ibu hamil', 'sasaran ibu hamil', 'pregnant women'],
  pregnant_ced: ['ibu hamil KEK', 'bumil KEK', 'KEK', 'ibu hamil kurang energi kronis', 'bumil kurang energi kronis', 'pregnant women CED', 'CED'],
  lactating: ['ibu menyusui', 'busui', 'ibu nifas dan menyusui', 'lactating women', 'breastfeeding mothers', 'ibu nifas', 'bufas'],
  adolescent_girl: ['remaja putri', 'rematri', 'remaja perempuan', 'adolescent girls'],
  bride_to_be: ['calon pengantin', 'catin', 'calon pengantin perempuan', 'brides to be', 'brides-to-be', 'PUS calon pengantin'],
  at_risk_family: ['keluarga berisiko stunting', 'KRS', 'keluarga risiko stunting', 'keluarga beresiko stunting', 'at-risk families', 'families at risk of stunting'],
  family_no_toilet: ['keluarga tanpa jamban', 'tanpa jamban', 'tidak punya jamban', 'keluarga tidak punya jamban', 'KK tanpa jamban', 'tidak memiliki jamban layak', 'jamban tidak layak', 'families without toilet', 'keluarga tanpa jamban layak'],
  family_no_safe_water: ['keluarga tanpa air bersih', 'tanpa air bersih', 'keluarga tanpa air minum layak', 'tanpa air minum layak', 'KK tanpa air bersih', 'tidak punya air bersih', 'air minum tidak layak', 'families without safe water'],
  poor_family: ['keluarga miskin', 'gakin', 'KK miskin', 'rumah tangga miskin', 'keluarga prasejahtera', 'poor families'],
  cadre: ['kader posyandu', 'kader', 'jumlah kader', 'jumlah kader posyandu', 'cadres', 'posyandu volunteers'],
  development_cadre: ['KPM', 'kader pembangunan manusia', 'human development cadres', 'jumlah KPM'],
  posyandu: ['posyandu', 'jumlah posyandu', 'unit posyandu'],
}

const byWord = new Map<string, CountKey>()
for (const key of [...DENOMINATORS, ...TARGET_GROUPS]) {
  byWord.set(letters(key), key)
  for (const word of WORDS[key]) byWord.set(letters(word), key)
}

/** What a group is called in the code, by any of its names in either language; words in brackets and a leading "jumlah" are left aside. */
export function groupNamed(text: string): CountKey | undefined {
  const word = letters(text)
  return byWord.get(word) ?? byWord.get(letters(text.replace(/\([^)]*\)/g, ''))) ?? byWord.get(word.replace(/^(jumlah|jml|total|banyaknya)/, ''))
}
