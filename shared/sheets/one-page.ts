import type { Rupiah } from '#shared/domain/money.ts'
import { sum } from '#shared/domain/money.ts'
import { nameBeside } from '#shared/domain/source-name.ts'
import { number } from '#shared/i18n/format.ts'
import { lackingOf, nameOf } from './du-rkp.ts'
import { type Context, frame, plainHeader, section, signatoriesOf } from './input.ts'
import { layOut } from './layout.ts'
import type { Part } from './parts.ts'
import { formula, integer, type Row, type Section, type SheetDocument, sumOf, text } from './sheet.ts'
import { keyRows, SUMMARY_COLUMNS } from './summary.ts'
import { fill } from './texts.ts'

const WIDE = { from: 'c', to: 'p' } as const

interface Amounts { readonly key: string; readonly name: string; readonly need: Rupiah; readonly funded: Rupiah; readonly gap: Rupiah }

/** A name has the room of two columns: the page is what counts. */
const NAME = { from: 'item', to: 'words' } as const

function amountRow({ key, name, need, funded, gap }: Amounts, no: number | null): Row {
  return {
    key, role: 'line', spans: [NAME],
    cells: {
      no: text(no === null ? '' : String(no), { align: 'center' }), item: text(name), a: integer(need), b: integer(funded), c: integer(gap),
      p: formula({ op: 'ratio', part: { row: key, column: 'b' }, whole: { row: key, column: 'a' } }),
    },
  }
}

function totalRow(context: Context, key: string, rows: readonly Row[]): Row {
  const column = (name: string) => sumOf(rows.map((row) => ({ row: row.key, column: name })))
  return {
    key, role: 'total', spans: [NAME],
    cells: { item: text(context.t.common.total), a: column('a'), b: column('b'), c: column('c'), p: formula({ op: 'ratio', part: { row: key, column: 'b' }, whole: { row: key, column: 'a' } }) },
  }
}

/** The first few one by one, the rest in one row. */
function folded<T>(all: readonly T[], most: number, rest: (others: readonly T[]) => Row, one: (item: T, index: number) => Row): Row[] {
  if (all.length <= most) return all.map(one)
  return [...all.slice(0, most - 1).map(one), rest(all.slice(most - 1))]
}

function tierSection(context: Context): Section {
  const { t, figures } = context
  const rows = ([1, 2, 3] as const).flatMap((tier): Row[] => {
    const own = figures.lines.filter(({ activity }) => activity.tier === tier)
    return own.length === 0 ? [] : [amountRow({
      key: `tier:${tier}`, name: fill(t.summary.tier, { tier }), need: sum(own.map(({ needed }) => needed)), funded: sum(own.map(({ funded }) => funded)), gap: sum(own.map(({ gap }) => gap)),
    }, tier)]
  })
  return section({
    key: 'tiers', heading: t.forms.onePage.byTier, rows: [...rows, totalRow(context, 'tiers', rows)],
    header: plainHeader([['no', t.common.no], ['item', t.summary.item, 2], ['a', t.summary.needRp], ['b', t.summary.fundedRp], ['c', t.summary.gapRp], ['p', t.summary.fundedShare]]),
  })
}

function activitySection(context: Context, most: number, longest: number): Section {
  const { t, figures, plan, language } = context
  const lines = Map.groupBy(figures.lines, (line) => line.activity.id)
  const all = plan.activities.map((activity): Amounts => {
    const own = lines.get(activity.id) ?? []
    return {
      key: `one:${activity.id}`, name: `${shortened(activity.name, longest)} (${fill(t.summary.tier, { tier: activity.tier })})`, need: sum(own.map(({ needed }) => needed)), funded: sum(own.map(({ funded }) => funded)),
      gap: sum(own.map(({ gap }) => gap)),
    }
  }).toSorted((a, b) => b.need - a.need)
  const rows = folded(all, most, (others) => amountRow({
    key: 'one:others', name: fill(t.forms.onePage.otherActivities, { n: number(others.length, language) }), need: sum(others.map(({ need }) => need)), funded: sum(others.map(({ funded }) => funded)),
    gap: sum(others.map(({ gap }) => gap)),
  }, null), (amounts, index) => amountRow(amounts, index + 1))
  return section({
    key: 'largest', heading: t.forms.onePage.largest, rows: [...rows, totalRow(context, 'largest', rows)],
    header: plainHeader([
      ['no', t.common.no], ['item', t.summary.activity, 2], ['a', t.summary.needRp], ['b', t.summary.fundedRp], ['c', t.summary.gapRp], ['p', t.summary.fundedShare],
    ]),
  })
}

