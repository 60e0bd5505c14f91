import { createTranslator } from '#shared/i18n/index.ts'
import { regencySheet, type RegencyPaper, regencyTexts } from './regency.ts'
import { formula, integer, type Cell, type Ref, type Row, type SheetDocument, text } from './sheet.ts'
import { fill } from './texts.ts'

export interface DriftInput {
  readonly rows: readonly {
    /** Null: the regency's own documents. */
    readonly village: string | null
    readonly villageName: string | null
    readonly district: string | null
    readonly activity: string
    readonly regencyCode: string | null
    /** Stages of two documents that follow each other; `now`: the plan as it stands. */
    readonly from: string
    readonly to: string
    readonly before: number | null
    readonly after: number | null
  }[]
  readonly received: number
  /** Villages whose package carries no locked version: of them nothing is told. */
  readonly withoutVersions: number
}

const COLUMNS = [
  { key: 'no', share: 8, align: 'center' }, { key: 'code', share: 28, align: 'left' }, { key: 'name', share: 36, align: 'left' }, { key: 'district', share: 30, align: 'left' }, { key: 'activity', share: 70, align: 'left' },
  { key: 'regencyCode', share: 34, align: 'left' }, { key: 'from', share: 30, align: 'left' }, { key: 'before', share: 30, align: 'right' }, { key: 'to', share: 30, align: 'left' }, { key: 'after', share: 30, align: 'right' }, { key: 'difference', share: 30, align: 'right' },
] as const

/** Activities of which two locked documents that follow each other say different money, with live differences; what stands in one of them alone counts as nought there. */
export function driftSheet(paper: RegencyPaper, { rows, received, withoutVersions }: DriftInput): SheetDocument {
  const { common, recap, drift: t } = regencyTexts(paper.language)
  const { find } = createTranslator(paper.language)
  const stage = (name: string) => (name === 'now' ? t.now : (find(`terms.stages.${name}`) ?? name))
  const money = (amount: number | null): Cell => (amount === null ? text(t.absent, { align: 'right' }) : integer(amount))
  return regencySheet(paper, {
    key: 'drift', name: recap.sheets.drift, title: [t.title, fill(recap.of, { region: paper.region.toUpperCase(), year: paper.fiscalYear })], columns: COLUMNS,
    header: [
      ['no', common.no], ['code', common.code], ['name', common.village], ['district', common.district], ['activity', recap.activity], ['regencyCode', recap.subKegiatan], ['from', t.from], ['before', t.before], ['to', t.to], ['after', t.after], ['difference', t.difference],
    ],
    rows: rows.map((row, index): Row => {
      const key = `drift:${index}`
      const known = (column: 'before' | 'after'): Ref[] => (row[column] === null ? [] : [{ row: key, column }])
      return {
        key, role: 'line',
        cells: {
          no: text(String(index + 1), { align: 'center' }), code: text(row.village ?? ''), name: text(row.villageName ?? t.own), district: text(row.district ?? ''), activity: text(row.activity), regencyCode: text(row.regencyCode ?? ''),
          from: text(stage(row.from)), before: money(row.before), to: text(stage(row.to)), after: money(row.after), difference: formula({ op: 'balance', plus: known('after'), minus: known('before') }),
        },
      }
    }),
    notes: [...(rows.length === 0 ? [t.none] : []), t.note, ...(withoutVersions === 0 ? [] : [fill(t.noVersions, { count: withoutVersions, received })])],
  })
}
