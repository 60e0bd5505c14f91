import { opdOf } from '#shared/catalogue/opd.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import { type Cell, cellText, isBlankRow, type Place, type Table, valueText } from './cell.ts'
import { type Aliases, aliasMap, findHeader, type Header, numbersColumns, saysTotal } from './header.ts'

/** Lists of the regency's own documents: programmes of its RPJMD, ceilings of its departments. */
export const LIST_KINDS = ['programmes', 'ceilings'] as const
export type ListKind = (typeof LIST_KINDS)[number]

/** Why a row of a list was not taken. */
export const LIST_REJECTIONS = ['code_missing', 'code_invalid', 'opd_missing', 'opd_twice', 'amount_invalid', 'amount_negative', 'amount_fraction'] as const
export type ListRejectionCode = (typeof LIST_REJECTIONS)[number]

export interface ListRejection extends Place {
  /** The heading as it stands in the file; null where it has none. */
  readonly column: string | null
  readonly code: ListRejectionCode
  readonly value: string
}

export interface ListReading {
  readonly programmes: readonly { readonly code: string; readonly name: string }[]
  readonly ceilings: readonly { readonly opd: string; readonly amount: number }[]
  /** Rows under the headings that hold anything. */
  readonly rows: number
  /** Rows of another level (urusan, kegiatan), repeats of a programme, departments whose ceiling is still empty. */
  readonly passedOver: number
  readonly rejected: readonly ListRejection[]
}

/** No sheet has the headings; what was seen instead. */
export interface ListMissing {
  readonly missing: readonly string[]
  readonly found: readonly string[]
  readonly sheet: string
  readonly row: number
}

type Column = 'code' | 'name' | 'opd' | 'amount'

const ALIASES: Aliases<Column> = aliasMap<Column>({
  code: ['Kode', 'Kode Program', 'Kode Nomenklatur', 'Kode Rekening', 'Program Kode', 'Programme code', 'Code'],
  name: ['Program', 'Nama Program', 'Program RPJMD', 'Nomenklatur', 'Uraian', 'Urusan/Program', 'Programme', 'Programme name', 'Name'],
  opd: ['OPD', 'Nama OPD', 'Perangkat Daerah', 'Nama Perangkat Daerah', 'Organisasi Perangkat Daerah', 'SKPD', 'Nama SKPD', 'Unit SKPD', 'Department'],
  amount: ['Pagu', 'Pagu OPD', 'Pagu Indikatif', 'Pagu Anggaran', 'Plafon', 'Plafon Anggaran', 'Plafon Anggaran Sementara', 'PPAS', 'Anggaran', 'Jumlah', 'Nilai', 'Rupiah', 'Ceiling', 'Amount'],
})

const NEEDED: Readonly<Record<ListKind, readonly Column[]>> = { programmes: ['code'], ceilings: ['opd', 'amount'] }
/** What a heading that is missing should say. */
const HEADINGS: Readonly<Record<Column, string>> = { code: 'Kode program', name: 'Nama program', opd: 'OPD', amount: 'Pagu (Rp)' }

const PROGRAMME = /^\d\.\d{2}\.\d{2}$/
/** Urusan, bidang urusan, kegiatan and sub kegiatan stand in the same table as the programmes. */
const OTHER_LEVEL = /^\d(\.\d{1,2})?$|^\d\.\d{2}\.\d{2}\.\d{1,2}\.\d{2}(\.\d{2,4})?$/

interface Row {
  readonly place: Place
  readonly cells: readonly Cell[]
}

function rowsUnder(table: Table, header: Header<Column>): Row[] {
  return table.rows.flatMap((cells, index): Row[] => {
    if (index <= header.index || !cells || isBlankRow(cells) || numbersColumns(cells)) return []
    return saysTotal(cells.map(cellText).find((text) => text !== '') ?? '') ? [] : [{ place: { sheet: table.name, row: index + 1 }, cells }]
  })
}

interface Reading {
  readonly programmes: Map<string, string>
  readonly ceilings: Map<string, number>
  rows: number
  passedOver: number
  readonly rejected: ListRejection[]
}

