import { nomenclature, subKegiatan } from '#shared/catalogue/sub-kegiatan.ts'
import type { LineFigures } from '#shared/domain/figures.ts'
import type { Activity } from '#shared/domain/plan.ts'
import { sum } from '#shared/domain/money.ts'
import { quantities } from '#shared/i18n/format.ts'
import { carryOf, type Context, frame, plainHeader, section, signatoriesOf, sourceGroup } from './input.ts'
import { quantityOf } from './parts.ts'
import { integer, type Ref, type Row, type SheetDocument, sumOf, text } from './sheet.ts'
import { fill } from './texts.ts'

const COLUMNS = [
  { key: 'no', share: 9, align: 'center' }, { key: 'priority', share: 32, align: 'left' }, { key: 'goal', share: 26, align: 'left' }, { key: 'programme', share: 48, align: 'left' }, { key: 'name', share: 52, align: 'left' },
  { key: 'target', share: 34, align: 'left' }, { key: 'location', share: 30, align: 'left' }, { key: 'volume', share: 30, align: 'left' }, { key: 'amount', share: 28, align: 'right' }, { key: 'office', share: 32, align: 'left' },
] as const

/** What offices of the regency pay of a line, and what nobody pays. */
function askedOf(context: Context, { cells, gap }: LineFigures): number {
  return gap + sum(cells.filter(({ sourceId }) => sourceGroup(context.sourceOf.get(sourceId)?.source.code ?? 'DDS') === 'regency').map(({ amount }) => amount))
}

function volumeOf(context: Context, lines: readonly LineFigures[]): string {
  const main = lines.find(({ line }) => line.quantities.some((quantity) => 'driver' in quantity)) ?? lines[0]
  if (!main?.need.known) return ''
  const { need, line } = main
  const units = need.unitCost > 0 && askedOf(context, main) % need.unitCost === 0 ? askedOf(context, main) / need.unitCost : need.units
  return quantityOf(context, line, need, units).text
}

function place({ plan, placeName }: Context, activity: Activity): string {
  return plan.kind === 'regency' ? activity.location : placeName
}

/**
 * Table T-D.4 of the musrenbang kecamatan (domain §3.1, Permendagri 86/2017 p. 457): the activities that a plan asks offices of the regency for, by office and
 * priority. Its money is the regency's own and what has no source; village and partner money is not in it. The regional goal is left to the regency.
 */
export function td4Sheet(context: Context): SheetDocument {
  const { t, plan, figures, language } = context
  const words = t.forms.td4
  const asked = plan.activities.map((activity) => {
    const lines = figures.lines.filter((line) => line.activity.id === activity.id && askedOf(context, line) > 0)
    return { activity, lines, amount: sum(lines.map((line) => askedOf(context, line))), office: activity.regencyCode === null ? null : (subKegiatan(activity.regencyCode)?.opd ?? null) }
  }).filter(({ amount }) => amount > 0)
  const offices = [...new Set(asked.map(({ office }) => office))].toSorted((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
  const rows: Row[] = []
  const totals: Ref[] = []
  let no = 0
  for (const office of offices) {
    const own = asked.filter((one) => one.office === office).toSorted((a, b) => a.activity.tier - b.activity.tier)
    const name = office ?? words.officeOpen
    const refs: Ref[] = []
    rows.push({ key: `office:${name}`, role: 'group', cells: { priority: text(name) }, spans: [{ from: 'priority', to: 'office' }] })
    for (const { activity, lines, amount } of own) {
      no += 1
      const levels = activity.regencyCode === null ? [] : nomenclature(activity.regencyCode)
      const programme = levels[2]
      const sub = levels.at(-1)
      const target = activity.target === null ? '' : quantities([{ n: activity.target, unit: activity.indicatorUnit }], language)
      rows.push({
        key: `td4:${activity.id}`, role: 'line',
        cells: {
          no: text(String(no), { align: 'center' }), priority: text(t.rkpd.stuntingPriority), programme: text(programme ? `${programme.code} ${programme.name ?? ''}`.trim() : ''),
          name: text(sub ? `${activity.name} (${sub.code} ${sub.name ?? ''})`.replace(' )', ')') : activity.name), target: text([activity.beneficiaries, target].filter((part) => part !== '').join('; ')),
          location: text(place(context, activity)), volume: text(volumeOf(context, lines)), amount: integer(amount), office: text(office ?? ''),
        },
      })
      refs.push({ row: `td4:${activity.id}`, column: 'amount' })
    }
    rows.push({ key: `office-total:${name}`, role: 'subtotal', cells: { priority: text(fill(words.totalOf, { office: name })), amount: sumOf(refs) }, spans: [{ from: 'priority', to: 'volume' }] })
    totals.push({ row: `office-total:${name}`, column: 'amount' })
  }
  if (totals.length > 0) rows.push({ key: 'total', role: 'total', cells: { priority: text(t.common.grandTotal), amount: sumOf(totals) }, spans: [{ from: 'priority', to: 'volume' }] })
  return frame(context, 'td4', {
    title: plan.kind === 'regency' ? words.titleRegency : words.title, textSize: 8, columns: COLUMNS,
    sections: [section({
      key: 'td4', rows, carry: carryOf(context, 'priority', ['amount']), signatories: signatoriesOf(context, 'td4'), numbering: COLUMNS.map((_, index) => `(${index + 1})`),
      header: plainHeader([
        ['no', t.common.no], ['priority', words.priority], ['goal', words.goal], ['programme', words.programme], ['name', words.activity], ['target', words.target], ['location', words.location],
        ['volume', words.volume], ['amount', words.ceiling], ['office', words.office],
      ]),
      notes: rows.length === 0 ? [words.empty] : [words.note],
    })],
  })
}
