import { account } from '#shared/catalogue/accounts.ts'
import { nomenclature } from '#shared/catalogue/sub-kegiatan.ts'
import { bidangOf, siskeudesCode, subBidangOf, villageCode } from '#shared/catalogue/village-codes.ts'
import { sum } from '#shared/domain/money.ts'
import type { Activity } from '#shared/domain/plan.ts'
import { months, quantities, unitsOutOf } from '#shared/i18n/format.ts'
import { terbilangRupiah } from '#shared/i18n/terbilang.ts'
import { carryOf, type Context, frame, plainHeader, section, signatoriesOf } from './input.ts'
import { groupParts, type Part } from './parts.ts'
import { formula, integer, type Ref, type Row, type Section, type SheetDocument, type Signatory, sumOf, text } from './sheet.ts'
import { fill } from './texts.ts'

const DESCRIPTION = [{ from: 'description', to: 'more' }] as const

/** Reference to the amount of a part on the RAB. */
export function amountOf(context: Context, part: Part): Ref {
  return { sheet: context.t.sheets.rab, row: part.key, column: 'amount' }
}

/** Row that sums what an activity gets inside (or outside) the budget. */
export function totalKey(activity: Activity, onBudget: boolean): string {
  return `${onBudget ? 'total' : 'partner'}:${activity.id}`
}

/** Name of a village activity without the remark in brackets that the reference list adds. */
export function shortName(name: string): string {
  return name.replace(/\s*\([^)]*(\)|$).*$/, '').trim()
}

/** Begins with a capital, as amounts in words do (domain §10). */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function monthCount(set: number): number {
  let count = 0
  for (let month = 0; month < 12; month += 1) if (set & (1 << month)) count += 1
  return count
}

function facts(context: Context, activity: Activity): [string, string][] {
  const { t, plan, figures, language } = context
  const lines: [string, string][] = []
  if (plan.kind === 'desa') {
    const bidang = activity.villageCode === null ? undefined : bidangOf(activity.villageCode)
    const sub = activity.villageCode === null ? undefined : subBidangOf(activity.villageCode)
    lines.push([t.rab.bidang, bidang ? `${siskeudesCode(String(bidang.number))} ${bidang.name}` : t.common.uncoded])
    if (sub?.name) lines.push([t.rab.subBidang, `${siskeudesCode(sub.code)} ${sub.name}`])
    const named = activity.villageCode === null ? undefined : villageCode(activity.villageCode)
    if (activity.villageCode !== null) lines.push([
      t.rab.activity, `${siskeudesCode(activity.villageCode)} ${named ? shortName(named.name) : ''}`.trim(),
    ])
  } else {
    const levels = activity.regencyCode === null ? [] : nomenclature(activity.regencyCode)
    const own = levels.at(-1)
    lines.push([t.rab.subActivity, own ? `${own.code} ${own.name ?? ''}`.trim() : t.common.uncoded])
  }
  lines.push([t.rab.activityName, activity.name])
  const count = monthCount(activity.months)
  if (count > 0) lines.push([t.rab.time, fill(t.rab.months, { n: count, months: months(activity.months, language) })])
  const target = activity.target === null ? '' : quantities([{ n: activity.target, unit: activity.indicatorUnit }], language)
  const short = figures.lines.find((line) => line.activity.id === activity.id && line.need.known && line.gap > 0 && line.line.cutBy !== null)
  const reached = short?.need.known ? fill(t.rab.reached, { part: unitsOutOf(short.fundedUnits, short.need.units, short.line.quantities[short.line.cutBy ?? 0]?.unit ?? '', language) }) : ''
  const output = [target === '' ? reached.replace(/^\((.*)\)$/, '$1') : `${target} ${reached}`.trim(), activity.indicator].filter((part) => part !== '').join('; ')
  if (output !== '') lines.push([t.rab.output, output])
  if (activity.location !== '') lines.push([t.rab.location, activity.location])
  return lines
}

function partRow(context: Context, part: Part, code: string | null): Row {
  const here = (column: string): Ref => ({ row: part.key, column })
  return {
    key: part.key, role: 'line', spans: DESCRIPTION,
    cells: {
      ...(code === null ? {} : { code: text(code, { align: 'center' }) }),
      description: text(part.description, context.plan.kind === 'desa' ? { indent: 1 } : {}), volume: integer(part.volume),
      unit: text(part.unit), price: integer(part.price),
      amount: formula({ op: 'product', of: [here('volume'), here('price')] }), source: text(part.source.label, { align: 'center' }),
    },
  }
}

