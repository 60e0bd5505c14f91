import { nomenclature, subKegiatan } from '#shared/catalogue/sub-kegiatan.ts'
import type { Activity } from '#shared/domain/plan.ts'
import { quantities } from '#shared/i18n/format.ts'
import { carryOf, type Context, frame, section, signatoriesOf, sourceGroup } from './input.ts'
import { type Part, quantityOf } from './parts.ts'
import { amountOf } from './rab.ts'
import { leading } from './rkp-desa.ts'
import { type Cell, formula, type HeaderCell, type Ref, type Row, type SheetDocument, sumOf, text } from './sheet.ts'
import { fill } from './texts.ts'

/** The five columns of words have the room; what an office fills in by hand, and figures, have what their longest word takes. */
const COLUMNS = [
  { key: 'no', share: 7, align: 'center' }, { key: 'code', share: 22, align: 'left' }, { key: 'name', share: 40, align: 'left' },
  { key: 'indicator', share: 30, align: 'left' },
  { key: 'end', share: 12, align: 'center' }, { key: 'realised', share: 13, align: 'center' },
  { key: 'expected', share: 14, align: 'center' }, { key: 'target', share: 15, align: 'center' },
  { key: 'ceiling', share: 20, align: 'right' }, { key: 'location', share: 17, align: 'left' }, { key: 'source', share: 12, align: 'left' },
  { key: 'national', share: 12, align: 'left' },
  { key: 'regional', share: 15, align: 'left' }, { key: 'beneficiaries', share: 19, align: 'left' },
  { key: 'forwardTarget', share: 15, align: 'center' }, { key: 'forward', share: 20, align: 'right' },
  { key: 'office', share: 18, align: 'left' },
] as const

function tall(column: string, content: string): HeaderCell {
  return { text: content, column, columns: 1, rows: 3 }
}

function mid(column: string, content: string): HeaderCell {
  return { text: content, column, columns: 1, rows: 2 }
}

function header({ t, plan }: Context): HeaderCell[][] {
  const year = plan.fiscalYear
  return [
    [
      tall('no', t.common.no), tall('code', t.common.code), tall('name', t.rkpd.name), tall('indicator', t.rkpd.indicator),
      tall('end', t.rkpd.endTarget),
      tall('realised', fill(t.rkpd.realised, { year: year - 2 })), tall('expected', fill(t.rkpd.expected, { year: year - 1 })),
      { text: t.rkpd.framework, column: 'target', columns: 6, rows: 1 }, tall('beneficiaries', t.rkpd.beneficiaries),
      { text: fill(t.rkpd.forward, { year: year + 1 }), column: 'forwardTarget', columns: 2, rows: 1 }, tall('office', t.rkpd.office),
    ],
    [
      mid('target', fill(t.rkpd.target, { year })), mid('ceiling', t.rkpd.ceiling), mid('location', t.rkpd.location),
      mid('source', t.rkpd.source),
      { text: t.rkpd.priority, column: 'national', columns: 2, rows: 1 }, mid('forwardTarget', t.rkpd.forwardTarget),
      mid('forward', t.rkpd.ceiling),
    ],
    [
      { text: t.rkpd.national, column: 'national', columns: 1, rows: 1 },
      { text: t.rkpd.regional, column: 'regional', columns: 1, rows: 1 },
    ],
  ]
}

function target(context: Context, value: number | null, unit: string): string {
  return value === null ? '' : quantities([{ n: value, unit }], context.language)
}

function labels(parts: readonly Part[]): string {
  return [...new Set(parts.map((part) => part.source.label))].join(', ')
}

/** What the regency's money buys of the leading line, where no output target was set. */
function boughtOf(context: Context, own: readonly Part[], all: readonly Part[]): string {
  const main = leading(own)
  if (!main) return ''
  const paid = (parts: readonly Part[]): readonly Part[] => parts.filter((part) => part.line.id === main.line.id)
  if (paid(own).length === 1) return main.quantity
  const figures = context.figures.lines.find((line) => line.line.id === main.line.id)
  if (!figures?.need.known || paid(own).length < paid(all).length) return ''
  return quantityOf(context, main.line, figures.need, figures.fundedUnits).text
}

interface Made { readonly rows: Row[]; readonly key: string }

/** The name of an office, which may break after a slash: a column need not be as wide as both names beside it. */
function officeCell(name: string): Cell {
  return text(name.replaceAll(/\/(?=\S)/g, '/ '))
}

/** An activity of the plan under its sub kegiatan: only the regency's own money; what others pay is named, not counted. */
function activityRow(context: Context, activity: Activity, parts: readonly Part[]): Made {
  const { t } = context
  const key = `rkpd:${activity.id}`
  const all = parts.filter((part) => part.activity.id === activity.id)
  const own = all.filter((part) => sourceGroup(part.source.code) === 'regency')
  const bought = boughtOf(context, own, all)
  const outside = all.filter((part) => !own.includes(part))
  const paidBy = [
    labels(own), outside.length === 0 ? '' : fill(t.rkpd.outside, { sources: labels(outside) }),
  ].filter((words) => words !== '').join('; ')
  return {
    key,
    rows: [{
      key, role: 'line',
      cells: {
        name: text(activity.name, { indent: 1 }), indicator: text(activity.indicator),
        target: text(target(context, activity.target, activity.indicatorUnit) || bought, { align: 'center' }),
        ceiling: sumOf(own.map((part) => amountOf(context, part))), location: text(activity.location),
        source: text(all.length === 0 ? t.rkpd.unfunded : paidBy),
        regional: text(t.rkpd.stuntingPriority), beneficiaries: text(activity.beneficiaries),
        forwardTarget: text(target(context, activity.targetNext ?? activity.target, activity.indicatorUnit) || bought, { align: 'center' }),
        forward: formula({ op: 'same', as: { row: key, column: 'ceiling' } }), office: officeCell(activity.implementer),
      },
    }],
  }
}

