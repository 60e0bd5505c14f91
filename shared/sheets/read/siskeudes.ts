import { normaliseVillageCode, siskeudesCode } from '#shared/catalogue/village-codes.ts'
import type { FiledRow } from '#shared/domain/entry-compare.ts'
import type { Table } from './cell.ts'

/** Which amounts of the table count: the budget as it was set, or after its amendment (the columns …PAK). */
export type BudgetStage = 'initial' | 'amended'

export interface RejectedRow {
  readonly row: number
  readonly column: string
  readonly value: string
}

export interface SiskeudesTable {
  readonly rows: readonly FiledRow[]
  readonly rejected: readonly RejectedRow[]
  /** Years that stand in the table, and how many rows were of another one. */
  readonly years: readonly number[]
  readonly otherYears: number
  /** Codes of the villages in it. */
  readonly villages: readonly string[]
  /** True where an amended amount differs from the one that was set. */
  readonly amended: boolean
}

export type SiskeudesReading = SiskeudesTable | { readonly missing: readonly string[]; readonly found: readonly string[] }

const NEEDED = ['Kd_Keg', 'Kd_Rincian', 'SumberDana', 'Uraian', 'Anggaran'] as const

/**
 * Rupiah of a database export: `1500000`, `1500000.0000`, `1500000,00`, `1.500.000,00`, `1,500,000.00`; sen are rounded to whole rupiah. A single
 * mark before three digits groups thousands. `null` where it is no amount.
 */
export function exportedAmount(text: string): number | null {
  const plain = text.replace(/^rp\.?\s*/i, '').replaceAll(/\s/g, '')
  if (plain === '') return 0
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:([.,])(\d*))?$/.exec(plain)
  if (!match) return null
  const [, sign, whole = '', , sen = ''] = match
  const value = Number(whole.replaceAll(/[.,]/g, '')) + (Number(`0.${sen || '0'}`) >= 0.5 ? 1 : 0)
  return Number.isSafeInteger(value) ? (sign === '-' ? -value : value) : null
}

/** A volume may be a fraction there. */
function exportedVolume(text: string): number {
  const value = Number(text.replaceAll(/\s/g, '').replace(',', '.'))
  return Number.isFinite(value) ? value : 0
}

/** The activity's own part of a code that begins with the village's: `07.2001.02.02.02.` is `02.02.02`. What is none of a village activity stays as it is. */
export function activityPart(text: string): string {
  const parts = text.trim().replace(/\.+$/, '').split('.')
  const code = normaliseVillageCode(parts.slice(-3).join('.'))
  return code === undefined ? text.trim().replace(/\.+$/, '') : siskeudesCode(code)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

/** Column number by the lower-case name in the first row that has any. */
function headerOf(table: Table): { at: number; columns: ReadonlyMap<string, number> } {
  const at = table.rows.findIndex((row) => (row ?? []).some((cell) => textOf(cell) !== ''))
  return { at, columns: new Map((table.rows[at] ?? []).map((cell, index) => [textOf(cell).replace(/^\uFEFF/, '').toLowerCase(), index])) }
}

/** Names of the activities by their code, from Ta_Kegiatan where the export has it. */
function namesOf(table: Table | undefined): ReadonlyMap<string, string> {
  if (!table) return new Map()
  const { at, columns } = headerOf(table)
  const [code, name] = [columns.get('kd_keg'), columns.get('nama_kegiatan')]
  if (code === undefined || name === undefined) return new Map()
  return new Map(table.rows.slice(at + 1).flatMap((row) => (row ? [[activityPart(textOf(row[code])), textOf(row[name])] as const] : [])))
}

/**
 * Rows of Ta_RABRinci of one year (domain §2.5, §2.6). Columns are found by name in any order and case, codes and amounts in any of their
 * spellings; a row whose amount cannot be read is listed. `year` null takes every year.
 */
export function readSiskeudes(rab: Table, activities: Table | undefined, stage: BudgetStage, year: number | null): SiskeudesReading {
  const { at, columns } = headerOf(rab)
  const missing = NEEDED.filter((name) => !columns.has(name.toLowerCase()))
  if (missing.length > 0) return { missing, found: [...columns.keys()].filter((name) => name !== '') }
  const names = namesOf(activities)
  const rows: FiledRow[] = []
  const rejected: RejectedRow[] = []
  const years = new Set<number>()
  const villages = new Set<string>()
  let otherYears = 0
  let amended = false
  rab.rows.slice(at + 1).forEach((cells, index) => {
    const get = (column: string): string => {
      const place = columns.get(column.toLowerCase())
      return place === undefined ? '' : textOf(cells?.[place])
    }
    if (!cells || get('Kd_Keg') === '') return
    const row = at + index + 2
    const ofYear = /^\d{4}/.exec(get('Tahun'))?.[0]
    if (ofYear !== undefined) years.add(Number(ofYear))
    if (year !== null && ofYear !== undefined && Number(ofYear) !== year) {
      otherYears += 1
      return
    }
    const village = get('Kd_Desa').replace(/\.+$/, '')
    if (village !== '') villages.add(village)
    const set = exportedAmount(get('Anggaran'))
    const after = exportedAmount(get('AnggaranStlhPAK'))
    if (get('AnggaranStlhPAK') !== '' && after !== set && after !== 0) amended = true
    const [amountColumn, volumeColumn, priceColumn] = stage === 'amended' ? ['AnggaranStlhPAK', 'JmlSatuanPAK', 'HrgSatuanPAK'] : ['Anggaran', 'JmlSatuan', 'HrgSatuan']
    const amount = stage === 'amended' ? after : set
    if (amount === null) {
      rejected.push({ row, column: amountColumn, value: get(amountColumn) })
      return
    }
    const code = activityPart(get('Kd_Keg'))
    rows.push({
      row, code, village, activityName: names.get(code) ?? '', account: get('Kd_Rincian').replace(/\.+$/, ''), source: get('SumberDana').toUpperCase(),
      description: get('Uraian').replace(/^'(?=[=+\-@])/, ''), unit: get('Satuan'), volume: exportedVolume(get(volumeColumn)), price: exportedAmount(get(priceColumn)) ?? 0, amount,
    })
  })
  return { rows, rejected, years: [...years].toSorted(), otherYears, villages: [...villages].toSorted(), amended }
}
