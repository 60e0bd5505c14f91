import { dateWithWeekday, rupiah } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { SourceBars } from './source-bars.tsx'
import type { MeetingView } from './types.ts'

/** The first thing on the wall: what is at stake, and in words how the money is divided (model §5). */
export function SlideOpening({ meeting }: { readonly meeting: MeetingView }) {
  const { t, language } = useTranslator()
  const { after, money, items, heldOn, place, leader } = meeting
  const available = money.reduce((sum, one) => sum + one.available, 0)
  const rest = money.filter(({ left }) => left > 0)
  const funded = money.some((one) => one.available > 0)
  const said = [dateWithWeekday(heldOn, language), place, leader === '' ? '' : t('meeting.record.led', { leader })].filter((part) => part !== '')
  const figures = [[t('meeting.opening.need'), rupiah(after.need, language)], [t('meeting.opening.money'), rupiah(available, language)], [t('meeting.opening.gap'), rupiah(after.gap, language)]] as const
  return (
    <section className="slide opening">
      <div className="asked"><h1>{t('meeting.stage.title', { place: t(`meeting.stage.place.${meeting.kind}`, { name: meeting.village }), year: meeting.fiscalYear })}</h1><p className="stands soft">{said.join(' · ')}</p></div>
      <dl className="stakes">{figures.map(([name, figure]) => <div key={name}><dt>{name}</dt><dd>{figure}</dd></div>)}<div><dt>{t('meeting.stage.agenda')}</dt><dd>{t('meeting.opening.points', { count: items.length })}</dd></div></dl>
      <div className="halves">
        <section className="rules" aria-labelledby="stage-rules">
          <h2 id="stage-rules">{t('meeting.opening.how')}</h2>
          <ol>
            <li>{t('meeting.opening.rules.tiers')}</li>
            <li>{t('meeting.opening.rules.rest')}</li>
            <li>{t('meeting.opening.rules.order')}</li>
            {rest.length > 0 && <li>{t('meeting.opening.rules.left', { what: rest.map(({ label, left }) => `${label} ${rupiah(left, language)}`).join(', ') })}</li>}
          </ol>
        </section>
        {funded && (
          <section aria-labelledby="stage-money">
            <h2 id="stage-money">{t('meeting.opening.money')}</h2>
            <SourceBars money={money} title={t('meeting.chart.sources')} />
          </section>
        )}
      </div>
    </section>
  )
}
