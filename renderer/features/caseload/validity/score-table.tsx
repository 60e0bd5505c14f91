import type { ValidityReport } from '#shared/contract/caseload-truth.ts'
import { PARTS } from '#shared/domain/validity-rules.ts'
import { number, outOf } from '#shared/i18n/format.ts'
import { useTranslator } from '../../../ui/language.tsx'

type PlaceScore = ValidityReport['whole']

interface ScoreTableProps {
  readonly report: ValidityReport
  /** Key of the place whose findings are shown; `''`: all. */
  readonly at: string
  choose(place: PlaceScore): void
}

export function keyOf({ village, posyandu }: { readonly village: string; readonly posyandu: string }): string {
  return `${village}/${posyandu}`
}

/** Score of everything and of each place; beside it the points of each part of what it could give, which add up to it. */
export function ScoreTable({ report, at, choose }: ScoreTableProps) {
  const { t } = useTranslator()
  const { whole, places } = report
  const villages = new Set(places.map(({ village }) => village))
  // Of a single village the whole and the village say the same.
  const rows = villages.size === 1 ? places.filter(({ posyandu }) => posyandu !== '') : places
  const name = ({ villageName, posyandu }: PlaceScore) => (posyandu === '' ? villageName || t('truth.everywhere') : posyandu)
  const wholeName = villages.size === 1 ? (places[0]?.villageName ?? '') : t('truth.everywhere')
  return (
    <table className="counts scores" aria-label={t('truth.score.caption')}>
      <thead>
        <tr>
          <th scope="col" className="name">{t('truth.place')}</th>
          <th scope="col" className="num">{t('truth.score.children')}</th>
          <th scope="col" className="score">{t('truth.score.title')}</th>
          {PARTS.map((part) => <th key={part} scope="col" className="num">{t(`validity.part.${part}`)}</th>)}
        </tr>
      </thead>
      <tbody>
        <ScoreRow score={whole} name={wholeName} pressed={at === ''} choose={() => choose(whole)} main />
        {rows.map((score) => <ScoreRow key={keyOf(score)} score={score} name={name(score)} pressed={at === keyOf(score)} choose={() => choose(score)} main={villages.size > 1 && score.posyandu === ''} />)}
      </tbody>
    </table>
  )
}

interface ScoreRowProps {
  readonly score: PlaceScore
  readonly name: string
  readonly pressed: boolean
  readonly main: boolean
  choose(): void
}

function ScoreRow({ score: { score, children, parts }, name, pressed, main, choose }: ScoreRowProps) {
  const { t, language } = useTranslator()
  return (
    <tr className={`${main ? 'main' : ''} ${pressed ? 'chosen' : ''}`}>
      <th scope="row" className="name"><button type="button" className="plain" aria-pressed={pressed} title={t('truth.score.narrow', { place: name })} onClick={choose}>{name}</button></th>
      <td className="num">{number(children, language)}</td>
      <td className="score">
        {score === null ? <span className="faint">{t('truth.score.nothing')}</span> : (
          <>
            <span className="track" aria-hidden="true"><i style={{ width: `${score}%` }} /></span>
            <b>{score}</b>
          </>
        )}
      </td>
      {parts.map(({ part, points, of, good, total }) => (
        <td key={part} className="num" title={points === null ? undefined : t('truth.score.shares', { part: t(`validity.part.${part}`), share: outOf(good, total, language) })}>
          {points === null ? <span className="faint">{t('truth.score.nothing')}</span> : points < of ? <span><b>{points}</b> / {of}</span> : <span className="soft">{t('truth.score.of', { points, of })}</span>}
        </td>
      ))}
    </tr>
  )
}

/** `28 + 24 + 20 + 4 + 5 + 15 = 96 dari 100`. */
export function ScoreSum({ score: { score, parts } }: { readonly score: PlaceScore }) {
  const { t } = useTranslator()
  if (score === null) return null
  return <span className="sum">{t('truth.score.sum', { parts: parts.flatMap(({ points }) => (points === null ? [] : [points])).join(' + '), score })}</span>
}
