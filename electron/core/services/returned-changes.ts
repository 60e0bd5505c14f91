import type { ReturnedChange } from '#shared/contract/entry.ts'
import { type ReturnedProblem, stateOf } from '#shared/domain/returned.ts'
import { contextOf, type DocumentInput } from '#shared/sheets/input.ts'
import { type Part, partsOf } from '#shared/sheets/parts.ts'
import type { MappedColumn } from '#shared/sheets/identity.ts'
import type { ReturnedCell, ReturnedRow } from '../workbook/returned.ts'
import type { PlanView } from './plan-view.ts'

type Read = { readonly value: number; readonly text: string } | { readonly value: null; readonly text: string }

/** A figure as it stands in a cell; people also type numbers as text, with thousands marked. */
function figureIn(cell: ReturnedCell | undefined): Read {
  const value = cell?.value ?? null
  if (typeof value === 'number') return { value, text: String(value) }
  // Some programs save a formula without its result, which is read as nothing: nought is what says so.
  if (value === null) return { value: null, text: '' }
  if (value.trim() === '–') return { value: 0, text: value }
  const plain = value.replace(/^\s*rp\.?\s*/i, '').replaceAll(/[\s\u00a0]/g, '')
  if (/^\d+$/.test(plain)) return { value: Number(plain), text: value }
  return /^\d{1,3}(\.\d{3})+(,0+)?$/.test(plain) ? { value: Number(plain.replace(/,0+$/, '').replaceAll('.', '')), text: value } : { value: null, text: value }
}

interface Found {
  readonly row: ReturnedRow
  readonly what: ReturnedChange['what']
  readonly column: MappedColumn
  readonly exported: number
  readonly read: Read
  readonly now: number | null
}

/** What the plan prints now, row by row of its RAB. */
function partsNow(view: PlanView): ReadonlyMap<string, Part> {
  const { plan, figures, counts, rules } = view
  const input: DocumentInput = {
    plan, figures, counts, rules, place: { village: null, district: null, regency: '', city: false }, series: [], version: '', madeAt: '2000-01-01T00:00', signedOn: null,
  }
  return new Map(partsOf(contextOf(input)).map((part) => [`${part.line.id}/${part.source.id}`, part]))
}

function problemOf({ value }: Read): ReturnedProblem | null {
  if (value === null) return 'not_a_number'
  return Number.isSafeInteger(value) && value >= 0 ? null : 'not_whole_rupiah'
}

/** Figures of a row that are not what they were. An amount counts where it was typed over its formula. */
function changedIn(row: ReturnedRow, part: Part | undefined, lineIsThere: boolean, ceiling: number | null): Found[] {
  const cell = (column: MappedColumn): ReturnedCell | undefined => row.cells[column]
  const exported = (column: MappedColumn): number => Number(row.values[column])
  const found = (what: Found['what'], column: MappedColumn, read: Read, now: number | null): Found[] =>
    (read.value === exported(column) ? [] : [{ row, what, column, exported: exported(column), read, now }])
  const there = (column: MappedColumn): boolean => cell(column) !== null && cell(column) !== undefined
  if (row.kind === 'ceiling') return there('amount') ? found('ceiling', 'amount', figureIn(cell('amount')), ceiling) : []
  const [volume, price] = [figureIn(cell('volume')), figureIn(cell('price'))]
  const typedOver = there('amount') && cell('amount')?.formula === false
  if (row.kind === 'share') {
    if (!there('amount') || !there('volume') || !there('price')) return []
    const reckoned: Read = volume.value === null || price.value === null ? { value: null, text: volume.value === null ? volume.text : price.text } : { value: volume.value * price.value, text: '' }
    return found('amount', 'amount', typedOver ? figureIn(cell('amount')) : reckoned, part?.amount ?? (lineIsThere ? 0 : null))
  }
  const own = [
    ...(there('price') ? found('price', 'price', price, part?.price ?? null) : []), ...(there('volume') ? found('volume', 'volume', volume, part?.volume ?? (lineIsThere ? 0 : null)) : []),
  ]
  if (!typedOver || volume.value === null || price.value === null) return own
  const amount = figureIn(cell('amount'))
  // Typed over with what the formula gives: nothing was meant by it.
  return amount.value === volume.value * price.value ? own : [...own.filter(({ what }) => what === 'price'), ...found('amount', 'amount', amount, part?.amount ?? (lineIsThere ? 0 : null))]
}

/** Changed figures of a workbook beside the plan as it is now, in the order of the workbook; a price once for its line. */
export function returnedChanges(view: PlanView, rows: readonly ReturnedRow[]): ReturnedChange[] {
  const { plan } = view
  const now = partsNow(view)
  const lines = new Map(plan.lines.map((line) => [line.id, line]))
  const activities = new Map(plan.activities.map((activity) => [activity.id, activity.name]))
  const changes: ReturnedChange[] = []
  for (const row of rows) {
    const line = lines.get(row.lineId)
    const ceiling = view.figures.sources.find(({ source }) => source.id === row.sourceId)
    for (const { what, column, exported, read, now: current } of changedIn(row, now.get(`${row.lineId}/${row.sourceId}`), line !== undefined && ceiling !== undefined, ceiling?.ceiling ?? null)) {
      // A line that no source pays any longer still has its price.
      const present = what === 'price' && current === null ? (line?.unitPrice ?? null) : current
      const problem = problemOf(read)
      const state = problem === null && read.value !== null ? stateOf({ exported, returned: read.value, now: present }) : present === null ? 'gone' : 'refused'
      changes.push({
        key: what === 'price' ? `price:${row.lineId}` : `${what}:${row.lineId}:${row.sourceId}`, what, lineId: row.lineId, sourceId: row.sourceId, activity: activities.get(line?.activityId ?? '') ?? '',
        label: line?.description ?? String(row.values.label), source: String(row.values.source), exported, returned: read.value, now: present, state, problem: state === 'refused' ? problem : null,
        amounts: {}, text: read.text, at: row.cells[column]?.at ?? '', renamed: row.renamed,
      })
    }
  }
  return onePricePerLine(changes, rows)
}

/** The price of a line stands in a row for each source: all of them have to say the same. */
function onePricePerLine(changes: readonly ReturnedChange[], rows: readonly ReturnedRow[]): ReturnedChange[] {
  const rowsOf = Map.groupBy(rows.filter(({ kind, cells }) => kind === 'part' && cells.price), ({ lineId }) => lineId)
  const seen = new Set<string>()
  return changes.flatMap((change): ReturnedChange[] => {
    if (change.what !== 'price') return [change]
    if (seen.has(change.key)) return []
    seen.add(change.key)
    const all = changes.filter(({ key }) => key === change.key)
    const agree = all.length === (rowsOf.get(change.lineId)?.length ?? 0) && new Set(all.map(({ returned }) => returned)).size === 1
    return [agree || change.state === 'gone' || change.problem !== null ? change : { ...change, state: 'refused', problem: 'price_differs' }]
  })
}
