import type { ValidityReport } from '#shared/contract/caseload-truth.ts'
import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../../ui/language.tsx'
import { findingText } from '../validity/finding-text.ts'
import { grouped } from '../validity/grouped.ts'
import { FoundCount, Severity } from '../validity/rule-list.tsx'
import { ScoreSum } from '../validity/score-table.tsx'

const ROWS = 12

/** How far the file can be trusted, before it is accepted: its score with its parts, and each rule that found something with its rows and the way to repair. */
export function ImportValidity({ validity }: { readonly validity: ValidityReport }) {
  const translator = useTranslator()
  const { t, language } = translator
  const { whole, findings, previous } = validity
  return (
    <section className="import-validity" aria-labelledby="import-validity-title">
      <h2 id="import-validity-title">{t('truth.imported.title')} <span className="soft">{whole.score === null ? t('truth.imported.unknown') : t('truth.imported.score', { score: whole.score })}</span></h2>
      <ul className="part-points">
        {whole.parts.flatMap(({ part, points, of }) => (points === null ? [] : [<li key={part}><span>{t(`validity.part.${part}`)}</span><span className="num">{t('truth.score.of', { points, of })}</span></li>]))}
      </ul>
      <p className="fine soft"><ScoreSum score={whole} /> <span>{previous === null ? t('truth.score.notCompared') : t('truth.score.compared', { series: previous })}</span></p>
      {findings.length === 0 ? <p className="soft">{t('truth.findings.none')}</p> : (
        <ul className="found-rules">
          {grouped(findings).map((one) => (
            <li key={one.rule}>
              <details>
                <summary>{t(`validity.rule.${one.rule}`)} <span className="soft fine"><Severity of={one.severity} /> · <FoundCount of={one} /></span></summary>
                <p>{t(`validity.repair.${one.repair}`)}</p>
                {one.places.length > 0 && <ul className="remarks">{one.places.map((words) => <li key={`${String(words['village'])}/${String(words['posyandu'])}`}>{findingText(one.rule, words, translator)}</li>)}</ul>}
                {one.rows.length > 0 && <p className="soft fine">{t('truth.imported.rows', { rows: `${one.rows.slice(0, ROWS).map(({ row }) => number(row, language)).join(', ')}${one.count > ROWS ? ' …' : ''}` })}</p>}
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
