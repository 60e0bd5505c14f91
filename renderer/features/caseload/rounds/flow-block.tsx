import { shortDate } from '#shared/i18n/format.ts'
import { number } from '#shared/i18n/format.ts'
import { ChartBlock } from '../../../ui/chart-table.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { FlowChart } from '../../../ui/lazy-charts.ts'
import type { Answer } from '../answers.ts'
import { type Flow, type FlowPartName, IN, OUT, PARTS } from './flow-parts.ts'

interface FlowBlockProps {
  readonly rounds: Answer<'rounds'>
  readonly flow: Flow
  /** Posyandu that the flow is of; missing: everywhere. */
  readonly place: string | undefined
  readonly part: FlowPartName | undefined
  choose(part: FlowPartName | undefined): void
}

/** The flow drawn, with its table one click away; under it both counts as sums of their parts, each part a filter. */
export function FlowBlock({ rounds: { from, to }, flow, place, part, choose }: FlowBlockProps) {
  const { t, language } = useTranslator()
  const figure = (value: number) => number(value, language)
  const named = (key: FlowPartName) => `${figure(flow[key])} ${t(`truth.rounds.label.${key}`)}`
  const title = `${t('truth.rounds.title', { from: shortDate(from.measuredOn, language), to: shortDate(to.measuredOn, language) })}${place === undefined ? '' : ` · ${place || t('truth.noPosyandu')}`}`
  const sum = (total: number, parts: readonly FlowPartName[]) => (
    <p className="sum">
      <b>{figure(total)}</b> ={' '}
      {parts.map((key, index) => (
        <span key={key}>
          {index > 0 && ' + '}
          <button type="button" className="plain" aria-pressed={part === key} disabled={flow[key] === 0} onClick={() => choose(part === key ? undefined : key)}>{named(key)}</button>
        </span>
      ))}
    </p>
  )
  return (
    <>
      <ChartBlock
        title={title}
        table={{
          head: ['', shortDate(from.measuredOn, language), shortDate(to.measuredOn, language)],
          rows: PARTS.map((key) => [t(`truth.rounds.label.${key}`), IN.some((one) => one === key) ? '–' : figure(flow[key]), OUT.some((one) => one === key) ? '–' : figure(flow[key])]),
          foot: [t('truth.rounds.whole'), figure(flow.before), figure(flow.after)],
        }}
      >
        <FlowChart
          before={{ title: shortDate(from.measuredOn, language), count: figure(flow.before) }} after={{ title: shortDate(to.measuredOn, language), count: figure(flow.after) }}
          still={{ key: 'still', count: flow.still }} out={OUT.map((key) => ({ key, count: flow[key] }))} joined={IN.map((key) => ({ key, count: flow[key] }))}
          label={({ key, count }) => `${figure(count)} ${PARTS.some((one) => one === key) ? t(`truth.rounds.label.${key as FlowPartName}`) : ''}`}
          spoken={t('truth.rounds.spoken', { before: figure(flow.before), out: (['still', ...OUT] as const).map(named).join(', '), in: IN.map(named).join(', '), after: figure(flow.after) })}
        />
      </ChartBlock>
      <div className="sums">
        {sum(flow.before, ['still', ...OUT])}
        {sum(flow.after, ['still', ...IN])}
        {from.basis !== to.basis && <p className="attention fine"><span aria-hidden="true">● </span>{t('truth.rounds.basisDiffers', { from: from.name, to: to.name, fromBasis: t(`validity.basis.${from.basis}`), toBasis: t(`validity.basis.${to.basis}`) })}</p>}
      </div>
    </>
  )
}
