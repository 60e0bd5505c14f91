import { BIDANG, bidangOf, subBidangOf } from '#shared/catalogue/village-codes.ts'
import type { LineFigures } from '#shared/domain/figures.ts'
import type { Activity } from '#shared/domain/plan.ts'
import { months, number, unitsOutOf } from '#shared/i18n/format.ts'
import { carryOf, type Context, frame, plainHeader, section, signatoriesOf } from './input.ts'
import { quantityOf } from './parts.ts'
import { formula, integer, type Ref, type Row, type SheetDocument, sumOf, text } from './sheet.ts'
import { fill } from './texts.ts'

/** What of a line the plan does not pay, in words, and why it is proposed. */
export function lackingOf(context: Context, { line, need, gap, fundedUnits, funded }: LineFigures): { readonly volume: string; readonly why: string } {
  const { t, plan } = context
  const { duRkp } = t.forms
  const year = plan.fiscalYear
  if (!need.known) return { volume: '', why: '' }
  const lacking = quantityOf(context, line, need, need.units - fundedUnits)
  const unit = line.cutBy === null ? '' : (line.quantities[line.cutBy]?.unit ?? '')
  const volume = lacking.volume * line.unitPrice === gap ? lacking.text : quantityOf(context, line, need, need.units).text
  const why = funded === 0 ? fill(duRkp.none, { year }) : fundedUnits > 0 && unit !== '' ? fill(duRkp.partly, { part: unitsOutOf(fundedUnits, need.units, unit, context.language), year }) : fill(duRkp.partlyMoney, { year })
  return { volume, why }
}

/** Words of a line beside its activity's name. */
export function nameOf({ line, activity }: LineFigures): string {
  return line.description === activity.name ? activity.name : `${activity.name}: ${line.description}`
}

function rowsOf(context: Context, lines: readonly LineFigures[], from: number): { rows: Row[]; refs: Ref[] } {
  const rows = lines.map((figures, index): Row => {
    const { activity, line, gap } = figures
    const { volume, why } = lackingOf(context, figures)
    return {
      key: `du:${line.id}`, role: 'line',
      cells: {
        no: text(String(from + index), { align: 'center' }), bidang: text(activity.villageCode === null ? '' : (subBidangOf(activity.villageCode).name ?? '')), code: text(activity.villageCode ?? ''),
        name: text(nameOf(figures)), location: text(activity.location), volume: text(volume), beneficiaries: text(activity.beneficiaries), time: text(months(activity.months, context.language), { align: 'center' }),
        amount: integer(gap), tier: text(String(activity.tier), { align: 'center' }), why: text(why),
      },
    }
  })
  return { rows, refs: rows.map((row) => ({ row: row.key, column: 'amount' })) }
}

function bidangNumber(activity: Activity): number {
  return activity.villageCode === null ? 0 : (bidangOf(activity.villageCode)?.number ?? 0)
}

/** How many cost lines have no need yet because nobody counted their group; nothing where all have. */
export function uncountedNotes({ t, figures, language }: Context): string[] {
  const unknown = figures.lines.filter(({ need }) => !need.known).length
  return unknown > 0 ? [fill(t.forms.duRkp.uncounted, { n: number(unknown, language) })] : []
}

/**
 * DU-RKP Desa: what the plan's sources do not pay, as proposals for the year after (domain §2.1). The reference gives no columns for it: the
 * columns of the RKP Desa matrix are used, with what is lacking in place of what is funded, the priority and the reason.
 */
export function duRkpSheet(context: Context): SheetDocument {
  const { t, plan, figures } = context
  const words = t.forms.duRkp
  const short = figures.lines.filter((line) => line.gap > 0)
  const rows: Row[] = []
  const totals: Ref[] = []
  let no = 1
  const groups = [...BIDANG.map(({ number: bidang, roman, name }) => ({ bidang, roman, name })), { bidang: 0, roman: '', name: t.common.uncoded }]
  for (const { bidang, roman, name } of groups) {
    const own = short.filter(({ activity }) => bidangNumber(activity) === bidang)
    if (own.length === 0) continue
    rows.push({ key: `du-group:${bidang}`, role: 'group', cells: { no: text(roman, { align: 'center' }), bidang: text(name.toUpperCase()) }, spans: [{ from: 'bidang', to: 'why' }] })
    const made = rowsOf(context, own, no)
    no += own.length
    rows.push(...made.rows, {
      key: `du-subtotal:${bidang}`, role: 'subtotal', spans: [{ from: 'bidang', to: 'time' }, { from: 'tier', to: 'why' }],
      cells: { bidang: text(bidang === 0 ? t.common.total : fill(t.rkp.totalOf, { roman })), amount: sumOf(made.refs) },
    })
    totals.push({ row: `du-subtotal:${bidang}`, column: 'amount' })
  }
  if (totals.length > 0) rows.push({
    key: 'total', role: 'total', spans: [{ from: 'bidang', to: 'time' }, { from: 'tier', to: 'why' }],
    cells: { bidang: text(t.common.grandTotal), amount: totals.length === 1 && totals[0] ? formula({ op: 'same', as: totals[0] }) : sumOf(totals) },
  })
  const year = plan.fiscalYear + 1
  return frame(context, 'duRkp', {
    title: words.title.map((line) => fill(line, { year })),
    columns: [
      { key: 'no', share: 9, align: 'center' }, { key: 'bidang', share: 26, align: 'left' }, { key: 'code', share: 15, align: 'left' }, { key: 'name', share: 58, align: 'left' },
      { key: 'location', share: 26, align: 'left' }, { key: 'volume', share: 32, align: 'left' }, { key: 'beneficiaries', share: 30, align: 'left' }, { key: 'time', share: 22, align: 'center' },
      { key: 'amount', share: 28, align: 'right' }, { key: 'tier', share: 14, align: 'center' }, { key: 'why', share: 36, align: 'left' },
    ],
    sections: [section({
      key: 'du', rows, carry: carryOf(context, 'bidang', ['amount']), signatories: signatoriesOf(context, 'duRkp'),
      header: plainHeader([
        ['no', t.common.no], ['bidang', t.rkp.bidang], ['code', t.rkp.kind, 2], ['location', t.rkp.location], ['volume', words.volume], ['beneficiaries', t.rkp.beneficiaries], ['time', t.rkp.time],
        ['amount', words.cost], ['tier', words.tier], ['why', words.why],
      ]),
      numbering: [...'abcdefghijk'],
      notes: [rows.length === 0 ? words.empty : fill(words.note, { base: plan.fiscalYear, year }), ...uncountedNotes(context)],
    })],
  })
}
