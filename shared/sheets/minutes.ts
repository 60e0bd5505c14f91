import type { MeetingDecision } from '#shared/domain/meeting-record.ts'
import type { TargetGroup } from '#shared/domain/target-group.ts'
import { FAMILIES, FAMILY_NAMES } from '#shared/domain/target-group.ts'
import { date, dateWithWeekday, number } from '#shared/i18n/format.ts'
import { lackingOf, nameOf, uncountedNotes } from './du-rkp.ts'
import { carryOf, type Context, frame, section, signatoriesOf } from './input.ts'
import { groupParts, type Part, quantityOf } from './parts.ts'
import { amountOf } from './rab.ts'
import { leading } from './rkp-desa.ts'
import { type HeaderCell, integer, type Row, type Section, type SheetDocument, sumOf, text } from './sheet.ts'
import { fill } from './texts.ts'

/** Groups whose counts are shown to a rembuk, in this order. */
const SHOWN: readonly TargetGroup[] = ['under_five', 'stunted', 'moderately_wasted', 'severely_wasted', 'underweight', 'pregnant', 'pregnant_ced', 'at_risk_family', 'family_no_toilet', 'cadre', 'posyandu']
/** Fewer than these could tell who they are (interface: counts below five are hidden). */
const LEAST = 5
/** Rows to be written by hand: points where nothing was recorded, activities and proposals where nothing is planned. */
const BLANK_DECISIONS = 6
const BLANK_ACTIVITIES = 5

const COLUMNS = [
  { key: 'no', share: 9, align: 'center' }, { key: 'item', share: 66, align: 'left' }, { key: 'words', share: 48, align: 'left' }, { key: 'amount', share: 30, align: 'right' },
  { key: 'note', share: 38, align: 'left' },
] as const

function header(cells: readonly (readonly [column: string, content: string, columns?: number])[]): HeaderCell[][] {
  return [cells.map(([column, content, columns = 1]) => ({ text: content, column, columns, rows: 1 }))]
}

/** Numbered rows with room to write in. */
function blankRows(key: string, many: number): Row[] {
  return Array.from({ length: many }, (_, index): Row => ({ key: `${key}:${index}`, role: 'line', least: 34, cells: { no: text(String(index + 1), { align: 'center' }) } }))
}

function opening(context: Context): string {
  const { t, meeting, language, placeName, plan } = context
  const { minutes } = t.forms
  return fill(minutes.opening, {
    place: placeName, year: plan.fiscalYear, day: meeting ? dateWithWeekday(meeting.heldOn, language) : minutes.blankDay, hall: meeting?.place || minutes.blank, leader: meeting?.leader || minutes.blank,
    attended: meeting?.attended === undefined || meeting.attended === null ? minutes.blankCount : number(meeting.attended, language),
  })
}

function dataSection(context: Context): Section {
  const { t, counts, plan, series, language } = context
  const { minutes } = t.forms
  const families = new Map(FAMILY_NAMES.flatMap((family) => FAMILIES[family].map((group) => [group, family] as const)))
  const rows = SHOWN.flatMap((group): Row[] => {
    const count = counts.get(group)
    if (count === undefined) return []
    const family = families.get(group)
    const from = series.find(({ id }) => family !== undefined && id === plan.series[family])
    return [{
      key: `data:${group}`, role: 'line', spans: [{ from: 'words', to: 'amount' }],
      cells: { item: text(t.groups[group]), words: text(from ? `${from.name}, ${date(from.measuredOn, language)}` : ''), note: count > 0 && count < LEAST ? text(minutes.few, { align: 'right' }) : integer(count) },
    }]
  }).map((row, index): Row => ({ ...row, cells: { no: text(String(index + 1), { align: 'center' }), ...row.cells } }))
  return section({
    key: 'data', heading: minutes.data, rows, notes: rows.length === 0 ? [t.footer.noSeries] : [],
    header: rows.length === 0 ? [] : header([['no', t.common.no], ['item', minutes.group], ['words', minutes.from, 2], ['note', minutes.count]]),
  })
}

/** What all sources together buy of an activity's leading line; where they pay amounts that are no whole units, what each pays for. */
function boughtBy(context: Context, own: readonly Part[]): string {
  const main = leading(own)
  const figures = context.figures.lines.find(({ line }) => line.id === main?.line.id)
  const parts = own.filter(({ line }) => line.id === main?.line.id)
  const whole = figures?.need.known && figures.need.unitCost * figures.fundedUnits === figures.funded
  return figures?.need.known && whole ? quantityOf(context, figures.line, figures.need, figures.fundedUnits).text : [...new Set(parts.map(({ quantity }) => quantity))].join('; ')
}

