import { SPENDING_CLASSES } from '#shared/domain/plan.ts'
import type { CeilingPreset } from '#shared/domain/scenario-presets.ts'
import type { Language } from '#shared/i18n/index.ts'
import { number } from '#shared/i18n/format.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import { parsePercent, shareText } from '../../ui/percent.ts'
import { changeText, parseChange } from './change.ts'
import { NOTHING_CHANGED, type PlanLine, type ScenarioOverrides, type Source } from './types.ts'

type SpendingClass = (typeof SPENDING_CLASSES)[number]
export type CeilingMode = 'plan' | 'amount' | 'percent' | CeilingPreset

/** What is typed in the editor, as text until it is saved. */
export interface Draft {
  readonly name: string
  /** By source label. `free`: the part that is not earmarked, for the preset that takes from it; empty = estimated. */
  readonly ceilings: Readonly<Record<string, { readonly mode: CeilingMode; readonly text: string; readonly villages: 'independent' | 'other'; readonly free: string }>>
  /** Change of all prices, and of classes that differ from it; empty where they stay. */
  readonly allPrices: string
  readonly classPrices: Readonly<Partial<Record<SpendingClass, string>>>
  /** Change of the price and least coverage of single lines, by id; empty where they are as in the plan. */
  readonly linePrices: Readonly<Record<string, string>>
  readonly lineTargets: Readonly<Record<string, string>>
  readonly series: ScenarioOverrides['series']
  readonly protect: ScenarioOverrides['protect']
  readonly locks: ScenarioOverrides['locks']
  readonly strategy: ScenarioOverrides['strategy']
}

/** Names of the fields of a single line in `wrong`. */
export const priceField = (line: string): string => `price/${line}`
export const targetField = (line: string): string => `target/${line}`

/** What the plan still has, of what overrides name. */
export interface Known {
  readonly sources: readonly Pick<Source, 'label'>[]
  readonly lines: readonly Pick<PlanLine, 'id'>[]
  /** Series that are gone. */
  readonly lost: readonly string[]
}

/** Overrides without what is gone from the plan: it could not be saved again. */
function stillThere(overrides: ScenarioOverrides, { sources, lines, lost }: Known): ScenarioOverrides {
  const [ids, labels] = [new Set(lines.map(({ id }) => id)), new Set(sources.map(({ label }) => label))]
  const { protect } = overrides
  return {
    ...overrides, series: Object.fromEntries(Object.entries(overrides.series).filter(([, name]) => !lost.includes(name))),
    protect: { ...protect, lines: protect.lines.filter((id) => ids.has(id)), sources: protect.sources.filter((label) => labels.has(label)) },
    prices: overrides.prices.map((price) => (price.lines ? { ...price, lines: price.lines.filter((id) => ids.has(id)) } : price)), targets: overrides.targets.filter(({ line }) => ids.has(line)),
    locks: overrides.locks.filter(({ line, source }) => ids.has(line) && labels.has(source)),
  }
}

/** A scenario as the editor shows it; what says nothing is left empty. */
export function draftOf(name: string, all: ScenarioOverrides, known: Known, language: Language): Draft {
  const overrides = stillThere(all, known)
  const ceilings = overrides.ceilings.map((one) => [one.source, {
    mode: one.kind === 'preset' ? one.preset : one.kind, villages: (one.kind === 'preset' ? one.villages : undefined) ?? 'other',
    text: one.kind === 'amount' ? number(one.amount, language) : one.kind === 'percent' ? changeText(one.changeBp, language) : '',
    free: one.kind === 'preset' && one.freePart !== undefined ? number(one.freePart, language) : '',
  }] as const)
  const everything = overrides.prices.findLast(({ spendingClasses, lines }) => spendingClasses === undefined && lines === undefined)
  const classes = overrides.prices.flatMap(({ changeBp, spendingClasses }) => (spendingClasses ?? []).map((one) => [one, changeText(changeBp, language)] as const))
  return {
    name, ceilings: Object.fromEntries(ceilings), allPrices: everything ? changeText(everything.changeBp, language) : '', classPrices: Object.fromEntries(classes),
    linePrices: Object.fromEntries(overrides.prices.flatMap(({ changeBp, lines }) => (lines ?? []).map((line) => [line, changeText(changeBp, language)]))),
    lineTargets: Object.fromEntries(overrides.targets.map(({ line, targetBp }) => [line, shareText(targetBp, language)])),
    series: overrides.series, protect: overrides.protect, locks: overrides.locks, strategy: overrides.strategy,
  }
}

export type DraftResult = { readonly overrides: ScenarioOverrides; readonly wrong: readonly string[] }

/** What the editor's texts say. `wrong` names the fields that cannot be read: source labels, `prices`, spending classes, fields of single lines. */
export function overridesOf(draft: Draft, sources: readonly Source[], language: Language): DraftResult {
  const wrong: string[] = []
  const ceilings = sources.flatMap(({ label: source, ceiling }): ScenarioOverrides['ceilings'] => {
    const typed = draft.ceilings[source]
    if (!typed || typed.mode === 'plan') return []
    if (typed.mode === 'amount') {
      const amount = parseAmount(typed.text, language)
      if (amount) return [{ source, kind: 'amount', amount: amount.value }]
    } else if (typed.mode === 'percent') {
      const changeBp = parseChange(typed.text)
      if (changeBp !== undefined) return [{ source, kind: 'percent', changeBp }]
    } else {
      const preset = { source, kind: 'preset', preset: typed.mode } as const
      if (preset.preset !== 'stage_two_unpaid') return [preset]
      const asked = { ...preset, ...(typed.villages === 'independent' ? { villages: typed.villages } : {}) }
      if (typed.free.trim() === '') return [asked]
      const free = parseAmount(typed.free, language)
      if (free && free.value <= (ceiling ?? free.value)) return [{ ...asked, freePart: free.value }]
    }
    wrong.push(source)
    return []
  })
  const change = (field: string, text: string | undefined): number | undefined => {
    if (text === undefined || text.trim() === '') return undefined
    const found = parseChange(text)
    if (found === undefined) wrong.push(field)
    return found
  }
  const all = change('prices', draft.allPrices)
  const classes = SPENDING_CLASSES.flatMap((one) => {
    const changeBp = change(one, draft.classPrices[one])
    return changeBp === undefined ? [] : [{ changeBp, spendingClasses: [one] }]
  })
  const priced = Object.entries(draft.linePrices).flatMap(([line, text]) => {
    const changeBp = change(priceField(line), text)
    return changeBp === undefined ? [] : [{ line, changeBp }]
  })
  const linePrices = [...Map.groupBy(priced, ({ changeBp }) => changeBp)].map(([changeBp, lines]) => ({ changeBp, lines: lines.map(({ line }) => line) }))
  const targets = Object.entries(draft.lineTargets).flatMap(([line, text]) => {
    if (text.trim() === '') return []
    const targetBp = parsePercent(text)
    if (targetBp === undefined) wrong.push(targetField(line))
    return targetBp === undefined ? [] : [{ line, targetBp }]
  })
  return {
    wrong,
    overrides: {
      ...NOTHING_CHANGED, ceilings, series: draft.series, prices: [...(all === undefined ? [] : [{ changeBp: all }]), ...classes, ...linePrices],
      protect: draft.protect, targets, locks: draft.locks, strategy: draft.strategy,
    },
  }
}
