import { bidangOf, villageCode } from '#shared/catalogue/village-codes.ts'
import { sum } from '#shared/domain/money.ts'
import type { Commitment } from '#shared/domain/plan.ts'
import { rupiah } from '#shared/i18n/format.ts'
import { type Context, frame, section, signatoriesOf } from './input.ts'
import { groupParts, type Part } from './parts.ts'
import { amountOf, shortName } from './rab.ts'
import { type Cell, formula, integer, type Ref, type Row, type SheetDocument, sumOf, text } from './sheet.ts'
import { fill } from './texts.ts'

/** Why the whole of a bidang cannot be said, in words; null where all Dana Desa is booked with its bidang. */
function incompleteBecause(context: Context, commitments: readonly Commitment[]): string | null {
  const { t, language } = context
  const funds = context.figures.sources.filter(({ source }) => source.code === 'DDS')
  if (funds.some((fund) => fund.ceiling === null) || funds.length === 0) return t.table5.noCeiling
  if (funds.some((fund) => fund.overcommitted || fund.left < 0)) return t.table5.overbooked
  const vague = sum(commitments.filter((commitment) => commitment.bidang === null).map((commitment) => commitment.amount))
  const open = sum(funds.map((fund) => fund.left)) + vague
  return open > 0 ? fill(t.table5.unbooked, { amount: rupiah(open, language) }) : null
}

/**
 * Tabel 5 of the village scorecard (domain §7.3): Dana Desa per bidang, all of it and the part for preventing stunting. Bidang 2 and 4
 * always stand; others only where stunting money does. As long as Dana Desa is not fully booked with its bidang, the sum of all says
 * `belum lengkap`, and so does a bidang in which nothing but stunting money is booked: its part would be set against itself. A bidang
 * with other spending shows what is booked so far.
 */
export function table5Sheet(context: Context, parts: readonly Part[]): SheetDocument {
  const { t, plan } = context
  const ids = new Set(plan.sources.filter((source) => source.code === 'DDS').map((source) => source.id))
  const paid = parts.filter((part) => ids.has(part.source.id))
  const commitments = plan.commitments.filter((commitment) => ids.has(commitment.sourceId))
  const why = incompleteBecause(context, commitments)
  const bidangNames = [t.table5.government, t.table5.development, t.table5.guidance, t.table5.empowerment, t.table5.emergency]
  const byBidang = groupParts(
    paid, (part) => String(part.activity.villageCode === null ? 0 : (bidangOf(part.activity.villageCode)?.number ?? 0)),
  )
  const shown = [1, 2, 3, 4, 5, 0].filter((bidang) => bidang === 2 || bidang === 4 || byBidang.has(String(bidang)))
  const rows: Row[] = []
  const open = text(t.table5.incomplete, { align: 'right' })
  const dash = text('–', { align: 'right' })
  const ratio = (key: string, isTold: boolean): Cell => (isTold ? formula({
    op: 'ratio', part: { row: key, column: 'part' }, whole: { row: key, column: 'total' },
  }) : dash)
  shown.forEach((bidang, index) => {
    const key = `bidang:${bidang}`
    const details: Row[] = []
    const other = commitments.filter((commitment) => commitment.bidang === bidang && commitment.amount > 0)
    const isTold = why === null || other.length > 0
    for (const [code, own] of groupParts(byBidang.get(String(bidang)) ?? [], (part) => part.activity.villageCode ?? part.activity.id)) {
      const row = `code:${code}`
      const named = villageCode(code)
      const name = own[0]?.activity.villageCode === null ? (own[0]?.activity.name ?? '') : fill(
        t.table5.named, { name: named ? shortName(named.name) : (own[0]?.activity.name ?? ''), code },
      )
      details.push({
        key: row, role: 'line',
        cells: {
          item: text(name, { indent: 1 }), part: sumOf(own.map((part) => amountOf(context, part))),
          total: formula({ op: 'same', as: { row, column: 'part' } }), percent: ratio(row, isTold),
        },
      })
    }
    other.forEach((commitment, at) => details.push({
      key: `commitment:${bidang}:${at}`, role: 'line',
      cells: {
        item: text(t.commitments[commitment.class], { indent: 1 }), total: integer(commitment.amount), part: integer(0),
        percent: ratio(`commitment:${bidang}:${at}`, true),
      },
    }))
    const sums = (column: string): Ref[] => details.map((row) => ({ row: row.key, column }))
    rows.push({
      key, role: 'group',
      cells: {
        no: text(String(index + 1), { align: 'center' }), item: text(bidang === 0 ? t.table5.uncoded : (bidangNames[bidang - 1] ?? '')),
        total: isTold ? sumOf(sums('total')) : open, part: sumOf(sums('part')), percent: ratio(key, isTold),
      },
    }, ...details)
  })
  const over = (column: string): Ref[] => shown.map((bidang) => ({ row: `bidang:${bidang}`, column }))
  rows.push({
    key: 'total', role: 'total',
    cells: {
      item: text(t.common.total), total: why === null ? sumOf(over('total')) : open, part: sumOf(over('part')), percent: ratio('total', why === null),
    },
  })
  return frame(context, 'table5', {
    title: t.titles.table5, textSize: 9,
    columns: [
      { key: 'no', share: 14, align: 'center' }, { key: 'item', share: 130, align: 'left' }, { key: 'total', share: 58, align: 'right' },
      { key: 'part', share: 58, align: 'right' },
      { key: 'percent', share: 30, align: 'right' },
    ],
    sections: [section({
      key: 'table5', rows, notes: [t.table5.basis, ...(why === null ? [] : [why])], signatories: signatoriesOf(context, 'table5'),
      header: [
        [
          { text: t.common.no, column: 'no', columns: 1, rows: 2 }, { text: t.table5.item, column: 'item', columns: 1, rows: 2 },
          { text: t.table5.total, column: 'total', columns: 1, rows: 2 },
          { text: t.table5.special, column: 'part', columns: 2, rows: 1 },
        ],
        [{ text: t.table5.part, column: 'part', columns: 1, rows: 1 }, { text: t.table5.percent, column: 'percent', columns: 1, rows: 1 }],
      ],
    })],
  })
}
