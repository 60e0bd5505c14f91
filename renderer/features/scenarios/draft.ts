import { SPENDING_CLASSES } from '#shared/domain/plan.ts'
import type { CeilingPreset } from '#shared/domain/scenario-presets.ts'
import type { Language } from '#shared/i18n/index.ts'
import { number } from '#shared/i18n/format.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import { changeText, parseChange } from './change.ts'
import { NOTHING_CHANGED, type ScenarioOverrides, type Source } from './types.ts'

type SpendingClass = (typeof SPENDING_CLASSES)[number]
export type CeilingMode = 'plan' | 'amount' | 'percent' | CeilingPreset

/** What is typed in the editor, as text until it is saved. */
export interface Draft {
  readonly name: string
  /** By source label. */
  readonly ceilings: Readonly<Record<string, { readonly mode: CeilingMode; readonly text: string; readonly villages: 'independent' | 'other' }>>
  /** Change of all prices, and of classes that differ from it; empty where they stay. */
  readonly allPrices: string
  readonly classPrices: Readonly<Partial<Record<SpendingClass, string>>>
  readonly series: ScenarioOverrides['series']
  readonly protect: ScenarioOverrides['protect']
  readonly strategy: ScenarioOverrides['strategy']
  /** Kept as they are: no field of the editor types them. */
  readonly kept: Pick<ScenarioOverrides, 'targets'> & { readonly linePrices: ScenarioOverrides['prices'] }
}

/** A scenario as the editor shows it; what says nothing is left empty. */
export function draftOf(name: string, overrides: ScenarioOverrides, language: Language): Draft {
  const ceilings = overrides.ceilings.map((one) => [one.source, {
    mode: one.kind === 'preset' ? one.preset : one.kind, villages: (one.kind === 'preset' ? one.villages : undefined) ?? 'other',
    text: one.kind === 'amount' ? number(one.amount, language) : one.kind === 'percent' ? changeText(one.changeBp, language) : '',
  }] as const)
  const all = overrides.prices.findLast(({ spendingClasses, lines }) => spendingClasses === undefined && lines === undefined)
  const classes = overrides.prices.flatMap(({ changeBp, spendingClasses }) => (spendingClasses ?? []).map((one) => [one, changeText(changeBp, language)] as const))
  return {
    name, ceilings: Object.fromEntries(ceilings), allPrices: all ? changeText(all.changeBp, language) : '', classPrices: Object.fromEntries(classes),
    series: overrides.series, protect: overrides.protect, strategy: overrides.strategy,
    kept: { targets: overrides.targets, linePrices: overrides.prices.filter(({ lines }) => lines !== undefined) },
  }
}

export type DraftResult = { readonly overrides: ScenarioOverrides; readonly wrong: readonly string[] }

/** What the editor's texts say. `wrong` names the fields that cannot be read: source labels, `prices`, spending classes. */
export function overridesOf(draft: Draft, sources: readonly Source[], language: Language): DraftResult {
  const wrong: string[] = []
  const ceilings = sources.flatMap(({ label: source }): ScenarioOverrides['ceilings'] => {
    const typed = draft.ceilings[source]
    if (!typed || typed.mode === 'plan') return []
    if (typed.mode === 'amount') {
      const amount = parseAmount(typed.text, language)
      if (amount) return [{ source, kind: 'amount', amount: amount.value }]
    } else if (typed.mode === 'percent') {
      const changeBp = parseChange(typed.text)
      if (changeBp !== undefined) return [{ source, kind: 'percent', changeBp }]
    } else return [{ source, kind: 'preset', preset: typed.mode, ...(typed.mode === 'stage_two_unpaid' && typed.villages === 'independent' ? { villages: 'independent' as const } : {}) }]
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
  return {
    wrong,
    overrides: {
      ...NOTHING_CHANGED, ceilings, series: draft.series, prices: [...(all === undefined ? [] : [{ changeBp: all }]), ...classes, ...draft.kept.linePrices],
      protect: draft.protect, targets: draft.kept.targets, strategy: draft.strategy,
    },
  }
}
