import { type ToggleEvent, useState } from 'react'
import { number } from '#shared/i18n/format.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { useTranslator } from '../../ui/language.tsx'
import { shareText } from '../../ui/percent.ts'
import { type Draft, priceField, targetField } from './draft.ts'
import type { PlanLine } from './types.ts'

interface LinesPartProps {
  readonly draft: Draft
  readonly lines: readonly PlanLine[]
  readonly wrong: readonly string[]
  put(part: Partial<Draft>): void
}

/** Single lines: which keep what the plan gives now, which must reach so much of their need, which cost more or less. */
export function LinesPart({ draft, lines, wrong, put }: LinesPartProps) {
  const { t, language } = useTranslator()
  const [open, setOpen] = useState(false)
  const { protect, linePrices, lineTargets } = draft
  const typed = (texts: Readonly<Record<string, string>>) => Object.values(texts).filter((text) => text.trim() !== '').length
  const count = protect.lines.length + typed(linePrices) + typed(lineTargets)
  const faulty = lines.some(({ id }) => wrong.includes(priceField(id)) || wrong.includes(targetField(id)))
  // What is wrong stays in sight.
  const toggled = ({ currentTarget: part }: ToggleEvent<HTMLDetailsElement>) => {
    if (faulty) part.open = true
    setOpen(part.open)
  }
  const units = ({ fundedUnits, units: needed, cutBy, quantities }: PlanLine) => (needed === null ? t('budget.unknownNeed')
    : t('scenarios.editor.unitsOf', { funded: number(fundedUnits, language), needed: number(needed, language), unit: unitWord((cutBy === null ? undefined : quantities[cutBy]?.unit) ?? '', language, needed) }).trim())
  return (
    <div className="editor-part">
      <details open={open || faulty} onToggle={toggled}>
        <summary>{t('scenarios.editor.lines', { count })}</summary>
        <p className="fine soft">{t('scenarios.editor.linesHint')}</p>
        <div className="editor-lines" role="region" aria-label={t('scenarios.editor.lines', { count })} tabIndex={0}>
          <table className="ledger">
            <thead>
              <tr><th scope="col">{t('scenarios.cash.line')}</th><th scope="col" className="num">{t('scenarios.editor.now')}</th><th scope="col">{t('scenarios.editor.protectLine')}</th><th scope="col" className="num">{t('scenarios.editor.target')}</th><th scope="col" className="num">{t('scenarios.editor.price')}</th></tr>
            </thead>
            <tbody>
              {lines.map((line) => {
                const { id, description, fundedUnits, coverageTargetBp } = line
                const kept = protect.lines.includes(id)
                return (
                  <tr key={id}>
                    <th scope="row">{description}</th>
                    <td className="num soft">{units(line)}</td>
                    <td className="sign">
                      <input
                        type="checkbox" checked={kept} disabled={fundedUnits === 0 && !kept} aria-label={t('scenarios.editor.protectLineOf', { line: description })}
                        onChange={(event) => put({ protect: { ...protect, lines: event.target.checked ? [...protect.lines, id] : protect.lines.filter((one) => one !== id) } })}
                      />
                    </td>
                    <td><input className="amount" type="text" aria-label={t('scenarios.editor.targetOf', { line: description })} placeholder={coverageTargetBp === null ? '–' : shareText(coverageTargetBp, language)} value={lineTargets[id] ?? ''} aria-invalid={wrong.includes(targetField(id))} onChange={(event) => put({ lineTargets: { ...lineTargets, [id]: event.target.value } })} /></td>
                    <td><input className="amount" type="text" aria-label={t('scenarios.editor.priceOf', { line: description })} placeholder="+5%" value={linePrices[id] ?? ''} aria-invalid={wrong.includes(priceField(id))} onChange={(event) => put({ linePrices: { ...linePrices, [id]: event.target.value } })} /></td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  )
}
