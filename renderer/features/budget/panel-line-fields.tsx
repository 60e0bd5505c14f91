import { type KeyboardEvent, useState } from 'react'
import type { PlanEdited, PlanEditInput, PlanLine } from '#shared/contract/plan.ts'
import { number } from '#shared/i18n/format.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { useTranslator } from '../../ui/language.tsx'
import { parsePercent, shareText } from '../../ui/percent.ts'
import { notANumber } from './edits.ts'
import { problemText } from './problem-text.ts'
import { refusalText } from './use-edit.ts'

/** Sends edits; answers what became of them, `undefined` where the call failed and was said in a notice. */
export type Send = (edits: readonly PlanEditInput[]) => Promise<PlanEdited | undefined>

/** Sends one edit of the panel and keeps the reason where it is refused. */
export function useOneEdit(send: Send) {
  const translator = useTranslator()
  const [fault, setFault] = useState('')
  const edited = async (edit: PlanEditInput) => {
    const [refused] = (await send([edit]))?.refused ?? []
    setFault(refused ? refusalText(refused, translator) : '')
  }
  return { fault, run: (edit: PlanEditInput) => void edited(edit), setFault }
}

/** A typed least coverage in basis points: `null` where it is left empty, `undefined` where it is none between 0 and 100 %. */
export function readTarget(text: string): number | null | undefined {
  return text.trim() === '' ? null : parsePercent(text)
}

/** What is said of a line beside its cells: units, the quantity in whose whole units it is cut, its price, the coverage that an allocation must reach. */
export function LineFields({ line, send }: { readonly line: PlanLine; readonly send: Send }) {
  const translator = useTranslator()
  const { t, language } = translator
  const { fault, run, setFault } = useOneEdit(send)
  const setTarget = (text: string) => {
    const bp = readTarget(text)
    if (bp === undefined) setFault(t('budget.panel.targetFault'))
    else run({ what: 'target', line: line.id, bp })
  }
  const setPrice = (text: string) => {
    const typed = parseAmount(text, language)
    if (typed === undefined) setFault(problemText(notANumber(text, language), translator))
    else run({ what: 'price', line: line.id, value: typed.value, ...(typed.basis === null ? {} : { basis: `=${typed.basis}` }) })
  }
  return (
    <section>
      <h3>{t('budget.panel.line')}</h3>
      <div className="small-form">
        {line.quantities.map((quantity, index) => (
          <SavedField
            // oxlint-disable-next-line react/no-array-index-key -- a quantity has no name but its place
            key={`${index}/${quantity.unit}`} label={t('budget.panel.unit', { n: index + 1 })} value={quantity.unit} most={30}
            save={(text) => { if (text !== '') run({ what: 'unit', line: line.id, index, text }) }}
          />
        ))}
        <label>{t('budget.panel.cutBy')}
          <select value={line.cutBy ?? ''} onChange={(event) => run({ what: 'cut', line: line.id, by: event.target.value === '' ? null : Number(event.target.value) })}>
            {line.quantities.map((quantity, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a quantity has no name but its place
              <option key={index} value={index}>{t('budget.panel.cutUnit', { unit: unitWord(quantity.unit, language) })}</option>
            ))}
            <option value="">{t('budget.panel.whole')}</option>
          </select>
        </label>
        <SavedField key={`p${line.unitPrice}`} label={t('budget.panel.priceField')} most={200} value={number(line.unitPrice, language)} save={setPrice} />
        <SavedField
          key={`t${line.coverageTargetBp}`} label={t('budget.panel.target')} hint={t('budget.panel.targetHint')} placeholder={t('budget.panel.targetNone')} most={20}
          value={line.coverageTargetBp === null ? '' : shareText(line.coverageTargetBp, language)} save={setTarget}
        />
      </div>
      {fault && <p className="alarm fine" role="alert">{fault}</p>}
    </section>
  )
}

/** A number that was typed over a count: what the count says, and the way back to it. */
export function OverridePart({ line, send }: { readonly line: PlanLine; readonly send: Send }) {
  const { t, find, language } = useTranslator()
  const { fault, run } = useOneEdit(send)
  const { override } = line
  const quantity = override && line.quantities[override.index]
  if (!override || !quantity) return null
  const group = find(`terms.groups.${override.driver}`) ?? override.driver
  return (
    <section>
      <h3 className="attention">{t('budget.panel.typedTitle')}</h3>
      <p>{t('budget.panel.typedOver', { figure: `${quantity.now === null ? '…' : number(quantity.now, language)} ${unitWord(quantity.unit, language, quantity.now)}` })} {override.wouldBe === null
        ? t('budget.panel.nothingCounted', { group }) : t('budget.panel.wouldBe', { group, figure: `${number(override.wouldBe, language)} ${unitWord(quantity.unit, language, override.wouldBe)}` })}</p>
      <button type="button" onClick={() => run({ what: 'follow', line: line.id, index: override.index, driver: override.driver, shareBp: override.shareBp })}>{t('budget.panel.follow')}</button>
      {fault && <p className="alarm fine" role="alert">{fault}</p>}
    </section>
  )
}

interface SavedFieldProps {
  readonly label: string
  readonly value: string
  readonly most: number
  readonly hint?: string
  readonly placeholder?: string
  /** The label is for those who listen only: the head of a table says it. */
  readonly quiet?: boolean
  save(text: string): void
}

/** A text that is saved when its field is left; Esc takes the old one back. */
export function SavedField({ label, value, most, hint, placeholder, quiet = false, save }: SavedFieldProps) {
  const [text, setText] = useState(value)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key === 'Escape' && text !== value) {
      // what was typed goes first; a dialog around it stays
      event.preventDefault()
      setText(value)
    }
  }
  return (
    <label title={hint}>{quiet ? <span className="hidden">{label}</span> : label}
      <input value={text} maxLength={most} placeholder={placeholder} onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} onBlur={() => text.trim() !== value && save(text.trim())} />
    </label>
  )
}
