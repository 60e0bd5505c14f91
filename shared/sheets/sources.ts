import type { SourceFigures } from '#shared/domain/figures.ts'
import { BIDANG } from '#shared/catalogue/village-codes.ts'
import { percent, rupiah } from '#shared/i18n/format.ts'
import { ratioBp } from '#shared/domain/money.ts'
import { type Context, frame, isOnBudget, plainHeader, section } from './input.ts'
import type { Part } from './parts.ts'
import { amountOf } from './rab.ts'
import { type Cell, formula, integer, type Ref, type Row, type SheetDocument, sumOf, text } from './sheet.ts'
import { fill } from './texts.ts'

export function sourceKey(id: string): string {
  return `source:${id}`
}

function remarks(context: Context, { source, estimated, reserve, overcommitted }: SourceFigures): string {
  const { t, language } = context
  const notes: string[] = [t.certainty[source.certainty]]
  if (source.origin === 'carry_over') notes.push(t.sources.carryOver)
  if (source.total !== null && reserve !== null) {
    notes.push(fill(
      t.sources.reserve,
      {
        total: rupiah(source.total, language), reserve: rupiah(reserve, language),
        percent: percent(ratioBp(reserve, source.total), language),
      },
    ))
  }
  if (estimated) notes.push(t.sources.estimated)
  if (overcommitted) notes.push(t.sources.overcommitted)
  return notes.join('; ')
}

function sourceRow(context: Context, figures: SourceFigures, parts: readonly Part[], no: number): Row {
  const { source, ceiling, overcommitted, available } = figures
  const key = sourceKey(source.id)
  const here = (column: string): Ref => ({ row: key, column })
  const own = context.plan.commitments.flatMap((commitment, index) => (commitment.sourceId === source.id ? [{
    row: `commitment:${index}`, column: 'ceiling',
  }] : []))
  const free: Cell = ceiling === null || overcommitted ? integer(available) : formula({
    op: 'balance', plus: [here('ceiling')], minus: [here('committed')],
  })
  return {
    key, role: 'line',
    cells: {
      no: text(String(no), { align: 'center' }), label: text(source.label), name: text(source.name),
      ceiling: ceiling === null ? text(context.t.common.notSet, { align: 'right' }) : integer(ceiling),
      committed: sumOf(own), available: free,
      used: sumOf(parts.filter((part) => part.source.id === source.id).map((part) => amountOf(context, part))),
      left: formula({ op: 'balance', plus: [here('available')], minus: [here('used')] }), note: text(remarks(context, figures)),
    },
  }
}

/** Sumber Dana: ceiling, what is spoken for, what is available, what the plan takes and what is left; partner money apart. */
export function sourcesSheet(context: Context, parts: readonly Part[]): SheetDocument {
  const { t, plan } = context
  const desa = plan.kind === 'desa'
  const rows: Row[] = []
  let no = 0
  for (const onBudget of [true, false]) {
    const group = context.figures.sources.filter(({ source }) => isOnBudget(source) === onBudget)
    if (group.length === 0) continue
    const name = onBudget ? (desa ? t.sources.onBudget : t.sources.onBudgetRegency) : desa ? t.common.partner : t.common.partnerRegency
    rows.push({ key: `group:${onBudget}`, role: 'group', cells: { label: text(name) }, spans: [{ from: 'label', to: 'note' }] })
    for (const figures of group) {
      no += 1
      rows.push(sourceRow(context, figures, parts, no))
    }
    const refs = (column: string): Ref[] => group.filter(({ ceiling }) => column !== 'ceiling' || ceiling !== null).map(({ source }) => ({
      row: sourceKey(source.id), column,
    }))
    rows.push({
      key: `total:${onBudget}`, role: 'total',
      cells: {
        label: text(t.common.total),
        ...Object.fromEntries(['ceiling', 'committed', 'available', 'used', 'left'].map((column) => [column, sumOf(refs(column))])),
      },
      spans: [{ from: 'label', to: 'name' }],
    })
  }
  const commitments = plan.commitments.map((commitment, index): Row => {
    const bidang = BIDANG.find((one) => one.number === commitment.bidang)
    return {
      key: `commitment:${index}`, role: 'line',
      cells: {
        no: text(String(index + 1), { align: 'center' }), label: text(context.sourceOf.get(commitment.sourceId)?.source.label ?? ''),
        name: text(t.commitments[commitment.class]),
        ceiling: integer(commitment.amount), committed: text(bidang ? `${bidang.roman} ${bidang.name}` : t.sources.noBidang),
      },
      spans: [{ from: 'committed', to: 'note' }],
    }
  })
  return frame(context, 'sources', {
    title: t.titles.sources, letterhead: false,
    columns: [
      { key: 'no', share: 10, align: 'center' }, { key: 'label', share: 24, align: 'left' }, { key: 'name', share: 52, align: 'left' },
      ...['ceiling', 'committed', 'available', 'used', 'left'].map((key) => ({ key, share: 32, align: 'right' }) as const),
      { key: 'note', share: 58, align: 'left' },
    ],
    sections: [
      section({
        key: 'sources', rows, notes: rows.length === 0 ? [t.sources.empty] : [],
        header: plainHeader([
          ['no', t.common.no], ['label', t.common.code], ['name', t.sources.name], ['ceiling', t.sources.ceiling],
          ['committed', t.sources.committed], ['available', t.sources.available],
          ['used', t.sources.used], ['left', t.sources.left], ['note', t.common.note],
        ]),
      }),
      ...(commitments.length === 0 ? [] : [section({
        key: 'commitments', heading: t.sources.commitments, rows: commitments,
        header: [[
          { text: t.common.no, column: 'no', columns: 1, rows: 1 }, { text: t.common.source, column: 'label', columns: 1, rows: 1 },
          { text: t.sources.class, column: 'name', columns: 1, rows: 1 },
          { text: t.common.amount, column: 'ceiling', columns: 1, rows: 1 },
          { text: t.sources.bidang, column: 'committed', columns: 5, rows: 1 },
        ]],
      })]),
    ],
  })
}
