import { planCoverage, stuntedReached } from '#shared/domain/coverage.ts'
import { inBudgetOrder, type LineFigures } from '#shared/domain/figures.ts'
import { ratioBp, sum } from '#shared/domain/money.ts'
import { type Activity, DIRECT_CLASSES } from '#shared/domain/plan.ts'
import { nameBeside } from '#shared/domain/source-name.ts'
import { number, outOf, percent, unitsOutOf } from '#shared/i18n/format.ts'
import { carryOf, type Context, frame, plainHeader, section } from './input.ts'
import { type Part, quantityOf } from './parts.ts'
import { amountOf, totalKey } from './rab.ts'
import { type Cell, formula, integer, type Ref, type Row, type Section, type SheetDocument, sumOf, text } from './sheet.ts'
import { sourceKey } from './sources.ts'
import { fill } from './texts.ts'

/** Columns of Ringkasan and of the page that it is folded into. */
export const SUMMARY_COLUMNS = [
  { key: 'no', share: 8, align: 'center' }, { key: 'item', share: 66, align: 'left' }, { key: 'words', share: 36, align: 'left' },
  { key: 'a', share: 25, align: 'right' }, { key: 'b', share: 25, align: 'right' }, { key: 'c', share: 25, align: 'right' },
  { key: 'p', share: 17, align: 'right', bars: true },
] as const
/** What the activities have a share for, the other tables have one wide column for. */
const WIDE = { from: 'c', to: 'p' } as const

/** Which part of a line's units is paid: `9 dari 12 bulan`. */
function served(context: Context, { line, need, funded, fundedUnits }: LineFigures): string {
  const { t, language } = context
  if (!need.known) return t.common.noData
  if (need.need === 0) return '–'
  if (funded > need.need) return t.summary.ofBudgeted
  if (funded === 0) return t.summary.none
  const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]
  if (!cut) return funded === need.need ? t.summary.whole : t.summary.none
  return unitsOutOf(fundedUnits, need.units, cut.unit, language)
}

function servedOf(context: Context, lines: readonly LineFigures[]): string {
  const said = [...new Set(lines.map((line) => served(context, line)))]
  if (said.length <= 1) return said[0] ?? '–'
  const needed = sum(lines.map((line) => line.needed))
  return fill(
    context.t.summary.partOfNeed,
    { percent: percent(ratioBp(sum(lines.map((line) => Math.min(line.funded, line.needed))), needed), context.language) },
  )
}

/** What a line still lacks, as volume × price where that is whole units, else as the amount alone. */
function lackingRow(context: Context, figures: LineFigures, no: number): Row {
  const { line, activity, need, gap, fundedUnits } = figures
  const key = `gap:${line.id}`
  const label = line.description === activity.name ? activity.name : `${activity.name}: ${line.description}`
  const cells: Record<string, Cell> = { no: text(String(no), { align: 'center' }), item: text(label) }
  if (need.known) {
    const lacking = quantityOf(context, line, need, need.units - fundedUnits)
    if (lacking.volume * line.unitPrice === gap) {
      return {
        key, role: 'line', spans: [WIDE],
        cells: {
          ...cells, words: text(lacking.text), a: integer(lacking.volume), b: integer(line.unitPrice),
          c: formula({ op: 'product', of: [{ row: key, column: 'a' }, { row: key, column: 'b' }] }),
        },
      }
    }
  }
  return { key, role: 'line', spans: [WIDE], cells: { ...cells, c: integer(gap) } }
}

function gapSection(context: Context, lines: readonly LineFigures[]): Section {
  const { t, plan } = context
  const rows = lines.map((line, index) => lackingRow(context, line, index + 1))
  const total: Row = {
    key: 'gap', role: 'total', spans: [{ from: 'item', to: 'b' }, WIDE],
    cells: {
      item: text(rows.length === 0 ? t.summary.allFunded : t.common.total), c: sumOf(rows.map((row) => ({ row: row.key, column: 'c' }))),
    },
  }
  return section({
    key: 'unfunded', heading: plan.kind === 'desa' ? t.summary.unfunded : t.summary.unfundedRegency, rows: [...rows, total], carry: carryOf(context, 'item', ['c']),
    header: plainHeader([
      ['no', t.common.no], ['item', t.summary.item], ['words', t.summary.lacking], ['a', t.rab.volume], ['b', t.summary.price],
      ['c', t.summary.gapRp, 2],
    ]),
  })
}

function activityRow(context: Context, activity: Activity, no: number, parts: readonly Part[]): Row {
  const { t } = context
  const key = `activity:${activity.id}`
  const lines = context.figures.lines.filter((line) => line.activity.id === activity.id)
  const own = parts.filter((part) => part.activity.id === activity.id)
  const totals = [true, false].filter((onBudget) => own.some((part) => part.onBudget === onBudget)).map((onBudget) => ({
    sheet: t.sheets.rab, row: totalKey(activity, onBudget), column: 'amount',
  }))
  const gaps = lines.filter((line) => line.gap > 0).map((line) => ({ row: `gap:${line.line.id}`, column: 'c' }))
  const overbooked = lines.some((line) => line.funded > line.needed)
  return {
    key, role: 'line',
    cells: {
      no: text(String(no), { align: 'center' }), item: text(`${activity.name} (${fill(t.summary.tier, { tier: activity.tier })})`),
      words: text(servedOf(context, lines)),
      a: overbooked ? integer(sum(lines.map((line) => line.needed))) : sumOf([{ row: key, column: 'b' }, { row: key, column: 'c' }]),
      b: sumOf(totals), c: sumOf(gaps), p: formula({ op: 'ratio', part: { row: key, column: 'b' }, whole: { row: key, column: 'a' } }),
    },
  }
}

