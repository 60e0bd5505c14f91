import { number, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { hrefOf } from '../../ui/route.ts'
import { sourceColour } from '../../ui/source-colours.ts'
import { Swatch } from '../../ui/swatch.tsx'
import { Delta, NotYet } from './cells.tsx'
import { type CompareReport, isKnown } from './report.ts'

/** Each source that has money or pays in any of the variants: ceiling, what it pays, what is left. */
export function SourceRows({ report }: { readonly report: CompareReport }) {
  const { t, language } = useTranslator()
  const rows = report.sources.filter(({ states }) => states.some((state) => state !== null && ((state.ceiling ?? 0) > 0 || state.spent > 0)))
  if (rows.length === 0) return <tbody><tr><td colSpan={report.variants.length + 1} className="soft">{t('scenarios.noSources')}</td></tr></tbody>
  return (
    <tbody>
      {rows.map(({ id, label, name, states }) => (
        <tr key={id}>
          <th scope="row" className="name"><Swatch colour={sourceColour(label.split(' ')[0] ?? label)} /> {name}</th>
          {states.map((state, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the place of a cell is what it is
            <td key={index} className="num">
              {state === null ? <span className="faint">–</span> : (
                <>
                  {isKnown(report, index) ? <>{tableFigure(state.spent, language)}{index > 0 && <Delta before={states[0]?.spent ?? 0} after={state.spent} good="none" />}</> : <NotYet report={report} index={index} />}
                  {isKnown(report, index) && state.spent > state.available
                    ? <span className="delta alarm"><span aria-hidden="true">▲ </span>{t('scenarios.overAvailable', { available: number(state.available, language) })}</span>
                    : <span className="delta soft">{t('scenarios.ofAvailable', { available: number(state.available, language) })}</span>}
                </>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

/** All that a line needs is paid: with fewer people or at other prices it costs less or more, and nobody gains or loses. */
function isWhole(state: CompareReport['lines'][number]['states'][number] | undefined): boolean {
  return !!state && state.funded >= state.need
}

/** Each line with what is paid of it; only those that differ unless `all`. Its name leads to it in the budget. */
export function LineRows({ report, all }: { readonly report: CompareReport; readonly all: boolean }) {
  const { t, language, find } = useTranslator()
  const known = report.variants.map((_, index) => isKnown(report, index))
  const differs = ({ states }: CompareReport['lines'][number]) => states.some((state, index) =>
    state?.need !== states[0]?.need || (known[index] === true && state?.funded !== states[0]?.funded))
  const rows = all ? report.lines : report.lines.filter(differs)
  if (rows.length === 0) return <tbody><tr><td colSpan={report.variants.length + 1} className="soft">{t('scenarios.sameLines')}</td></tr></tbody>
  return (
    <tbody>
      {rows.map(({ id, description, activity, tier, states }) => (
        <tr key={id}>
          <th scope="row" className="name"><a href={hrefOf('anggaran', id)}>{description}</a><span className="says fine soft">{activity} · {find(`terms.tiers.${tier}`)}</span></th>
          {states.map((state, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the place of a cell is what it is
            <td key={index} className="num">
              {state === null ? <span className="faint">–</span> : known[index] !== true ? <NotYet report={report} index={index} /> : (
                <>
                  {tableFigure(state.funded, language)}
                  {index > 0 && <Delta before={states[0]?.funded ?? 0} after={state.funded} good={isWhole(states[0]) && isWhole(state) ? 'none' : 'more'} />}
                  {state.need > 0 && state.funded < state.need && <span className="delta soft">{t('scenarios.ofNeed', { need: number(state.need, language) })}</span>}
                </>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
