import { useRef, useState } from 'react'
import { type TrendPoint, trendPoints } from '#shared/domain/trend.ts'
import { date, number, percent } from '#shared/i18n/format.ts'
import type { Language, Translator } from '#shared/i18n/index.ts'
import { ChartPngButton } from './chart-png-button.tsx'
import { useTranslator } from './language.tsx'
import { placed, type SeriesSummary, surveysOf } from './trend.ts'
import { useWidth } from './use-width.ts'
import './trend-chart.css'

const HEIGHT = 170
/** What the figures above the highest point take, in one line and in two. */
const ABOVE = { line: 34, two: 48 } as const
/** What the months under the zero line take. */
const BELOW = 32
/** With less than this between two points, a figure stands over its whole instead of before it. */
const APART = 92
/** More rounds than this do not fit beside each other; the table holds all. */
const SHOWN = 8

/** Stunted children per round, with how many were measured at each point; the table behind a button; surveys apart, in words. */
export function TrendChart({ title, series, height = HEIGHT }: { readonly title: string; readonly series: readonly SeriesSummary[]; readonly height?: number }) {
  const { t } = useTranslator()
  const [asTable, setAsTable] = useState(false)
  const points = trendPoints(series)
  return (
    <section className="trend" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {points.length > 1 && (
          <span className="chart-ways">
            {!asTable && <ChartPngButton title={title} />}
            <button type="button" className="plain fine" onClick={() => setAsTable(!asTable)}>{t(asTable ? 'trend.asChart' : 'trend.asTable')}</button>
          </span>
        )}
      </header>
      {points.length < 2 ? <p className="soft">{t('trend.none')}</p> : asTable ? <TrendTable points={points} /> : <TrendLine points={points.slice(-SHOWN)} height={height} />}
      <Surveys series={series} />
    </section>
  )
}

function figureOf({ count, whole }: TrendPoint, { t, language }: Translator): string {
  return whole === null ? t('trend.alone', { count: number(count, language) }) : t('trend.point', { count: number(count, language), whole: number(whole, language) })
}

/** `Agu 26`. */
function shortMonth(iso: string, language: Language): string {
  const [, month = '', year = ''] = date(iso, language).split(' ')
  return `${month.slice(0, 3)} ${year.slice(2)}`
}

function TrendLine({ points, height }: { readonly points: readonly TrendPoint[]; readonly height: number }) {
  const translator = useTranslator()
  const { t, language } = translator
  const drawing = useRef<SVGSVGElement>(null)
  const width = useWidth(drawing)
  const close = width > 0 && width / points.length < APART
  const base = height - BELOW
  const marks = placed(points).map(({ point, x, y }) => ({ point, x: `${x}%`, y: base - y * (base - ABOVE[close ? 'two' : 'line']) }))
  const spoken = points.map((point) => t('trend.spokenPoint', { date: shortMonth(point.measuredOn, language), figure: figureOf(point, translator) })).join('; ')
  return (
    <svg ref={drawing} height={height} role="img" aria-label={t('trend.spoken', { points: spoken })}>
      <line className="base" x1="0" x2="100%" y1={base} y2={base} />
      {marks.map((mark, index) => {
        const next = marks[index + 1]
        return next && <line key={mark.point.id} className="run" x1={mark.x} y1={mark.y} x2={next.x} y2={next.y} />
      })}
      {marks.map(({ point, x, y }) => (
        <g key={point.id}>
          <circle cx={x} cy={y} r="4" />
          <text x={x} y={close && point.whole !== null ? y - 27 : y - 12} textAnchor="middle">
            <tspan className="count">{number(point.count, language)}</tspan>
            {point.whole !== null && <tspan className="whole" {...(close ? { x, dy: 15 } : {})}> {t('trend.point', { count: '', whole: number(point.whole, language) }).trim()}</tspan>}
          </text>
          <text className="month" x={x} y={base + 20} textAnchor="middle">{shortMonth(point.measuredOn, language)}</text>
        </g>
      ))}
    </svg>
  )
}

function TrendTable({ points }: { readonly points: readonly TrendPoint[] }) {
  const { t, language } = useTranslator()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('trend.round')}</th>
          <th scope="col">{t('trend.date')}</th>
          <th scope="col" className="num">{t('trend.stunted')}</th>
          <th scope="col" className="num">{t('trend.measured')}</th>
          <th scope="col" className="num">{t('trend.share')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ id, name, measuredOn, count, whole, shareBp }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{date(measuredOn, language)}</td>
            <td className="num">{number(count, language)}</td>
            <td className="num">{whole === null ? <span className="faint">{t('trend.unknownWhole')}</span> : number(whole, language)}</td>
            <td className="num">{whole !== null && count > whole ? <span className="alarm">{t('trend.over')}</span> : percent(shareBp, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Surveys({ series }: { readonly series: readonly SeriesSummary[] }) {
  const { t, language } = useTranslator()
  const surveys = surveysOf(series)
  if (surveys.length === 0) return null
  return (
    <p className="survey fine">
      {surveys.map(({ id, name, prevalenceBp }) => (
        <strong key={id}>{t('trend.survey', { name, percent: percent(prevalenceBp, language) })}</strong>
      ))}
      <span className="soft">{t('trend.surveyApart')}</span>
    </p>
  )
}
