import type { Language } from './format.ts'

/** Units as they are stored and printed, and what English calls one of them and several. A unit that somebody typed stands as it is. */
const ENGLISH: Readonly<Record<string, readonly [one: string, several: string]>> = {
  anak: ['child', 'children'], balita: ['under-five', 'under-fives'], ibu: ['mother', 'mothers'], orang: ['person', 'people'], kader: ['cadre', 'cadres'], remaja: ['adolescent', 'adolescents'],
  keluarga: ['family', 'families'], kk: ['family', 'families'], rumah: ['house', 'houses'], kelompok: ['group', 'groups'], posyandu: ['posyandu', 'posyandu'], desa: ['village', 'villages'],
  kelurahan: ['ward', 'wards'], kecamatan: ['district', 'districts'], puskesmas: ['puskesmas', 'puskesmas'],
  hari: ['day', 'days'], minggu: ['week', 'weeks'], bulan: ['month', 'months'], tahun: ['year', 'years'], triwulan: ['quarter', 'quarters'], semester: ['half-year', 'half-years'], jam: ['hour', 'hours'],
  kali: ['time', 'times'], putaran: ['round', 'rounds'], pertemuan: ['meeting', 'meetings'], kegiatan: ['event', 'events'], sesi: ['session', 'sessions'], perjalanan: ['trip', 'trips'],
  paket: ['package', 'packages'], set: ['set', 'sets'], unit: ['unit', 'units'], buah: ['piece', 'pieces'], butir: ['piece', 'pieces'], ekor: ['head', 'head'], porsi: ['portion', 'portions'],
  lembar: ['sheet', 'sheets'], dokumen: ['document', 'documents'], laporan: ['report', 'reports'], liter: ['litre', 'litres'],
}

/** A unit in a language, one of it or as many as `n`: `12 bulan`, `12 months`, `1 month`. */
export function unitWord(unit: string, language: Language, n: number | null = 1): string {
  const words = language === 'en' ? ENGLISH[unit.toLowerCase()] : undefined
  return words?.[n === 1 ? 0 : 1] ?? unit
}

const WORDS: ReadonlySet<string> = new Set(Object.entries(ENGLISH).flatMap(([unit, words]) => [unit, ...words]))

/** Whether a word is a unit that everybody uses, in either language. */
export function isUnitWord(word: string): boolean {
  return WORDS.has(word.toLowerCase())
}

/** Whether a typed word means this unit: itself or, in an English window, what English calls it. Case does not matter. */
export function meansUnit(typed: string, unit: string, language: Language): boolean {
  const word = typed.trim().toLowerCase()
  return word === unit.toLowerCase() || (language === 'en' && (ENGLISH[unit.toLowerCase()] ?? []).some((name) => name === word))
}
