import { number, rupiah } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { HatchBar } from '../../ui/lazy-charts.tsx'
import { hrefOf } from '../../ui/route.ts'
import type { Gap } from './types.ts'

/** `a, b dan c`. */
function listed(names: readonly string[], last: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1) ?? ''}`
}

/** Which money of the plan would close a gap, or how far it is from one unit. */
function moneySentence({ closers, unit, unitCost, gap }: Gap, { t, language }: Translator): string {
  const enough = closers.find(({ units }) => units > 0)
  if (enough) {
    const words = { name: enough.name, left: rupiah(enough.left, language), units: number(enough.units, language), unit }
    return t(unit === '' ? 'summary.gaps.enoughWhole' : 'summary.gaps.enough', words)
  }
  if (closers.length === 0) return t('summary.gaps.nothing')
  const named = closers.slice(0, 3)
  const words = {
    names: listed(named.map(({ name }) => name), t('summary.gaps.and')), unit, amount: rupiah(unit === '' ? gap : unitCost, language),
    left: rupiah(named.reduce((total, { left }) => total + left, 0), language),
  }
  return t(unit === '' ? 'summary.gaps.shortWhole' : 'summary.gaps.short', words)
}

function sentences(gap: Gap, translator: Translator): string {
  const { t, language } = translator
  const short = gap.closers.length > 0 && gap.closers.every(({ units }) => units === 0)
  return [
    moneySentence(gap, translator),
    // The price of a unit stands in the sentence already where the money does not reach it.
    gap.unit === '' ? t('summary.gaps.whole', { amount: rupiah(gap.unitCost, language) }) : short ? '' : t('summary.gaps.one', { unit: gap.unit, amount: rupiah(gap.unitCost, language) }),
    gap.partners.length > 0 ? t('summary.gaps.partners', { names: listed(gap.partners, t('summary.gaps.or')) }) : '',
  ].filter((sentence) => sentence !== '').join(' ')
}

/** Belum terdanai, terbesar: the three worst gaps, each with what would close it; each leads to its line. */
export function GapsBlock({ gaps }: { readonly gaps: readonly Gap[] }) {
  const translator = useTranslator()
  const { t, language } = translator
  const name = (gap: Gap) => gap.unit === '' ? gap.name : t('summary.gaps.missing', { name: gap.name, missing: number(gap.missing, language), units: number(gap.units, language), unit: gap.unit })
  const longest = Math.max(1, ...gaps.map(({ gap }) => gap))
  const table = {
    head: [t('summary.gaps.line'), t('summary.gaps.amount'), t('summary.gaps.perUnit')],
    rows: gaps.map((gap) => [name(gap), number(gap.gap, language), number(gap.unitCost, language)]),
  }
  return (
    <ChartBlock title={t('summary.gaps.title')} table={gaps.length > 0 ? table : undefined}>
      {gaps.length === 0 && <p className="soft empty">{t('summary.gaps.none')}</p>}
      <ul className="gaps">
        {gaps.map((gap) => (
          <li key={gap.lineId}>
            <a href={hrefOf('anggaran', gap.lineId)}>{name(gap)}</a>
            <strong className="num alarm">{number(gap.gap, language)}</strong>
            <HatchBar share={gap.gap / longest} />
            <small>{sentences(gap, translator)}</small>
          </li>
        ))}
      </ul>
    </ChartBlock>
  )
}
