import { Fragment } from 'react'
import { number } from '#shared/i18n/format.ts'
import { CEILING_PRESETS, estimatedFreePart } from '#shared/domain/scenario-presets.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { CeilingMode, Draft } from './draft.ts'
import type { Source } from './types.ts'

interface CeilingPartProps {
  readonly draft: Draft
  readonly sources: readonly Source[]
  readonly wrong: readonly string[]
  put(part: Partial<Draft>): void
}

/** Another ceiling per source: as the plan has it, an amount, a change in percent, or a ready-made cut of Dana Desa. */
export function CeilingPart({ draft, sources, wrong, put }: CeilingPartProps) {
  const { t, language } = useTranslator()
  const withMoney = sources.filter(({ label, ceiling }) => ceiling !== null || draft.ceilings[label] !== undefined)
  const set = (label: string, part: Partial<Draft['ceilings'][string]>) =>
    put({ ceilings: { ...draft.ceilings, [label]: { mode: 'plan', text: '', villages: 'other', free: '', ...draft.ceilings[label], ...part } } })
  return (
    <fieldset>
      <legend>{t('scenarios.editor.ceilings')}</legend>
      {withMoney.length === 0 && <p className="fine soft">{t('scenarios.noSources')}</p>}
      <table className="ledger">
        <tbody>
          {withMoney.map(({ id, label, name, code, origin, ceiling, commitments }) => {
            const { mode, text, villages, free } = draft.ceilings[label] ?? { mode: 'plan' as CeilingMode, text: '', villages: 'other' as const, free: '' }
            const presets = code === 'DDS' && origin === 'current' ? CEILING_PRESETS : []
            const row = (
              <tr key={id}>
                <th scope="row"><b>{label}</b> <span className="soft">{name}</span></th>
                <td className="num soft">{ceiling === null ? '–' : number(ceiling, language)}</td>
                <td>
                  <select aria-label={t('scenarios.editor.how', { source: label })} value={mode} onChange={(event) => set(label, { mode: event.target.value as CeilingMode })}>
                    {(['plan', 'percent', 'amount'] as const).map((one) => <option key={one} value={one}>{t(`scenarios.editor.modes.${one}`)}</option>)}
                    {presets.map((one) => <option key={one} value={one}>{t(`scenarios.presets.${one}.name`)}</option>)}
                  </select>
                </td>
                <td className="typed">
                  {(mode === 'amount' || mode === 'percent') && (
                    <input
                      className="amount" type="text" aria-label={t(mode === 'amount' ? 'scenarios.editor.amountOf' : 'scenarios.editor.percentOf', { source: label })} placeholder={mode === 'amount' ? '300 jt' : '−40%'}
                      value={text} aria-invalid={wrong.includes(label)} onChange={(event) => set(label, { text: event.target.value })}
                    />
                  )}
                </td>
              </tr>
            )
            return mode !== 'stage_two_unpaid' ? row : (
              <Fragment key={id}>
                {row}
                <tr>
                  <td colSpan={4}>
                    <div className="free-part">
                      <label>{t('scenarios.editor.freePart')} <input
                        className="amount" type="text" aria-label={t('scenarios.editor.freePartOf', { source: label })} aria-describedby={`${id}-free`} value={free} aria-invalid={wrong.includes(label)}
                        placeholder={number(estimatedFreePart(ceiling ?? 0, commitments), language)} onChange={(event) => set(label, { free: event.target.value })}
                      /></label>
                      <span id={`${id}-free`} className={free.trim() === '' ? 'fine attention' : 'fine soft'}>{t(free.trim() === '' ? 'scenarios.editor.freePartEstimate' : 'scenarios.editor.freePartTyped')}</span>
                      <label className="check fine"><input type="checkbox" checked={villages === 'independent'} onChange={(event) => set(label, { villages: event.target.checked ? 'independent' : 'other' })} /> {t('scenarios.editor.independent')}</label>
                    </div>
                  </td>
                </tr>
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </fieldset>
  )
}
