import { type DriftInput, driftSheet } from './drift.ts'
import { integer, type Cell, type Row, type SheetDocument, sumOf, text } from './sheet.ts'
import { rankingSheet } from './ranking.ts'
import { regencySheet, type RegencyPaper, regencyTexts } from './regency.ts'
import { fill } from './texts.ts'

export interface RecapVillage {
  readonly code: string
  readonly name: string
  readonly district: string
  readonly state: 'missing' | 'received' | 'updated' | 'refused'
  readonly revision: number | null
  readonly stunted: number | null
  readonly measured: number | null
  readonly need: number | null
  readonly funded: number | null
  readonly gap: number | null
  readonly notes: number
}

export interface RecapGroup {
  readonly key: string
  readonly name: string
  readonly villages: number
  readonly need: number
  readonly funded: number
  readonly gap: number
  readonly direct: number
}

export interface RecapInput {
  readonly paper: RegencyPaper
  readonly villages: readonly RecapVillage[]
  readonly district: readonly RecapGroup[]
  readonly activity: readonly RecapGroup[]
  readonly subKegiatan: readonly RecapGroup[]
  readonly sources: readonly { readonly key: string; readonly name: string; readonly villages: number; readonly withCeiling: number; readonly ceiling: number; readonly spent: number }[]
  readonly caseload: readonly { readonly name: string; readonly count: number | null; readonly villages: number }[]
  readonly drift: DriftInput
}

const right = (key: string, share = 24) => ({ key, share, align: 'right' as const })
const left = (key: string, share: number) => ({ key, share, align: 'left' as const })
const no = { key: 'no', share: 8, align: 'center' as const }

function total(rows: readonly Row[], columns: readonly string[], word: string, at: string): Row {
  const known = (column: string) => rows.filter(({ cells }) => cells[column]?.kind === 'number').map(({ key }) => ({ row: key, column }))
  return { key: 'total', role: 'total', cells: { [at]: text(word), ...Object.fromEntries(columns.map((column) => [column, sumOf(known(column))])) } }
}

/** Rekap Desa and its sums by kecamatan, source, activity and sub kegiatan, with live totals, and what drifts between documents. What has not come in stays empty, never 0. */
export function recapSheets({ paper, villages, district, activity, subKegiatan, sources, caseload, drift }: RecapInput): SheetDocument[] {
  const t = regencyTexts(paper.language)
  const { common, recap } = t
  const title = [recap.title, fill(recap.of, { region: paper.region.toUpperCase(), year: paper.fiscalYear })]
  const known = (value: number | null): Cell => (value === null ? text(common.none, { align: 'right' }) : integer(value))
  const rows = villages.map((village, index): Row => ({
    key: village.code, role: 'line',
    cells: {
      no: text(String(index + 1), { align: 'center' }), code: text(village.code), name: text(village.name), district: text(village.district), state: text(recap.states[village.state]),
      revision: known(village.revision), measured: known(village.measured), stunted: known(village.stunted), need: known(village.need), funded: known(village.funded), gap: known(village.gap),
      notes: village.state === 'missing' || village.state === 'refused' ? text(common.none, { align: 'right' }) : integer(village.notes),
    },
  }))
  const grouped = (name: string, label: string, groups: readonly RecapGroup[], codes: boolean): SheetDocument => {
    const body = groups.map((group, index): Row => ({
      key: `row:${index}`, role: 'line',
      cells: {
        no: text(String(index + 1), { align: 'center' }), ...(codes ? { code: text(group.key === '' ? common.noCode : group.key) } : {}), name: text(group.key === '' ? common.noCode : group.name), villages: integer(group.villages),
        need: integer(group.need), funded: integer(group.funded), gap: integer(group.gap), direct: integer(group.direct),
      },
    }))
    return regencySheet(paper, {
      key: name, name, title, columns: [no, ...(codes ? [left('code', 34)] : []), left('name', 90), right('villages', 14), ...['need', 'funded', 'gap', 'direct'].map((key) => right(key, 30))],
      header: [['no', common.no], ...(codes ? [['code', common.code] as const] : []), ['name', label], ['villages', common.villages], ['need', common.need], ['funded', common.funded], ['gap', common.gap], ['direct', common.direct]],
      rows: [...body, total(body, ['need', 'funded', 'gap', 'direct'], common.total, 'name')], notes: codes ? [recap.opd] : [],
    })
  }
  const money = sources.map((source, index): Row => ({
    key: source.key, role: 'line',
    cells: { no: text(String(index + 1), { align: 'center' }), code: text(source.key), name: text(source.name), villages: integer(source.villages), withCeiling: integer(source.withCeiling), ceiling: integer(source.ceiling), spent: integer(source.spent) },
  }))
  return [
    regencySheet(paper, {
      key: 'villages', name: recap.sheets.villages, title,
      columns: [no, left('code', 28), left('name', 44), left('district', 34), left('state', 26), right('revision', 14), right('measured', 18), right('stunted', 18), right('need', 30), right('funded', 30), right('gap', 30), right('notes', 16)],
      header: [['no', common.no], ['code', common.code], ['name', common.village], ['district', common.district], ['state', recap.state], ['revision', recap.revision], ['measured', recap.measured], ['stunted', recap.stunted], ['need', common.need], ['funded', common.funded], ['gap', common.gap], ['notes', recap.notes]],
      rows: [...rows, total(rows, ['measured', 'stunted', 'need', 'funded', 'gap', 'notes'], common.total, 'name')], notes: [recap.missing],
    }),
    rankingSheet(paper, title, villages),
    grouped(recap.sheets.district, common.district, district, false),
    regencySheet(paper, {
      key: 'sources', name: recap.sheets.source, title, columns: [no, left('code', 24), left('name', 100), right('villages', 18), right('withCeiling', 24), right('ceiling', 36), right('spent', 36)],
      header: [['no', common.no], ['code', common.code], ['name', recap.source], ['villages', common.villages], ['withCeiling', recap.withCeiling], ['ceiling', recap.ceiling], ['spent', recap.spent]],
      rows: [...money, total(money, ['ceiling', 'spent'], common.total, 'name')],
    }),
    grouped(recap.sheets.activity, recap.activity, activity, false),
    grouped(recap.sheets.subKegiatan, recap.subKegiatan, subKegiatan, true),
    regencySheet(paper, {
      key: 'caseload', name: recap.sheets.caseload, title, columns: [no, left('name', 100), right('count', 30), right('villages', 40)],
      header: [['no', common.no], ['name', recap.group], ['count', recap.count], ['villages', recap.counting]],
      rows: caseload.map(({ name, count, villages: counting }, index): Row => ({
        key: `group:${index}`, role: 'line', cells: { no: text(String(index + 1), { align: 'center' }), name: text(name), count: count === null ? text(common.unknown, { align: 'right' }) : integer(count), villages: integer(counting) },
      })), notes: [recap.missing],
    }),
    driftSheet(paper, drift),
  ]
}