function sums(children: readonly Made[]): { ceiling: ReturnType<typeof sumOf>; forward: ReturnType<typeof sumOf> } {
  const refs = (column: string): Ref[] => children.map((child) => ({ row: child.key, column }))
  return { ceiling: sumOf(refs('ceiling')), forward: sumOf(refs('forward')) }
}

const LEVELS = ['urusan', 'bidang_urusan', 'programme', 'kegiatan', 'sub_kegiatan'] as const

/** Rows of one level and everything under it; each level sums the one below. */
function nested(context: Context, activities: readonly Activity[], depth: number, parts: readonly Part[], under = ''): Made[] {
  const { t } = context
  if (depth === LEVELS.length) return activities.map((activity) => activityRow(context, activity, parts))
  const level = (activity: Activity) => nomenclature(activity.regencyCode ?? '')[depth]
  const codes = [...new Set(activities.map((activity) => level(activity)?.code ?? ''))].toSorted()
  return codes.map((code): Made => {
    const inside = activities.filter((activity) => level(activity)?.code === code)
    const children = nested(context, inside, depth + 1, parts, under)
    const key = `${under}${LEVELS[depth]}:${code}`
    const named = level(inside[0] as Activity)
    const entry = depth === LEVELS.length - 1 ? subKegiatan(code) : undefined
    const name = named?.name ?? fill(t.rkpd.levels[LEVELS[depth] ?? 'urusan'], { code })
    return {
      key,
      rows: [{
        key, role: depth === LEVELS.length - 1 ? 'subgroup' : 'group',
        cells: {
          code: text(code), name: text(name), ...(entry?.indicator ? { indicator: text(entry.indicator) } : {}),
          ...(entry ? { office: officeCell(entry.opd) } : {}), ...sums(children),
        },
      }, ...children.flatMap((child) => child.rows)],
    }
  })
}

/** Each department's activities under its name, with the levels of the nomenclature inside; departments in order of their names. */
function byOpd(context: Context, activities: readonly Activity[], parts: readonly Part[]): Made[] {
  const opdOf = (activity: Activity) => subKegiatan(activity.regencyCode ?? '')?.opd ?? activity.implementer
  return [...Map.groupBy(activities, opdOf)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([opd, group]): Made => {
    const key = `opd:${opd}`
    const children = nested(context, group, 0, parts, `${key}/`)
    return { key, rows: [{ key, role: 'group', cells: { name: text(opd), ...sums(children) } }, ...children.flatMap((child) => child.rows)] }
  })
}

/**
 * The RKPD table in the layout of SIPD-RI (domain §3.1): 17 columns, five levels with subtotals, forward estimate n+1 at the same volume
 * and price. Only regency money counts; activities without a code stand at the end. `by` puts the programmes of each department together.
 */
export function rkpdSheet(context: Context, parts: readonly Part[], by: 'programme' | 'opd' = 'programme'): SheetDocument {
  const { t, plan } = context
  const withCode = plan.activities.filter((activity) => activity.regencyCode !== null)
  const coded = by === 'opd' ? byOpd(context, withCode, parts) : nested(context, withCode, 0, parts)
  const loose = plan.activities.filter((activity) => activity.regencyCode === null).map((activity) => activityRow(context, activity, parts))
  const uncoded: Made[] = loose.length === 0 ? [] : [{
    key: 'uncoded',
    rows: [
      { key: 'uncoded', role: 'group', cells: { name: text(t.common.uncoded), ...sums(loose) } }, ...loose.flatMap((made) => made.rows),
    ],
  }]
  const all = [...coded, ...uncoded]
  let no = 0
  const rows = all.flatMap((made) => made.rows).map((row) => {
    if (row.role !== 'line') return row
    no += 1
    return { ...row, cells: { ...row.cells, no: text(String(no), { align: 'center' as const }) } }
  })
  if (rows.length > 0) rows.push({ key: 'total', role: 'total', cells: { name: text(t.common.grandTotal), ...sums(all) } })
  const foreign = parts.some((part) => sourceGroup(part.source.code) !== 'regency')
  return frame(context, 'rkpd', {
    title: t.titles.rkpd, columns: COLUMNS, textSize: 7,
    sections: [section({
      key: 'rkpd',
      facts: plan.kind === 'regency' ? [] : [[
        t.rkpd.area, [context.placeName, fill(t.place.district, { name: context.place.district ?? '' })].join(', '),
      ]],
      header: header(context), numbering: COLUMNS.map((_, index) => String(index + 1)), rows, carry: carryOf(context, 'name', ['ceiling', 'forward']), signatories: signatoriesOf(context, 'rkpd'),
      notes: [
        ...(rows.length === 0 ? [t.rkpd.empty] : []), fill(t.rkpd.forwardNote, { year: plan.fiscalYear + 1, base: plan.fiscalYear }),
        t.rkpd.taggingNote, ...(foreign ? [t.rkpd.villageNote] : []),
      ],
    })],
  })
}
