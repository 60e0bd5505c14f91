import type { Difference } from '#shared/contract/exchange.ts'
import { NOTHING, number, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'

/** What the last revision says differently from the one before. */
export function DifferenceTable({ difference }: { readonly difference: Difference }) {
  const { t, find, language } = useTranslator()
  const { fromRevision: from, toRevision: to, changes } = difference
  if (changes.length === 0) return <p className="soft">{t('submissions.detail.noDifference', { from, to })}</p>
  const figure = (what: string, value: number | null) => (value === null ? NOTHING : what === 'count' ? number(value, language) : tableFigure(value, language))
  return (
    <>
      <h3 id="difference">{t('submissions.detail.difference', { from, to })}</h3>
      <table className="ledger" aria-labelledby="difference">
        <thead><tr><th scope="col">{t('submissions.detail.what')}</th><th scope="col" className="num">{t('submissions.detail.before')}</th><th scope="col" className="num">{t('submissions.detail.after')}</th></tr></thead>
        <tbody>
          <tr><th scope="row">{t('submissions.detail.need')}</th><td className="num">{tableFigure(difference.need.before, language)}</td><td className="num">{tableFigure(difference.need.after, language)}</td></tr>
          {changes.map(({ kind, what, label, before, after }) => (
            <tr key={`${what}/${label}/${kind}/${before}/${after}`}>
              <th scope="row">{find(`terms.groups.${label}`) ?? find(`terms.denominators.${label}`) ?? label} <span className="soft">{t(`submissions.detail.subjects.${what}`)} {t(`submissions.detail.kinds.${kind}`)}</span></th>
              <td className="num">{figure(what, before)}</td><td className="num">{figure(what, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
