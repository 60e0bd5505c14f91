import { quantities } from '#shared/i18n/format.ts'
import type { TaggedActivity } from '#shared/domain/tagging.ts'
import { regencySheet, type RegencyPaper, regencyTexts } from './regency.ts'
import { type Cell, formula, integer, type Ref, type Row, type SheetDocument, sumOf, text } from './sheet.ts'
import { fill } from './texts.ts'

const COLUMNS = [
  { key: 'no', share: 8, align: 'center' }, { key: 'code', share: 30, align: 'left' }, { key: 'name', share: 60, align: 'left' }, { key: 'office', share: 22, align: 'left' }, { key: 'indicator', share: 40, align: 'left' },
  { key: 'target', share: 20, align: 'center' }, { key: 'source', share: 20, align: 'left' }, { key: 'ceiling', share: 28, align: 'right' }, { key: 'percent', share: 14, align: 'right' }, { key: 'tagged', share: 28, align: 'right' },
  { key: 'spent', share: 28, align: 'right' }, { key: 'direct', share: 28, align: 'right' }, { key: 'share', share: 16, align: 'right' },
] as const

/** A cell times a whole percent that stands beside it, half a rupiah up. */
function percentOf(of: Ref, percent: Ref, value: number): Cell {
  return { kind: 'formula', formula: { op: 'expression', parts: ['ROUND(', of, '*', percent, '/100,0)'], value }, result: value, format: 'integer' }
}

/** The regency's own activities as tagging asks for them: ceiling of the sub kegiatan, percent against stunting, and the direct part, with live sums. */
export function taggingSheet(paper: RegencyPaper, activities: readonly TaggedActivity[]): SheetDocument {
  const { tagging: t, common, recap } = regencyTexts(paper.language)
  const rows = activities.map(({ activity, subKegiatan, opd, indicator, indicatorUnit, sources, ceiling, percent, tagged, direct, lines }, index): Row => {
    const at = (column: string): Ref => ({ row: activity.id, column })
    return {
      key: activity.id, role: 'line',
      cells: {
        no: text(String(index + 1), { align: 'center' }), code: text(activity.regencyCode ?? common.noCode), name: text(subKegiatan ?? activity.name), office: text(opd), indicator: text(indicator),
        target: text(activity.target === null ? '' : quantities([{ n: activity.target, unit: indicatorUnit }], paper.language), { align: 'center' }), source: text(sources.map(({ label }) => label).join(', ')), ceiling: integer(ceiling), percent: integer(percent),
        tagged: percentOf(at('ceiling'), at('percent'), tagged), spent: integer(lines.reduce((sum, line) => sum + (line.direct ? line.amount : 0), 0)), direct: percentOf(at('spent'), at('percent'), direct),
        ...(tagged === 0 ? {} : { share: formula({ op: 'ratio', part: at('direct'), whole: at('tagged') }) }),
      },
    }
  })
  const total = (column: string) => sumOf(rows.map(({ key }) => ({ row: key, column })))
  return regencySheet(paper, {
    key: 'tagging', name: t.sheet, title: [t.title, fill(recap.of, { region: paper.region.toUpperCase(), year: paper.fiscalYear })], columns: COLUMNS,
    header: [
      ['no', common.no], ['code', common.code], ['name', t.subKegiatan], ['office', 'OPD'], ['indicator', t.indicator], ['target', t.target], ['source', t.source], ['ceiling', t.ceiling], ['percent', t.percent], ['tagged', t.tagged],
      ['spent', t.directPart], ['direct', t.direct], ['share', t.share],
    ],
    rows: [...rows, { key: 'total', role: 'total', cells: { name: text(common.total), ceiling: total('ceiling'), tagged: total('tagged'), spent: total('spent'), direct: total('direct') } }], notes: [t.note],
  })
}
