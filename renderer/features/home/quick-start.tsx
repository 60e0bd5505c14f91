import { type FormEvent, useState } from 'react'
import { rupiah } from '#shared/i18n/format.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { FailureNote } from './failure-note.tsx'
import { Field } from './field.tsx'
import { parseYear } from './parse-year.ts'
import { Progress } from './progress.tsx'
import { type ChosenRegion, RegionField } from './region-field.tsx'
import { follow, type Opening } from './use-opening.ts'

const AT = 'quick-start'
const MONTHS = 12

interface QuickStartProps {
  readonly defaultYears: { readonly desa: number; readonly kelurahan: number } | undefined
  readonly defaultHelp: number | undefined
  readonly opening: Opening
}

/** Five numbers, one plan. What cannot be understood stays in its field, marked, and nothing is made of it. */
export function QuickStart({ defaultYears, defaultHelp, opening }: QuickStartProps) {
  const { t, language } = useTranslator()
  const api = useApi()
  const [region, setRegion] = useState<ChosenRegion>()
  const [typedYear, setTypedYear] = useState<string>()
  const [stunted, setStunted] = useState('')
  const [ceiling, setCeiling] = useState('')
  const [part, setPart] = useState<'regular' | 'total'>('regular')
  const [typedHelp, setTypedHelp] = useState<string>()
  const [tried, setTried] = useState(false)

  const ward = region?.kind === 'kelurahan'
  const year = typedYear ?? String(defaultYears?.[ward ? 'kelurahan' : 'desa'] ?? '')
  const help = typedHelp ?? (defaultHelp === undefined ? '' : rupiah(defaultHelp, language))
  const read = (text: string) => (text.trim() === '' ? undefined : parseAmount(text, language)?.value)
  const wholeOf = (text: string) => (/^\s*\d{1,6}\s*$/.test(text) && Number(text) > 0 ? Number(text) : undefined)
  const values = { fiscalYear: parseYear(year), children: wholeOf(stunted), money: read(ceiling), price: read(help) || undefined }
  const { fiscalYear, children, money, price } = values
  const problem = (bad: boolean, key: 'choose' | 'year_invalid' | 'whole_invalid' | 'money_invalid' | 'price_invalid', text: string) => (bad && (tried || text.trim() !== '') ? t(`home.field.${key}`) : undefined)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!region || fiscalYear === undefined || children === undefined || money === undefined || price === undefined) return
    void opening.run(AT, async (tools) => {
      const input = { region: region.code, fiscalYear, stunted: children, ceiling: money, ceilingPart: part, helpPerMonth: price }
      return follow(await api.home.quickStart.call(input, { signal: tools.signal }), tools)
    })
  }

  return (
    <section className="quick" aria-labelledby="quick-title">
      <h2 id="quick-title">{t('home.quick.title')}</h2>
      <p className="soft">{t('home.quick.about')}</p>
      <form onSubmit={submit} noValidate aria-labelledby="quick-title">
        <RegionField level="village" chosen={region} choose={setRegion} problem={tried && !region ? t('home.field.choose') : undefined} />
        <Field label={t('home.field.year')} hint={t('home.field.yearHint')} problem={problem(fiscalYear === undefined, 'year_invalid', year)}>
          {(described) => <input {...described} type="text" inputMode="numeric" className="home-short" autoComplete="off" value={year} onChange={(event) => setTypedYear(event.target.value)} />}
        </Field>
        <Field label={t('home.quick.stunted')} hint={t('home.quick.stuntedHint')} problem={problem(children === undefined, 'whole_invalid', stunted)}>
          {(described) => <input {...described} type="text" inputMode="numeric" className="home-short" autoComplete="off" value={stunted} onChange={(event) => setStunted(event.target.value)} />}
        </Field>
        <Field
          label={t(ward ? 'home.quick.ceilingWard' : 'home.quick.ceilingVillage')} hint={t(!ward && part === 'total' ? 'home.quick.totalHint' : 'home.quick.ceilingHint')}
          problem={problem(money === undefined, 'money_invalid', ceiling)}
        >
          {(described) => (
            <div className="row">
              <input {...described} type="text" className="home-money" autoComplete="off" value={ceiling} onChange={(event) => setCeiling(event.target.value)} />
              {!ward && (
                <fieldset className="parts">
                  <legend className="hidden">{t('home.quick.part')}</legend>
                  {(['regular', 'total'] as const).map((one) => (
                    <label key={one}><input type="radio" name="part" checked={part === one} onChange={() => setPart(one)} /> {t(`home.quick.${one}`)}</label>
                  ))}
                </fieldset>
              )}
            </div>
          )}
        </Field>
        <Field label={t('home.quick.help')} hint={t('home.quick.helpHint')} problem={problem(price === undefined, 'price_invalid', help)}>
          {(described) => <input {...described} type="text" className="home-money" autoComplete="off" value={help} onChange={(event) => setTypedHelp(event.target.value)} />}
        </Field>
        <div className="submit">
          <button type="submit" className="primary" disabled={opening.busy !== undefined}>{t('home.quick.make')}</button>
          <p className="soft" aria-live="polite">
            {children !== undefined && price !== undefined && t('home.quick.sum', { children, price: rupiah(price, language), total: rupiah(children * MONTHS * price, language) })}
          </p>
        </div>
      </form>
      <Progress at={AT} opening={opening} stoppable />
      <FailureNote at={AT} opening={opening} />
    </section>
  )
}
