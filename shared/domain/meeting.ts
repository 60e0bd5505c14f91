import { sourceOf } from '#shared/catalogue/sources.ts'
import type { Finding } from './finding.ts'
import { checkPlan } from './checks.ts'
import type { LineFigures } from './figures.ts'
import { largestGaps } from './gaps.ts'
import type { InstanceInput } from './instance.ts'
import { bundleKey } from './need.ts'
import { type CostLine, DIRECT_CLASSES, isDriven } from './plan.ts'
import { timeUnit } from './reach.ts'
import { FAMILIES, familyOf, type TargetGroup } from './target-group.ts'

/** help: how much of a help, at which price; plan: which scenario; breach: what is against a rule or above a source; question: in words only. */
export const MEETING_ITEM_KINDS = ['help', 'plan', 'breach', 'question'] as const
export type MeetingItemKind = (typeof MEETING_ITEM_KINDS)[number]

/** monthly: an amount per person and month, cut by months; people: cut by heads; times: cut by another quantity; whole: bought or not. */
export type HelpShape = 'monthly' | 'people' | 'times' | 'whole'

/** Why a point is on the agenda. */
export type AgendaReason = 'breach' | 'scenarios' | 'children' | 'cadres' | 'gap' | 'asked'

/** What a question says, apart from its kind. Figures and words of a note as the note has them. */
export interface AgendaWords {
  readonly why: AgendaReason
  /** The help by its activity; the place of a note. */
  readonly name: string
  readonly shape?: HelpShape | undefined
  /** Unit that the help is cut by: `bulan`, `keluarga`. */
  readonly unit?: string | undefined
  readonly group?: TargetGroup | undefined
  readonly finding?: Finding | undefined
  /** A question of the meeting's own. */
  readonly text?: string | undefined
}

export interface AgendaItem {
  readonly kind: MeetingItemKind
  /** First line of the help, `code:where` of a note, `''` otherwise. */
  readonly subject: string
  readonly words: AgendaWords
}

/** Points of one kind that a meeting can still talk through. */
const MOST_BREACHES = 3
const MOST_GAPS = 5

/** The lines that are funded together with a line, in plan order; the costliest first, because its price is what is talked about. */
export function helpLines({ figures }: Pick<InstanceInput, 'figures'>, lineId: string): readonly LineFigures[] {
  const found = figures.lines.find(({ line }) => line.id === lineId)
  if (!found) return []
  const key = bundleKey(found.line, found.activity)
  const unitCost = ({ need }: LineFigures) => (need.known ? need.unitCost : 0)
  return figures.lines.filter(({ line, activity }) => bundleKey(line, activity) === key).toSorted((a, b) => unitCost(b) - unitCost(a))
}

/** The group that a line counts; `undefined` where it follows none. */
export function groupOf(line: Pick<CostLine, 'quantities'>): TargetGroup | undefined {
  return line.quantities.find(isDriven)?.driver
}

function shapeOf(line: CostLine): HelpShape {
  const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]
  if (!cut) return 'whole'
  if (isDriven(cut)) return 'people'
  return timeUnit(cut.unit) === 'month' && groupOf(line) !== undefined && line.quantities.length === 2 ? 'monthly' : 'times'
}

/** What is asked about a help. */
export function helpWords(lines: readonly LineFigures[], why: AgendaReason): AgendaWords | undefined {
  const [first] = lines
  if (!first) return undefined
  const { line, activity } = first
  return {
    why, name: activity.name, shape: shapeOf(line), unit: line.cutBy === null ? '' : (line.quantities[line.cutBy]?.unit ?? ''),
    ...(groupOf(line) === undefined ? {} : { group: groupOf(line) }),
  }
}

const CHILDREN: ReadonlySet<TargetGroup> = new Set(FAMILIES.child)

/** The help with the largest need among the first tier that has one; lines without a figure take no part. */
function mainHelp(view: InstanceInput, wanted: (line: LineFigures) => boolean): string | undefined {
  const found = view.figures.lines.filter((line) => line.need.known && line.needed > 0 && wanted(line))
  return found.toSorted((a, b) => a.activity.tier - b.activity.tier || b.needed - a.needed)[0]?.line.id
}

/** Notes that a meeting can do something about: what is against a rule, or more than a source has. */
function breaches(view: InstanceInput): AgendaItem[] {
  const grave = checkPlan(view).filter(({ severity, code }) => severity === 'error' || (severity === 'warning' && code.startsWith('rule_')))
  return grave.slice(0, MOST_BREACHES).map((finding) => ({ kind: 'breach', subject: `${finding.code}:${finding.where.id}`, words: { why: 'breach', name: finding.where.label, finding } }))
}

/**
 * The points that a plan leaves open, in the order in which a meeting can take them: what is against a rule; which of its scenarios holds;
 * the help for the children and the cadres' incentive, which every rembuk asks about; then what is not paid in full, by tier, the largest
 * amount first. Each help once. An empty plan has none.
 */
export function agendaOf(view: InstanceInput, scenarios: number): AgendaItem[] {
  const help = (lineId: string | undefined, why: AgendaReason): AgendaItem[] => {
    const lines = lineId === undefined ? [] : helpLines(view, lineId)
    const words = helpWords(lines, why)
    return words && lines[0] ? [{ kind: 'help', subject: lines[0].line.id, words }] : []
  }
  const children = mainHelp(view, ({ line }) => DIRECT_CLASSES.has(line.spendingClass) && groupOf(line) === 'stunted')
    ?? mainHelp(view, ({ line }) => DIRECT_CLASSES.has(line.spendingClass) && CHILDREN.has(groupOf(line) ?? 'cadre'))
  const cadres = mainHelp(view, ({ line }) => line.spendingClass === 'cadre_incentive' && groupOf(line) === 'cadre')
  const first = [...help(children, 'children'), ...help(cadres, 'cadres')]
  const taken = new Set(first.map(({ subject }) => subject))
  const gaps = largestGaps(view, view.figures.lines.length).toSorted((a, b) => a.tier - b.tier || b.gap - a.gap)
    .flatMap(({ lineId }) => help(lineId, 'gap')).filter(({ subject }) => !taken.has(subject)).slice(0, MOST_GAPS)
  return [...breaches(view), ...(scenarios > 0 ? [{ kind: 'plan', subject: '', words: { why: 'scenarios', name: '' } } as const] : []), ...first, ...gaps]
}

/** Words that may stand on a wall: a family is never called stunted before its neighbours. Meetings and plans keep their names. */
export function beforeFamilies(text: string): string {
  return text.replaceAll(/\b(balita|anak|baduta) (?:ber)?stunting\b/gi, (_, who: string) => `${who} sasaran`).replaceAll(/\bstunted (children|child)\b/gi, (_, who: string) => `target ${who}`)
}

/** A number of people as it may be shown: below five it is hidden, because in a village everybody knows who is meant. 0 is shown. */
export type ShownCount = number | 'few'
const FEW = 5

/** People of a group, hidden below five; cadres and posyandu hold an office and are always shown. */
export function shownCount(people: number, group: TargetGroup | undefined): ShownCount {
  const known = group === undefined || familyOf(group) === 'resource'
  return known || people === 0 || people >= FEW ? people : 'few'
}

/** Short name of a source as people say it at the meeting: a carry-over goes by its label. */
export function spokenSource(source: { readonly code: Parameters<typeof sourceOf>[0]; readonly label: string; readonly origin: 'current' | 'carry_over' }): string {
  return source.origin === 'carry_over' ? source.label : sourceOf(source.code).short
}
