import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../../ui/language.tsx'
import { findingText } from './finding-text.ts'
import type { RuleFound } from './grouped.ts'
import { FoundCount, Severity } from './rule-list.tsx'
import { SexMark } from '../sex-mark.tsx'

/** What one rule found: how to repair it, and the rows or places; a child's name opens its growth. */
export function RuleRows({ found, open }: { readonly found: RuleFound; open(child: number): void }) {
  const translator = useTranslator()
  const { t, language } = translator
  const details = new Map(found.rows.map((row) => [row, findingText(found.rule, row.words, translator)]))
  const detailed = [...details.values()].some((text) => text !== undefined)
  const name = t(`validity.rule.${found.rule}`)
  const ofChildren = found.about === 'child'
  return (
    <section className="rule-rows" aria-label={t('truth.findings.of', { rule: name })}>
      <header>
        <h2>{name}</h2>
        <p className="fine soft"><Severity of={found.severity} /> · {t(`validity.group.${found.group}`)} · <FoundCount of={found} /></p>
        <p><span className="soft">{t('truth.findings.repair')}: </span>{t(`validity.repair.${found.repair}`)}</p>
      </header>
      {found.places.length > 0 && <ul className="places">{found.places.map((words) => <li key={`${String(words['village'])}/${String(words['posyandu'])}`}>{findingText(found.rule, words, translator)}</li>)}</ul>}
      {found.rows.length > 0 && (
        <table className="ledger" aria-label={name}>
          <thead>
            <tr>
              <th scope="col" className="num">{t('truth.row')}</th>
              {ofChildren && <th scope="col">{t('truth.child')}</th>}
              {ofChildren && <th scope="col">{t('caseload.children.columns.sex')}</th>}
              {ofChildren && <th scope="col">{t('caseload.children.columns.nik')}</th>}
              <th scope="col">{t('truth.place')}</th>
              {detailed && <th scope="col">{t('truth.findings.detail')}</th>}
            </tr>
          </thead>
          <tbody>
            {[...details].map(([{ child, name: person, nik, sex, posyandu, row, words }, detail]) => (
              <tr key={`${row}/${String(words['column'])}`}>
                {ofChildren ? <td className="num soft">{number(row, language)}</td> : <th scope="row" className="num soft">{number(row, language)}</th>}
                {ofChildren && (
                  <th scope="row">
                    {child === null ? person : <button type="button" className="plain to-child" title={t('truth.openChild', { name: person, row })} onClick={() => open(child)}>{person}</button>}
                  </th>
                )}
                {ofChildren && <td>{sex && <SexMark sex={sex} />}</td>}
                {ofChildren && <td className="num-left">{nik ?? <span className="faint">{t('caseload.children.noNik')}</span>}</td>}
                <td>{posyandu || <span className="faint">{t('truth.noPosyandu')}</span>}</td>
                {detailed && <td>{detail}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.rows.length > 0 && found.count > found.rows.length && <p className="foot soft fine">{t('truth.findings.first', { shown: found.rows.length, count: number(found.count, language) })}</p>}
    </section>
  )
}