function accountRows(context: Context, activity: Activity, parts: readonly Part[]): { rows: Row[]; sums: Ref[] } {
  const rows: Row[] = []
  const sums: Ref[] = []
  const groups = groupParts(parts, (part) => part.line.accountCode ?? '')
  const codes = [...groups.keys()].toSorted((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
  for (const code of codes) {
    const group = groups.get(code) ?? []
    const key = `account:${activity.id}:${code}`
    rows.push({
      key, role: 'subgroup', spans: DESCRIPTION,
      cells: {
        code: text(code), description: text(code === '' ? context.t.rab.noAccount : (account(code)?.name ?? '')),
        amount: sumOf(group.map((part) => ({ row: part.key, column: 'amount' }))),
      },
    })
    sums.push({ row: key, column: 'amount' })
    rows.push(...group.map((part) => partRow(context, part, null)))
  }
  return { rows, sums }
}

function block(context: Context, activity: Activity, parts: readonly Part[], newPage: boolean): Section {
  const { t, plan } = context
  const inside = parts.filter((part) => part.onBudget)
  const outside = parts.filter((part) => !part.onBudget)
  const desa = plan.kind === 'desa'
  const rows: Row[] = []
  if (inside.length > 0) {
    const grouped = desa
      ? accountRows(context, activity, inside)
      : {
        rows: inside.map((part, index) => partRow(context, part, String(index + 1))),
        sums: inside.map((part) => ({ row: part.key, column: 'amount' })),
      }
    rows.push(
      ...grouped.rows,
      {
        key: totalKey(activity, true), role: 'total', spans: DESCRIPTION,
        cells: { description: text(t.common.total), amount: sumOf(grouped.sums) },
      },
    )
  }
  if (outside.length > 0) {
    rows.push({
      key: `outside:${activity.id}`, role: 'subgroup', spans: DESCRIPTION,
      cells: { description: text(desa ? t.common.partner : t.common.partnerRegency) },
    })
    rows.push(...outside.map((part, index) => partRow(context, part, desa ? null : String(index + 1))))
    rows.push({
      key: totalKey(activity, false), role: 'total', spans: DESCRIPTION,
      cells: {
        description: text(desa ? t.common.partnerTotal : t.common.partnerRegencyTotal),
        amount: sumOf(outside.map((part) => ({ row: part.key, column: 'amount' }))),
      },
    })
  }
  return section({
    key: `rab:${activity.id}`, newPage, carry: carryOf(context, 'description', ['amount']), facts: facts(context, activity), rows, signatories: signers(context, activity),
    header: plainHeader([
      ['code', desa ? t.rab.account : t.common.no], ['description', t.rab.description, 2], ['volume', t.rab.volume], ['unit', t.rab.unit],
      ['price', t.rab.price],
      ['amount', t.common.amount], ['source', t.common.source],
    ]),
    notes: inside.length > 0 && outside.length > 0
      ? [inWords(t.rab.inWordsOf, inside, t.common.total), inWords(t.rab.inWordsOf, outside, desa ? t.common.partnerTotal : t.common.partnerRegencyTotal)]
      : [inWords(t.rab.inWords, parts)],
  })
}

/** What parts come to, in words; `of` is the sum that is meant where there are two. */
function inWords(pattern: string, parts: readonly Part[], of = ''): string {
  return fill(pattern, { of, words: sentence(terbilangRupiah(sum(parts.map((part) => part.amount)))) })
}

/** The office that carries out the activity signs its RAB, where no other signatories are given. */
function signers(context: Context, activity: Activity): readonly Signatory[] {
  const people = signatoriesOf(context, 'rab')
  if (
    context.signatories?.rab || context.plan.kind !== 'desa' || !/^(kasi|kaur|kepala seksi|kepala urusan)\b/i.test(activity.implementer)
  ) return people
  return people.map((person) => (person.dated ? { ...person, role: activity.implementer } : person))
}

/**
 * Rencana Anggaran Biaya (domain §2.5): one block per funded activity, its lines under their accounts, one row per source, amount =
 * volume × price. Money outside the budget stands under a total of its own. Nothing is funded: one line that says so.
 */
export function rabSheet(context: Context, parts: readonly Part[]): SheetDocument {
  const { t } = context
  const byActivity = groupParts(parts, (part) => part.activity.id)
  const funded = context.plan.activities.filter((activity) => byActivity.has(activity.id))
  const sections = funded.map((activity, index) => block(context, activity, byActivity.get(activity.id) ?? [], index > 0))
  const columns = [
    // The description is two columns, so that three signatures stand evenly under the table.
    { key: 'code', share: 33, align: 'left' }, { key: 'description', share: 66, align: 'left' },
    { key: 'more', share: 42, align: 'left', filler: true }, { key: 'volume', share: 20, align: 'right' },
    { key: 'unit', share: 32, align: 'left' }, { key: 'price', share: 34, align: 'right' }, { key: 'amount', share: 38, align: 'right' },
    { key: 'source', share: 28, align: 'center' },
  ] as const
  return frame(context, 'rab', {
    title: t.titles.rab, columns,
    sections: sections.length > 0 ? sections : [section({ key: 'rab:none', header: [], rows: [], notes: [t.rab.empty] })],
  })
}
