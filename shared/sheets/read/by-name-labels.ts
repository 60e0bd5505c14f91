import { letters } from '#shared/domain/letters.ts'
import type { Gain, GrowthIndex, Label } from '#shared/domain/child-status.ts'
import { type Cell, valueText } from './cell.ts'

/** Words of the status columns (domain §6.2), with everything but letters taken out; short and older forms included. */
const WORDS: Readonly<Record<GrowthIndex, Readonly<Record<string, Label>>>> = {
  hfa: {
    sangatpendek: 'severely_stunted', severelystunted: 'severely_stunted', pendek: 'stunted', stunted: 'stunted', stunting: 'stunted',
    normal: 'normal', tinggi: 'tall', tall: 'tall',
  },
  wfa: {
    sangatkurang: 'severely_underweight', bbsangatkurang: 'severely_underweight', beratbadansangatkurang: 'severely_underweight',
    severelyunderweight: 'severely_underweight', giziburuk: 'severely_underweight',
    kurang: 'underweight', bbkurang: 'underweight', beratbadankurang: 'underweight', underweight: 'underweight', gizikurang: 'underweight',
    normal: 'normal', bbnormal: 'normal', beratbadannormal: 'normal', gizibaik: 'normal', baik: 'normal',
    risikolebih: 'overweight_risk', risikobblebih: 'overweight_risk', risikoberatbadanlebih: 'overweight_risk', bblebih: 'overweight_risk',
    beratbadanlebih: 'overweight_risk', lebih: 'overweight_risk', gizilebih: 'overweight_risk', riskofoverweight: 'overweight_risk',
  },
  wfh: {
    giziburuk: 'severely_wasted', buruk: 'severely_wasted', sangatkurus: 'severely_wasted', severelywasted: 'severely_wasted',
    gizikurang: 'moderately_wasted', kurang: 'moderately_wasted', kurus: 'moderately_wasted', wasted: 'moderately_wasted',
    gizibaik: 'normal', gizibaiknormal: 'normal', baik: 'normal', normal: 'normal',
    berisikogizilebih: 'overweight_risk', risikogizilebih: 'overweight_risk', berisikolebih: 'overweight_risk', risikolebih: 'overweight_risk',
    possibleriskofoverweight: 'overweight_risk', gizilebih: 'overweight', lebih: 'overweight', gemuk: 'overweight', overweight: 'overweight',
    obesitas: 'obese', obese: 'obese',
  },
}

const memory: Record<GrowthIndex, Map<string, Label | undefined>> = { hfa: new Map(), wfa: new Map(), wfh: new Map() }

/** Status label of a cell; words in brackets (`Pendek (Stunted)`) are left aside. `null` for nothing, `undefined` for an unknown word. */
export function readLabel(index: GrowthIndex, cell: Cell): Label | null | undefined {
  const text = valueText(cell)
  if (text === '') return null
  const known = memory[index]
  if (known.has(text)) return known.get(text)
  const word = letters(text.replace(/\([^)]*\)/g, '')).replace(/resiko/g, 'risiko')
  const label = word === 'outlier' ? 'outlier' : WORDS[index][word]
  if (known.size < 1000) known.set(text, label)
  return label
}

const GAINS: Readonly<Record<string, Gain>> = {
  n: 'N', naik: 'N', ya: 'N', y: 'N', yes: 'N', t: 'T', '1t': 'T', '2t': 'T', '3t': 'T', tidak: 'T', tidaknaik: 'T', no: 'T', o: 'O', b: 'B', baru: 'B',
}

/** Naik Berat Badan: N, T, O, B, Ya, Tidak (domain §6.1). `null` for nothing, `undefined` for an unknown word. */
export function readGain(cell: Cell): Gain | null | undefined {
  const text = valueText(cell)
  return text === '' ? null : GAINS[letters(text)]
}

const SEXES: Readonly<Record<string, 'L' | 'P'>> = {
  l: 'L', lk: 'L', laki: 'L', lakilaki: 'L', pria: 'L', m: 'L', male: 'L', p: 'P', pr: 'P', perempuan: 'P', wanita: 'P', f: 'P', female: 'P',
}

/** L boy, P girl. `null` for nothing, `undefined` for an unknown word. */
export function readSex(cell: Cell): 'L' | 'P' | null | undefined {
  const text = valueText(cell)
  return text === '' ? null : SEXES[letters(text)]
}

const METHODS: Readonly<Record<string, 'lying' | 'standing'>> = {
  terlentang: 'lying', telentang: 'lying', berbaring: 'lying', baring: 'lying', lying: 'lying', l: 'lying', berdiri: 'standing', standing: 'standing', h: 'standing',
}

/** Cara Ukur; `null` where it is not said. */
export function readMethod(cell: Cell): 'lying' | 'standing' | null {
  return METHODS[letters(valueText(cell))] ?? null
}
