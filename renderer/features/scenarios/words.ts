import { number, rupiah } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { unitWord } from '#shared/i18n/units.ts'
import type { TargetGroup } from '#shared/domain/target-group.ts'
import { shareText } from '../../ui/percent.ts'
import { changeText } from './change.ts'
import type { PlanLine, ScenarioItem, ScenarioOverrides } from './types.ts'

type Lock = ScenarioOverrides['locks'][number]
type Ceiling = ScenarioOverrides['ceilings'][number]

function ceilingWords(ceiling: Ceiling, { t, language }: Translator): string {
  const { source } = ceiling
  if (ceiling.kind === 'amount') return t('scenarios.words.amount', { source, amount: rupiah(ceiling.amount, language) })
  if (ceiling.kind === 'percent') return t('scenarios.words.percent', { source, change: changeText(ceiling.changeBp, language) })
  const preset = t('scenarios.words.preset', { source, preset: t(`scenarios.presets.${ceiling.preset}.name`) })
  return ceiling.freePart === undefined ? preset : `${preset} ${t('scenarios.words.freePart', { amount: rupiah(ceiling.freePart, language) })}`
}

/** How much of a cell stays locked, in the unit that its line is cut by, or in rupiah where a unit may be shared. */
export function lockedText(lock: Exclude<Lock, { kind: 'released' }>, line: PlanLine | undefined, language: Translator['language']): string {
  if (lock.kind === 'amount') return rupiah(lock.amount, language)
  const unit = line && line.cutBy !== null ? (line.quantities[line.cutBy]?.unit ?? '') : ''
  return `${number(lock.units, language)} ${unitWord(unit, language, lock.units)}`.trim()
}

/** What a scenario says differently from the plan, one sentence each; none where it says nothing. */
export function overrideWords(overrides: ScenarioOverrides, lines: readonly PlanLine[], translator: Translator): string[] {
  const { t, language } = translator
  const names = new Map(lines.map(({ id, description }) => [id, description]))
  const nameOf = (id: string) => names.get(id) ?? [...names].find(([known]) => known.startsWith(id))?.[1] ?? id
  const { protect } = overrides
  const prices = overrides.prices.map(({ changeBp, spendingClasses, lines: named }) => {
    const what = [...(spendingClasses ?? []).map((one) => t(`terms.spendingClasses.${one}`)), ...(named ?? []).map(nameOf)].join(', ')
    return what === '' ? t('scenarios.words.prices', { change: changeText(changeBp, language) }) : t('scenarios.words.pricesOf', { what, change: changeText(changeBp, language) })
  })
  const kept = [...protect.groups.map((one: TargetGroup) => t(`terms.groups.${one}`)), ...protect.lines.map(nameOf), ...protect.sources]
  return [
    ...overrides.ceilings.map((one) => ceilingWords(one, translator)),
    ...Object.values(overrides.series).flatMap((series) => (series === undefined ? [] : [t('scenarios.words.series', { series })])),
    ...prices,
    ...(kept.length > 0 ? [t('scenarios.words.protect', { what: kept.join(', ') })] : []),
    ...overrides.targets.map(({ line, targetBp }) => t(targetBp === 0 ? 'scenarios.words.noTarget' : 'scenarios.words.target', { line: nameOf(line), share: shareText(targetBp, language) })),
    ...overrides.locks.map((lock) => {
      const names = { line: nameOf(lock.line), source: lock.source }
      return lock.kind === 'released' ? t('scenarios.words.released', names) : t('scenarios.words.heldAt', { ...names, units: lockedText(lock, lines.find(({ id }) => id === lock.line), language) })
    }),
    ...(overrides.strategy === 'children' ? [t('scenarios.words.children')] : []),
  ]
}

/** Overrides that say nothing about the plan as it is now, each with why. */
export function ignoredWords({ ignored }: ScenarioItem, lines: readonly PlanLine[], { t, find }: Translator): string[] {
  const names = new Map(lines.map(({ id, description }) => [id, description]))
  const nameOf = (id: string) => names.get(id) ?? find(`terms.groups.${id}`) ?? id
  return ignored.map(({ what, id, why }) => t('scenarios.ignored', { what: what === 'lock' ? t('scenarios.words.lockOf', { line: nameOf(id) }) : nameOf(id), why: t(`scenarios.refusals.${why}`) }))
}
