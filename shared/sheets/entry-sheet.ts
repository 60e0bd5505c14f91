import { account } from '#shared/catalogue/accounts.ts'
import { type EntryGroup, entryTarget, rowsOfGroups } from '#shared/domain/entry.ts'
import { carryOf, type Context, type EntryMark, frame, plainHeader, section, titleLines } from './input.ts'
import { formula, integer, type Ref, type Row, type SheetDocument, sumOf, text } from './sheet.ts'
import { twoDigits } from './siskeudes.ts'
import { fill } from './texts.ts'

const COLUMNS = [
  { key: 'done', share: 17, align: 'center' }, { key: 'account', share: 20, align: 'left' }, { key: 'package', share: 16, align: 'center' },
  { key: 'no', share: 14, align: 'center' }, { key: 'description', share: 100, align: 'left' }, { key: 'source', share: 22, align: 'center' },
  { key: 'volume', share: 22, align: 'right' }, { key: 'unit', share: 28, align: 'left' }, { key: 'price', share: 30, align: 'right' },
  { key: 'amount', share: 32, align: 'right' },
] as const

function groupRows(context: Context, group: EntryGroup, mark: (key: string) => EntryMark): Row[] {
  const { t } = context
  const keyOf = (lineId: string, sourceId: string): string => `entry:${lineId}:${sourceId}`
  const own: Ref[] = rowsOfGroups([group]).map((row) => ({ row: keyOf(row.lineId, row.sourceId), column: 'amount' }))
  const facts = group.facts.map(({ name, text: content }) => `${t.entry.facts[name]}: ${content}`).join(' · ')
  const rows: Row[] = [{
    key: `entry:group:${group.code}`, role: 'group', spans: [{ from: 'done', to: 'package' }, { from: 'no', to: 'price' }],
    cells: { done: text(group.code === '' ? '–' : group.code), no: text(group.name), amount: sumOf(own) },
  }]
  if (facts !== '') rows.push({ key: `entry:facts:${group.code}`, role: 'muted', spans: [{ from: 'done', to: 'amount' }], cells: { done: text(facts) } })
  for (const [index, one] of group.packages.entries()) {
    const [first] = one.rows
    if (!first) continue
    rows.push({
      key: `entry:package:${group.code}:${index}`, role: 'subgroup', spans: [{ from: 'done', to: 'amount' }],
      cells: { done: text(`${first.account === '' ? t.rab.noAccount : `${first.account} ${account(first.account)?.name ?? ''}`.trim()} › ${fill(t.entry.packageOf, { no: twoDigits(first.package), name: one.name })}`) },
    })
    for (const row of one.rows) {
      const key = keyOf(row.lineId, row.sourceId)
      const state = mark(`${row.lineId}/${row.sourceId}`)
      rows.push({
        key, role: 'line',
        cells: {
          done: text(state === 'open' ? '' : t.entry.states[state], { align: 'center' }), account: text(row.account), package: text(twoDigits(row.package), { align: 'center' }),
          no: text(twoDigits(row.no), { align: 'center' }), description: text(row.description), source: text(row.source, { align: 'center' }),
          volume: integer(row.volume), unit: text(row.unit), price: integer(row.price), amount: formula({ op: 'product', of: [{ row: key, column: 'volume' }, { row: key, column: 'price' }] }),
        },
      })
    }
  }
  return rows
}

/**
 * What is typed into Siskeudes or SIPD-RI as a paper, in the order of the program's screens, with what was ticked (`mark` by `line/source`).
 * The headings are the fields that are known (domain §2.5, §3.1, §3.5); a line under the table says what is not.
 */
export function entrySheet(context: Context, groups: readonly EntryGroup[], mark: (key: string) => EntryMark): SheetDocument {
  const { t } = context
  const target = entryTarget(context.plan.kind)
  const siskeudes = target === 'siskeudes'
  const rows = groups.flatMap((group) => groupRows(context, group, mark))
  if (rows.length > 0) rows.push({
    key: 'entry:total', role: 'total', spans: [{ from: 'done', to: 'price' }],
    cells: { done: text(t.common.total), amount: sumOf(groups.map((group) => ({ row: `entry:group:${group.code}`, column: 'amount' }))) },
  })
  return {
    ...frame(context, 'rab', {
      title: [], columns: COLUMNS,
      sections: [section({
        key: 'entry', rows, carry: carryOf(context, 'done', ['amount']), notes: [...(rows.length === 0 ? [t.entry.empty] : []), siskeudes ? t.entry.siskeudesNote : t.entry.sipdNote],
        header: rows.length === 0 ? [] : plainHeader([
          ['done', t.entry.done], ['account', siskeudes ? t.entry.account : t.entry.accountSipd], ['package', siskeudes ? t.entry.package : t.entry.packageSipd],
          ['no', siskeudes ? t.entry.no : t.entry.noSipd], ['description', t.entry.description], ['source', siskeudes ? t.entry.source : t.entry.sourceSipd],
          ['volume', siskeudes ? t.entry.volume : t.entry.volumeSipd], ['unit', t.entry.unit], ['price', siskeudes ? t.entry.price : t.entry.priceSipd],
          ['amount', siskeudes ? t.entry.amount : t.entry.amountSipd],
        ]),
      })],
    }),
    name: t.entry.sheets[target], title: titleLines(context, t.entry.titles[target]),
  }
}