function readProgramme({ place, cells }: Row, header: Header<Column>, into: Reading): void {
  const [codeAt, nameAt] = [header.columns.get('code') ?? -1, header.columns.get('name') ?? -1]
  const text = valueText(cells[codeAt])
  const code = text.replaceAll(/\s/g, '').replace(/\.$/, '')
  const reject = (why: ListRejectionCode) => void into.rejected.push({ ...place, column: header.texts[codeAt] ?? null, code: why, value: text })
  if (code === '') return reject('code_missing')
  if (!PROGRAMME.test(code)) {
    if (!OTHER_LEVEL.test(code)) return reject('code_invalid')
    into.passedOver += 1
    return
  }
  if (into.programmes.has(code)) into.passedOver += 1
  else into.programmes.set(code, valueText(cells[nameAt]))
}

/** Whole rupiah of a cell, or what is wrong with it; null for nothing. */
function rupiahOf(cell: Cell): number | null | ListRejectionCode {
  if (typeof cell === 'number') return cell < 0 ? 'amount_negative' : Number.isSafeInteger(cell) ? cell : 'amount_fraction'
  const text = valueText(cell)
  if (text === '') return null
  if (/^\(.*\)$|^[-−–]\s*(rp)?\s*\d/i.test(text)) return 'amount_negative'
  const value = parseAmount(text, 'id')?.value
  return value ?? 'amount_invalid'
}

function readCeiling({ place, cells }: Row, header: Header<Column>, into: Reading): void {
  const [opdAt, amountAt] = [header.columns.get('opd') ?? -1, header.columns.get('amount') ?? -1]
  const typed = valueText(cells[opdAt])
  const reject = (why: ListRejectionCode, at: number, value: string) => void into.rejected.push({ ...place, column: header.texts[at] ?? null, code: why, value })
  const amount = rupiahOf(cells[amountAt])
  if (typed === '') return amount === null ? undefined : reject('opd_missing', opdAt, '')
  if (amount === null) {
    into.passedOver += 1
    return
  }
  if (typeof amount === 'string') return reject(amount, amountAt, cellText(cells[amountAt]))
  const opd = opdOf(typed) ?? typed
  if (into.ceilings.has(opd)) return reject('opd_twice', opdAt, typed)
  into.ceilings.set(opd, amount)
}

/**
 * Reads a list from the sheets of a data file that have its headings, in any order of columns. Programmes are codes of three parts; rows of other levels
 * stand between them in an RPJMD and are passed over. Departments are called as the catalogue calls them, or as the file does where it has none of them.
 */
export function readRkpdList(tables: readonly Table[], kind: ListKind): ListReading | ListMissing {
  const into: Reading = { programmes: new Map(), ceilings: new Map(), rows: 0, passedOver: 0, rejected: [] }
  const isEnough = (columns: ReadonlyMap<Column, number>) => NEEDED[kind].every((column) => columns.has(column))
  let used = false
  let nearest: ListMissing = { missing: NEEDED[kind].map((column) => HEADINGS[column]), found: [], sheet: tables[0]?.name ?? '', row: 1 }
  for (const table of tables) {
    const { header, best } = findHeader(table, ALIASES, isEnough)
    if (!header) {
      if (best && best.texts.length > nearest.found.length) nearest = { missing: NEEDED[kind].filter((column) => !best.columns.has(column)).map((column) => HEADINGS[column]), found: best.texts.filter((text) => text !== ''), sheet: table.name, row: best.index + 1 }
      continue
    }
    used = true
    for (const row of rowsUnder(table, header)) {
      into.rows += 1
      if (kind === 'programmes') readProgramme(row, header, into)
      else readCeiling(row, header, into)
    }
  }
  if (!used) return nearest
  return {
    programmes: [...into.programmes].map(([code, name]) => ({ code, name })), ceilings: [...into.ceilings].map(([opd, amount]) => ({ opd, amount })),
    rows: into.rows, passedOver: into.passedOver, rejected: into.rejected,
  }
}