function fundedSection(context: Context, parts: readonly Part[]): Section {
  const { t } = context
  const { minutes } = t.forms
  const rows = [...groupParts(parts, (part) => part.activity.id).values()].map((own, index): Row => ({
    key: `agreed:${own[0]?.activity.id ?? index}`, role: 'line',
    cells: {
      no: text(String(index + 1), { align: 'center' }), item: text(own[0]?.activity.name ?? ''), words: text(boughtBy(context, own)),
      amount: sumOf(own.map((part) => amountOf(context, part))), note: text([...new Set(own.map((part) => part.source.label))].join(', ')),
    },
  }))
  const head = header([['no', t.common.no], ['item', minutes.activity], ['words', minutes.volume], ['amount', minutes.cost], ['note', minutes.source]])
  if (context.plan.activities.length === 0) return section({ key: 'agreed', heading: minutes.agreed, header: head, rows: blankRows('agreed', BLANK_ACTIVITIES) })
  return section({
    key: 'agreed', heading: minutes.agreed, carry: carryOf(context, 'item', ['amount']), notes: rows.length === 0 ? [minutes.noneFunded] : [],
    rows: rows.length === 0 ? [] : [...rows, { key: 'agreed', role: 'total', spans: [{ from: 'item', to: 'words' }], cells: { item: text(t.common.total), amount: sumOf(rows.map(({ key }) => ({ row: key, column: 'amount' }))) } }],
    header: rows.length === 0 ? [] : head,
  })
}

function unfundedSection(context: Context): Section {
  const { t, figures } = context
  const { minutes } = t.forms
  const rows = figures.lines.filter(({ gap }) => gap > 0).map((line, index): Row => ({
    key: `open:${line.line.id}`, role: 'line',
    cells: { no: text(String(index + 1), { align: 'center' }), item: text(nameOf(line)), words: text(lackingOf(context, line).volume), amount: integer(line.gap), note: text(lackingOf(context, line).why) },
  }))
  const head = header([['no', t.common.no], ['item', minutes.proposal], ['words', minutes.lacking], ['amount', minutes.cost], ['note', t.common.note]])
  if (context.plan.activities.length === 0) return section({ key: 'open', heading: minutes.unfunded, header: head, rows: blankRows('open', BLANK_ACTIVITIES) })
  return section({
    key: 'open', heading: minutes.unfunded, carry: carryOf(context, 'item', ['amount']), notes: [...(rows.length === 0 ? [minutes.noneUnfunded] : []), ...uncountedNotes(context)],
    rows: rows.length === 0 ? [] : [...rows, { key: 'open', role: 'total', spans: [{ from: 'item', to: 'words' }], cells: { item: text(t.common.total), amount: sumOf(rows.map(({ key }) => ({ row: key, column: 'amount' }))) } }],
    header: rows.length === 0 ? [] : head,
  })
}

function decisionRows(context: Context, decision: MeetingDecision): Row[] {
  const { minutes } = context.t.forms
  const { votes, outcome, proposer, note, opinions } = decision
  const key = `decision:${decision.number}`
  const said = [minutes.outcome[outcome], decision.decision].filter((part) => part !== '').join(': ')
  return [
    {
      key, role: 'line',
      cells: {
        no: text(String(decision.number), { align: 'center' }), item: text(decision.question), words: text([said, ...decision.effects].join('\n')),
        amount: text(votes ? `${votes.for}/${votes.against}/${votes.abstained}` : outcome === 'agreed' ? minutes.byConsensus : '–', { align: 'center' }), note: text([proposer, note].filter((part) => part !== '').join('; ')),
      },
    },
    ...opinions.map(({ by, text: words }, index): Row => ({
      key: `${key}:${index}`, role: 'muted', spans: [{ from: 'item', to: 'note' }], cells: { item: text(by === '' ? fill(minutes.otherOpinion, { text: words }) : fill(minutes.otherOpinionBy, { by, text: words }), { indent: 1 }) },
    })),
  ]
}

function decisionSection(context: Context): Section {
  const { t, meeting } = context
  const { minutes } = t.forms
  const rows = meeting && meeting.decisions.length > 0
    ? meeting.decisions.flatMap((decision) => decisionRows(context, decision))
    : blankRows('blank', BLANK_DECISIONS)
  return section({
    key: 'decisions', heading: minutes.decisions, rows, notes: [minutes.votesNote, minutes.closing], signatories: signatoriesOf(context, 'minutes'),
    header: header([['no', t.common.no], ['item', minutes.question], ['words', minutes.decision], ['amount', minutes.votes], ['note', minutes.proposer]]),
  })
}

/**
 * Berita acara of a rembuk stunting: what was shown, what is funded and what is not, and what was decided, from the record of the meeting where
 * there is one, else with room to write. The layout is ours: no template of it was found (domain §13.26). Few are not counted out.
 */
export function minutesSheet(context: Context, parts: readonly Part[]): SheetDocument {
  const { t } = context
  const { minutes } = t.forms
  const { meeting } = context
  const front = section({ key: 'opening', header: [], rows: [], paragraphs: [opening(context), minutes.shown] })
  return frame(context, 'minutes', {
    title: [...minutes.title, minutes.number], textSize: 9.5, orientation: 'portrait', columns: COLUMNS,
    // What is signed at the meeting is no draft of the plan; a record that goes on is a draft of itself.
    draft: meeting && !meeting.finished ? t.draft : null,
    sections: [front, dataSection(context), fundedSection(context, parts), unfundedSection(context), decisionSection(context)],
  })
}