function gapSection(context: Context, most: number, longest: number): Section {
  const { t, figures, language } = context
  const { onePage } = t.forms
  const short = figures.lines.filter(({ gap }) => gap > 0).toSorted((a, b) => b.gap - a.gap)
  const spans = [NAME, { from: 'a', to: 'b' }, WIDE]
  const rows = folded(short, most, (others): Row => ({
    key: 'gap:others', role: 'line', spans, cells: { item: text(fill(onePage.otherGaps, { n: number(others.length, language) })), c: integer(sum(others.map(({ gap }) => gap))) },
  }), (line, index): Row => ({
    key: `gap:${line.line.id}`, role: 'line', spans, cells: { no: text(String(index + 1), { align: 'center' }), item: text(shortened(nameOf(line), longest)), a: text(lackingOf(context, line).volume, { align: 'left' }), c: integer(line.gap) },
  }))
  const total: Row = {
    key: 'gap', role: 'total', spans: [{ from: 'item', to: 'b' }, WIDE], cells: { item: text(rows.length === 0 ? t.summary.allFunded : t.common.total), c: sumOf(rows.map(({ key }) => ({ row: key, column: 'c' }))) },
  }
  return section({
    key: 'gaps', heading: onePage.gaps, rows: [...rows, total], signatories: signatoriesOf(context, 'onePage'),
    header: plainHeader([['no', t.common.no], ['item', t.summary.item, 2], ['a', t.summary.lacking, 2], ['c', t.summary.gapRp, 2]]),
  })
}

function sourceSection(context: Context, most: number): Section {
  const { t, figures, language } = context
  const shown = figures.sources.map(({ source, ceiling, committed, spent, left }) => ({ key: `src:${source.id}`, name: `${source.label} ${nameBeside(source.label, source.name)}`.trim(), ceiling, committed, spent, left }))
  const row = (one: Omit<(typeof shown)[number], 'ceiling'> & { ceiling: Rupiah | null }, no: number | null): Row => ({
    key: one.key, role: 'line', spans: [NAME],
    cells: {
      no: text(no === null ? '' : String(no), { align: 'center' }), item: text(one.name), a: one.ceiling === null ? text(t.common.notSet, { align: 'right' }) : integer(one.ceiling), b: integer(one.committed), c: integer(one.spent), p: integer(one.left),
    },
  })
  const rows = folded(shown, most, (others) => row({
    key: 'src:others', name: fill(t.forms.onePage.otherSources, { n: number(others.length, language) }), ceiling: sum(others.map(({ ceiling }) => ceiling ?? 0)), committed: sum(others.map(({ committed }) => committed)), spent: sum(others.map(({ spent }) => spent)),
    left: others.reduce((total, { left }) => total + left, 0),
  }, null), (one, index) => row(one, index + 1))
  return section({
    key: 'sources', heading: t.summary.bySource, rows,
    header: plainHeader([['no', t.common.no], ['item', t.sources.name, 2], ['a', t.summary.ceiling], ['b', t.summary.committed], ['c', t.summary.used], ['p', t.summary.left]]),
  })
}

/** Characters of a name that stands whole elsewhere, where whole ones leave no room for others. */
const SHORT = 110

function shortened(name: string, longest: number): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`
}

/** Sizes of the text in points, each with how many activities are tried, most first, and how long names may be: rather a few less than small print. */
const TRIALS = [[8, 12, 5, Infinity], [7.5, 6, 4, Infinity], [7, 5, 3, Infinity], [7, 8, 3, SHORT], [6.5, 3, 2, SHORT]] as const

function sheetWith(context: Context, parts: readonly Part[], most: number, textSize: number, longest: number): SheetDocument {
  // Rows as low as their text: the page is what counts.
  const low = (one: Section): Section => ({ ...one, rows: one.rows.map((row) => ({ ...row, least: 11 })) })
  return frame(context, 'onePage', {
    title: context.t.forms.onePage.title, columns: SUMMARY_COLUMNS, textSize, orientation: 'portrait',
    sections: [
      section({
        key: 'figures', header: plainHeader([['no', context.t.common.no], ['item', context.t.summary.figures], ['words', context.t.common.note, 3], ['c', context.t.summary.value, 2]]),
        rows: keyRows(context, parts, { need: 'tiers', gap: 'gap' }).map((row, index) => ({ ...row, cells: { no: text(String(index + 1), { align: 'center' }), ...row.cells } })),
      }),
      tierSection(context), ...(context.figures.sources.length === 0 ? [] : [sourceSection(context, Math.max(3, most))]), activitySection(context, most, longest), gapSection(context, Math.max(2, most - 2), longest),
    ].map(low),
  })
}

/** The plan on one upright page that a village head signs: as many of its largest activities and gaps as find room, the rest in one row each. The layout is ours. */
export function onePageSheet(context: Context, parts: readonly Part[]): SheetDocument {
  for (const [size, from, to, longest] of TRIALS) {
    for (let most = from; most >= to; most -= 1) {
      const sheet = sheetWith(context, parts, most, size, longest)
      if (layOut(sheet).breaks.length === 0) return sheet
    }
  }
  return sheetWith(context, parts, 2, 6.5, SHORT)
}