function at(row: string, column: string): Ref {
  return { row, column }
}

function figure(key: string, label: string, value: Cell, words = ''): Row {
  return { key, role: 'line', cells: { item: text(label), words: text(words), c: value }, spans: [{ from: 'words', to: 'b' }, WIDE] }
}

/** The figures that a plan is judged by, reckoned from the sums of the tables under them; `at` names the rows of need and gap. */
export function keyRows(context: Context, parts: readonly Part[], sums = { need: 'activities', gap: 'gap' }): Row[] {
  const { t, counts, language } = context
  const direct = parts.filter((part) => DIRECT_CLASSES.has(part.line.spendingClass))
  const unknown = context.figures.lines.filter((line) => !line.need.known).length
  const stunted = counts.get('stunted')
  const measured = counts.get('measured')
  const rows = [
    figure(
      'need', t.summary.need, formula({ op: 'same', as: at(sums.need, 'a') }),
      unknown === 0 ? '' : fill(t.summary.unknown, { n: number(unknown, language) }),
    ),
    figure('funded', t.summary.funded, formula({ op: 'same', as: at(sums.need, 'b') })),
    figure('unfunded', t.summary.gap, formula({ op: 'same', as: at(sums.gap, 'c') })),
    figure('direct', t.summary.direct, sumOf(direct.map((part) => amountOf(context, part)))),
    figure('directShare', t.summary.directShare, formula({ op: 'ratio', part: at('direct', 'c'), whole: at('funded', 'c') })),
  ]
  const covered = planCoverage({ figures: context.figures, counts }).stunted
  if (covered.total !== null) {
    const months = covered.months === null || covered.monthsNeeded === null ? '' : fill(t.summary.months, { months: outOf(covered.months, covered.monthsNeeded, language) })
    const reached = stuntedReached(covered)
    rows.push(figure('covered', t.summary.covered, integer(reached), [outOf(reached, covered.total, language), months].filter((part) => part !== '').join(', ')))
  }
  // More than were measured is no share: the finding says so, and no percentage is printed.
  if (stunted !== undefined && measured !== undefined && measured > 0 && stunted <= measured) {
    rows.push(figure(
      'prevalence', t.summary.prevalence, { kind: 'number', value: Math.round((stunted * 10_000) / measured) / 10_000, format: 'percent' },
      outOf(stunted, measured, language),
    ))
  }
  return rows
}

/**
 * Ringkasan: need, funded and gap each in one cell, all reckoned from the RAB; then by source, by activity, and what is not funded, which
 * is the list for the next DU-RKP and for partners.
 */
export function summarySheet(context: Context, parts: readonly Part[]): SheetDocument {
  const { t, plan, figures } = context
  const short = figures.lines.filter((line) => line.gap > 0)
  const activities = plan.activities.map((activity, index) => activityRow(context, activity, index + 1, parts))
  const column = (key: string): Cell => sumOf(activities.map((row) => ({ row: row.key, column: key })))
  const sources = inBudgetOrder(figures.sources).map(({ source, ceiling }, index): Row => {
    const from = (key: string): Cell => formula({ op: 'same', as: { sheet: t.sheets.sources, row: sourceKey(source.id), column: key } })
    return {
      key: `by:${source.id}`, role: 'line', spans: [{ from: 'item', to: 'words' }],
      cells: {
        no: text(String(index + 1), { align: 'center' }),
        item: text(`${source.label} ${nameBeside(source.label, source.name)}`.trim()),
        a: ceiling === null ? text(t.common.notSet, { align: 'right' }) : from('ceiling'), b: from('committed'), c: from('used'), p: from('left'),
      },
    }
  })
  return frame(context, 'summary', {
    title: [t.titles.summary, t.titles.place], columns: SUMMARY_COLUMNS, textSize: 8.5, orientation: 'portrait',
    sections: [
      section({
        key: 'figures',
        header: plainHeader([['no', t.common.no], ['item', t.summary.figures], ['words', t.common.note, 3], ['c', t.summary.value, 2]]),
        rows: keyRows(context, parts).map((row, index) => ({
          ...row, cells: { no: text(String(index + 1), { align: 'center' }), ...row.cells },
        })),
      }),
      ...(sources.length === 0 ? [] : [section({
        key: 'sources', heading: t.summary.bySource, rows: sources,
        header: plainHeader([
          ['no', t.common.no], ['item', t.sources.name, 2], ['a', t.summary.ceiling], ['b', t.summary.committed], ['c', t.summary.used], ['p', t.summary.left],
        ]),
      })]),
      section({
        key: 'activities', heading: t.summary.byActivity, carry: carryOf(context, 'item', ['a', 'b', 'c']),
        header: plainHeader([
          ['no', t.common.no], ['item', t.summary.activity], ['words', t.summary.served], ['a', t.summary.needRp],
          ['b', t.summary.fundedRp], ['c', t.summary.gapRp], ['p', t.summary.fundedShare],
        ]),
        rows: [
          ...activities,
          {
            key: 'activities', role: 'total', spans: [{ from: 'item', to: 'words' }],
            cells: { item: text(t.common.total), a: column('a'), b: column('b'), c: column('c'), p: formula({ op: 'ratio', part: at('activities', 'b'), whole: at('activities', 'a') }) },
          },
        ],
      }),
      gapSection(context, short),
    ],
  })
}
