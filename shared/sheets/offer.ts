import { eligibility } from '#shared/domain/eligibility.ts'
import type { LineFigures } from '#shared/domain/figures.ts'
import { sum } from '#shared/domain/money.ts'
import { number, rupiah } from '#shared/i18n/format.ts'
import { nameOf } from './du-rkp.ts'
import { carryOf, type Context, frame, plainHeader, section, signatoriesOf } from './input.ts'
import { quantityOf } from './parts.ts'
import { formula, integer, type Row, type SheetDocument, sumOf, text } from './sheet.ts'
import { fill } from './texts.ts'

/** Whether a partner's money usually pays such a line, or may on a condition (matrix of practice, domain §8.4, unverified). */
function isForPartners({ activity, line }: LineFigures, context: Context): boolean {
  return (['GENTING', 'CSR'] as const).some((code) => eligibility(code, 'current', activity, line, context.rules).proposable)
}

function offerRow(context: Context, figures: LineFigures, no: number): Row {
  const { line, activity, need, gap, fundedUnits } = figures
  const key = `offer:${line.id}`
  const cells = {
    no: text(String(no), { align: 'center' }), item: text(nameOf(figures)), whom: text(activity.beneficiaries), location: text(activity.location), by: text(''),
  }
  const units = need.known ? need.units - fundedUnits : 0
  if (!need.known || units * need.unitCost !== gap) return { key, role: 'line', least: 24, cells: { ...cells, amount: integer(gap) } }
  return {
    key, role: 'line', least: 24,
    cells: {
      ...cells, one: text(quantityOf(context, line, need, 1).text), price: integer(need.unitCost), count: integer(units),
      amount: formula({ op: 'product', of: [{ row: key, column: 'count' }, { row: key, column: 'price' }] }),
    },
  }
}

/**
 * What is not funded, as an offer to partners: whole packages that one can take on, with room to write who does. The layout is ours. What partners
 * do not pay by custom is counted under the table, not offered. No names of children.
 */
export function offerSheet(context: Context): SheetDocument {
  const { t, figures, language, placeName } = context
  const words = t.forms.offer
  const short = figures.lines.filter((line) => line.gap > 0)
  const offered = short.filter((line) => isForPartners(line, context))
  const left = short.filter((line) => !offered.includes(line))
  const rows = offered.map((line, index) => offerRow(context, line, index + 1))
  if (rows.length > 0) rows.push({
    key: 'total', role: 'total', spans: [{ from: 'item', to: 'count' }], cells: { item: text(t.common.total), amount: sumOf(rows.map((row) => ({ row: row.key, column: 'amount' }))) },
  })
  return frame(context, 'offer', {
    title: words.title, textSize: 9,
    columns: [
      { key: 'no', share: 9, align: 'center' }, { key: 'item', share: 62, align: 'left' }, { key: 'whom', share: 36, align: 'left' }, { key: 'location', share: 28, align: 'left' }, { key: 'one', share: 36, align: 'left' },
      { key: 'price', share: 28, align: 'right' }, { key: 'count', share: 18, align: 'right' }, { key: 'amount', share: 32, align: 'right' }, { key: 'by', share: 48, align: 'left' },
    ],
    sections: [section({
      key: 'offer', rows, carry: carryOf(context, 'item', ['amount']), signatories: signatoriesOf(context, 'offer'), paragraphs: [words.to, fill(words.about, { place: placeName })],
      header: plainHeader([
        ['no', t.common.no], ['item', words.item], ['whom', words.forWhom], ['location', t.rkp.location], ['one', words.one], ['price', words.price], ['count', words.count], ['amount', words.amount], ['by', words.by],
      ]),
      notes: [
        ...(rows.length === 0 ? [words.empty] : [words.noNames]),
        ...(left.length > 0 ? [fill(words.left, { n: number(left.length, language), amount: rupiah(sum(left.map(({ gap }) => gap)), language) })] : []),
      ],
    })],
  })
}
