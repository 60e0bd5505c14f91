import { rupiah } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { sourceColour } from '../../ui/source-colours.ts'
import type { MeetingView } from './types.ts'
import { WallBars } from './wall-bars.tsx'

/** What there is of each source, and what of it is spent; nothing where there is no money. */
export function SourceBars({ money, title }: Pick<MeetingView, 'money'> & { readonly title?: string }) {
  const { t, language } = useTranslator()
  const bars = money.filter(({ available }) => available > 0).map(({ code, label, available, left }) => ({
    key: label, name: label, filled: Math.max(0, available - Math.max(0, left)), rest: Math.max(0, left), figure: rupiah(available, language), colour: sourceColour(code),
  }))
  if (bars.length === 0) return null
  const words = bars.map(({ name, filled, figure }) => t('meeting.chart.source', { name, spent: rupiah(filled, language), available: figure }))
  return <WallBars filled={t('meeting.chart.spent')} rest={t('meeting.chart.left')} missing={false} bars={bars} label={words.join('. ')} title={title} />
}
