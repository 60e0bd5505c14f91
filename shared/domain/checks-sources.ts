import { sourceAllowed, sourceOf } from '#shared/catalogue/sources.ts'
import { reserveBp, type SourceFigures } from './figures.ts'
import type { Finding } from './finding.ts'
import type { InstanceInput } from './instance.ts'
import { aboutPlan, aboutSource } from './make-finding.ts'
import { FULL_BP } from './money.ts'

/** A commitment this close to the reserve is taken for the reserve itself. */
const NEARLY_BP = 9_000

/** Whole pagu, regular part and the year's reserve against each other (domain §1.3). */
function checkReserve(source: SourceFigures, { plan, rules }: InstanceInput): Finding[] {
  const { total, ceiling } = source.source
  const bp = reserveBp(source.source, rules)
  const found: Finding[] = []
  const words = {
    source: source.source.label,
    citation: rules.rules.find((rule) => rule.kind === 'reserve' && rule.source === source.source.code)?.citation ?? '',
  }
  if (total !== null && source.reserve !== null) {
    const regular = total - source.reserve
    const amounts = { total, reserve: source.reserve, regular, shareBp: bp }
    if (ceiling === null) found.push(aboutSource('total_only_estimated', 'info', source, { amounts, words }))
    else if (ceiling !== regular)
      found.push(
        aboutSource('regular_deviates', 'warning', source, {
          amounts: { ...amounts, ceiling, difference: Math.abs(ceiling - regular) },
          words,
        }),
      )
    const { reserve } = source
    const booked = plan.commitments.find(
      ({ sourceId, class: kind, amount }) =>
        sourceId === source.source.id &&
        (kind === 'capital' || kind === 'other') &&
        amount * FULL_BP >= reserve * NEARLY_BP &&
        amount <= reserve * 2,
    )
    if (reserve > 0 && booked)
      found.push(
        aboutSource('reserve_committed', 'warning', source, {
          amounts: { amount: booked.amount, reserve, shareBp: bp },
          words: { ...words, commitment: booked.class },
        }),
      )
  }
  // Without a reserve the whole pagu and the spendable part should agree.
  if (total !== null && ceiling !== null && source.reserve === null && ceiling > total) {
    found.push(aboutSource('total_without_reserve', 'warning', source, { amounts: { total, ceiling, difference: ceiling - total }, words }))
  }
  return found
}

function checkSource(source: SourceFigures, view: InstanceInput): Finding[] {
  const { ceiling, committed, available, spent, left } = source
  const { label, code, certainty } = source.source
  const words = { source: label }
  const found: Finding[] = []
  if (!sourceAllowed(code, view.plan.kind))
    found.push(aboutSource('source_not_for_kind', 'error', source, { words: { ...words, kind: view.plan.kind } }))
  if (ceiling === null) {
    if (spent > 0 || committed > 0) found.push(aboutSource('no_ceiling', 'warning', source, { amounts: { spent, committed }, words }))
  } else if (source.overcommitted)
    found.push(aboutSource('overcommitted', 'warning', source, { amounts: { ceiling, committed, over: committed - ceiling }, words }))
  if (ceiling !== null && left < 0)
    found.push(aboutSource('overspent', 'error', source, { amounts: { available, spent, over: -left }, words }))
  if (sourceOf(code).group === 'partner' && spent > 0) {
    if (!source.source.onBudget)
      found.push(aboutSource('partner_off_budget', 'info', source, { amounts: { spent }, words: { ...words, kind: view.plan.kind } }))
    if (certainty === 'pledged') found.push(aboutSource('pledged_used', 'info', source, { amounts: { spent }, words }))
  }
  return [...found, ...checkReserve(source, view)]
}

/** Sources that nobody has filled in yet, in one note: they count as nothing. */
function checkEmpty({ plan, figures }: InstanceInput): Finding[] {
  const empty = figures.sources.filter(({ ceiling, spent, committed }) => ceiling === null && spent === 0 && committed === 0)
  if (empty.length === 0) return []
  return [aboutPlan('ceilings_missing', 'info', plan, { amounts: { sourcesCount: empty.length }, words: { sources: empty.map(({ source }) => source.label).join(', ') } })]
}

/** Sources: ceilings, commitments, what is booked, and what a plan of this kind cannot hold. */
export function checkSources(view: InstanceInput): Finding[] {
  if (view.plan.sources.length === 0) return [aboutPlan('no_sources', 'warning', view.plan)]
  return [...view.figures.sources.flatMap((source) => checkSource(source, view)), ...checkEmpty(view)]
}
