import type { Step } from '#shared/contract/distribution.ts'
import { number, rupiah } from '#shared/i18n/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useTranslator } from '../../ui/language.tsx'
import type { DividedVillage } from './types.ts'

/** Every step of one village's amount, as somebody with a calculator does them. */
export function Why({ village, close }: { readonly village: DividedVillage; close(): void }) {
  const { t, find, language } = useTranslator()
  const money = (amount: number) => rupiah(amount, language)
  const points = (digits: string) => BigInt(digits).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')
  const text = (step: Step): string => {
    switch (step.step) {
      case 'measure': {
        const measure = find(`terms.groups.${step.key}`) ?? find(`terms.denominators.${step.key}`) ?? step.key
        return step.count === null ? t('distribution.why.unknownMeasure', { measure, weight: step.weight }) : t('distribution.why.measure', { measure, count: number(step.count, language), total: number(step.total, language), weight: step.weight })
      }
      case 'base': return t('distribution.why.base', { amount: money(step.amount) })
      case 'formula': return t('distribution.why.formula', { round: step.round, rest: money(step.rest), points: points(step.points), all: points(step.allPoints), part: money(step.part), result: money(step.result) })
      case 'bound': return t('distribution.why.bound', { round: step.round, by: t(`distribution.bounds.${step.by}`), amount: money(step.amount) })
      case 'round': return t('distribution.why.round', { unit: money(step.unit), result: money(step.result) })
    }
  }
  return (
    <Dialog title={t('distribution.why.title', { amount: money(village.amount), village: village.name })} className="distribution-root" close={close}>
      <ol className="steps">{village.steps.map((step) => <li key={text(step)}>{text(step)}</li>)}</ol>
      <p className="soft fine">{t('distribution.why.points')}</p>
    </Dialog>
  )
}
