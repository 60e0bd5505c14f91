import { useQuery } from '@tanstack/react-query'
import { SPENDING_CLASSES } from '#shared/domain/plan.ts'
import { FAMILIES, type Family, FAMILY_NAMES, TARGET_GROUPS } from '#shared/domain/target-group.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import type { Draft } from './draft.ts'
import type { PlanLine, Source } from './types.ts'

interface PartProps {
  readonly draft: Draft
  put(part: Partial<Draft>): void
}

/** Prices in percent: of all lines, and of classes of spending that change otherwise. */
export function PricePart({ draft, lines, wrong, put }: PartProps & { readonly lines: readonly PlanLine[]; readonly wrong: readonly string[] }) {
  const { t } = useTranslator()
  const used = SPENDING_CLASSES.filter((one) => lines.some(({ spendingClass }) => spendingClass === one) || draft.classPrices[one] !== undefined)
  const field = (key: string, label: string, text: string, set: (text: string) => void) => (
    <label key={key} className="field"><span className="fine soft">{label}</span><input className="amount" type="text" placeholder="+5%" value={text} aria-invalid={wrong.includes(key)} onChange={(event) => set(event.target.value)} /></label>
  )
  return (
    <fieldset>
      <legend>{t('scenarios.editor.prices')}</legend>
      <div className="fields">
        {field('prices', t('scenarios.editor.allPrices'), draft.allPrices, (allPrices) => put({ allPrices }))}
        {used.map((one) => field(one, t(`terms.spendingClasses.${one}`), draft.classPrices[one] ?? '', (text) => put({ classPrices: { ...draft.classPrices, [one]: text } })))}
      </div>
    </fieldset>
  )
}

/** Another series per family of groups, where there is more than one to choose from. */
export function SeriesPart({ draft, put }: PartProps) {
  const { t } = useTranslator()
  const api = useApi()
  const series = useQuery(api.caseload.list.queryOptions({ input: {} }))
  const counting = (family: Family) => (series.data ?? []).filter(({ kind, counts }) => kind !== 'survey' && FAMILIES[family].some((group) => counts[group] !== undefined))
  const choices = FAMILY_NAMES.map((family) => [family, counting(family)] as const).filter(([family, found]) => found.length > 1 || draft.series[family] !== undefined)
  if (choices.length === 0) return null
  return (
    <fieldset>
      <legend>{t('scenarios.editor.series')}</legend>
      <div className="fields wide">
        {choices.map(([family, found]) => (
          <label key={family} className="field">
            <span className="fine soft">{t(`terms.families.${family}`)}</span>
            <select
              value={draft.series[family] ?? ''}
              onChange={(event) => put({ series: Object.fromEntries(Object.entries({ ...draft.series, [family]: event.target.value }).filter(([, name]) => name !== '')) })}
            >
              <option value="">{t('scenarios.editor.modes.plan')}</option>
              {found.map(({ id, name }) => <option key={id} value={name}>{name}</option>)}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Who and what keeps at least what the plan gives now: groups, and what sources pay. */
export function ProtectPart({ draft, lines, sources, put }: PartProps & { readonly lines: readonly PlanLine[]; readonly sources: readonly Source[] }) {
  const { t } = useTranslator()
  const { protect } = draft
  const followed = new Set(lines.filter(({ fundedUnits }) => fundedUnits > 0).flatMap(({ quantities }) => quantities.flatMap((one) => ('driver' in one ? [one.driver] : []))))
  const groups = TARGET_GROUPS.filter((one) => followed.has(one) || protect.groups.includes(one))
  const paying = sources.filter(({ label, spent }) => spent > 0 || protect.sources.includes(label))
  const check = <T extends string>(key: T, name: string, all: readonly T[], set: (all: T[]) => void) => (
    <label key={key} className="check"><input type="checkbox" checked={all.includes(key)} onChange={(event) => set(event.target.checked ? [...all, key] : all.filter((one) => one !== key))} /> {name}</label>
  )
  return (
    <fieldset>
      <legend>{t('scenarios.editor.protect')}</legend>
      <p className="fine soft">{t('scenarios.editor.protectHint')}</p>
      {groups.length + paying.length === 0 && <p className="fine soft">{t('scenarios.editor.protectNone')}</p>}
      <div className="checks">{groups.map((one) => check(one, t(`terms.groups.${one}`), protect.groups, (all) => put({ protect: { ...protect, groups: all } })))}</div>
      {paying.length > 0 && (
        <details>
          <summary>{t('scenarios.editor.protectMore', { count: protect.sources.length })}</summary>
          <div className="checks">{paying.map(({ label, name }) => check(label, t('scenarios.editor.protectSource', { source: name }), protect.sources, (all) => put({ protect: { ...protect, sources: all } })))}</div>
        </details>
      )}
    </fieldset>
  )
}

/** How the money is divided, in words. */
export function StrategyPart({ draft, put }: PartProps) {
  const { t } = useTranslator()
  return (
    <fieldset>
      <legend>{t('budget.allocate.strategy')}</legend>
      {(['tiered', 'children'] as const).map((one) => (
        <label key={one} className="check strategy">
          <input type="radio" name="scenario-strategy" checked={draft.strategy === one} onChange={() => put({ strategy: one })} />
          <span><b>{t(`budget.allocate.${one}`)}</b> <span className="soft">{t(`budget.allocate.${one}Text`)}</span></span>
        </label>
      ))}
    </fieldset>
  )
}
