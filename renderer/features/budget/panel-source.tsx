import type { PlanLine } from '#shared/contract/plan.ts'
import { date, rupiah } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { hrefOf } from '../../ui/route.ts'
import { type Send, useOneEdit } from './panel-line-fields.tsx'
import type { Source } from './types.ts'

/**
 * Rupiah that a cell may keep so that its overdrawn source has enough again: whole units unless the line may be shared, never below 0. Where
 * that is 0, other cells of the source may have to give way too.
 */
function enoughOf(line: Pick<PlanLine, 'bySource' | 'splittable' | 'unitCost'>, source: Pick<Source, 'label' | 'left'>): number {
  const room = Math.max(0, (line.bySource[source.label] ?? 0) + source.left)
  return line.splittable || !line.unitCost ? room : Math.floor(room / line.unitCost) * line.unitCost
}

/** The source of the active cell: what it has, what is planned of it, and, where that is too much, how to repair it from here. */
export function SourcePart({ source, line, locked, send }: { readonly source: Source; readonly line: PlanLine | undefined; readonly locked: boolean; readonly send: Send }) {
  const { t, language } = useTranslator()
  const typed = line?.typed[source.label]
  return (
    <section>
      <h3>{t('budget.panel.source')}: {source.name}</h3>
      {typed && <p>{t('budget.panel.typedAs', { text: typed.text, date: date(typed.date, language) })}</p>}
      <dl>
        <dt>{t('budget.panel.available')}</dt><dd>{rupiah(source.available, language)}</dd>
        <dt>{t('budget.panel.spent')}</dt><dd>{rupiah(source.spent, language)}</dd>
        <dt>{t('budget.panel.left')}</dt><dd className={source.left < 0 ? 'alarm' : undefined}>{rupiah(source.left, language)}</dd>
      </dl>
      {source.left < 0 && (
        <>
          <p className="alarm">{t('budget.panel.over', { source: source.label, amount: rupiah(-source.left, language) })}</p>
          {line && (line.bySource[source.label] ?? 0) > 0 && <LowerCell line={line} source={source} send={send} />}
          <p className="fine"><a href={hrefOf('sumber', source.id)}>{t('budget.panel.overCeiling')}</a></p>
        </>
      )}
      {locked && <p className="soft fine">{t('budget.locked')}. {t('budget.lockHint')}</p>}
    </section>
  )
}

function LowerCell({ line, source, send }: { readonly line: PlanLine; readonly source: Source; readonly send: Send }) {
  const { t, language } = useTranslator()
  const { fault, run } = useOneEdit(send)
  const amount = enoughOf(line, source)
  const short = (line.bySource[source.label] ?? 0) + source.left < 0
  return (
    <>
      <p className="fine">{t(short ? 'budget.panel.overShort' : 'budget.panel.overMost', { amount: rupiah(amount, language) })}</p>
      <button type="button" onClick={() => run({ what: 'cell', line: line.id, source: source.label, amount })}>{t('budget.panel.overLower', { amount: rupiah(amount, language) })}</button>
      {fault && <p className="alarm fine" role="alert">{fault}</p>}
    </>
  )
}
