import { type FormEvent, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Field } from './field.tsx'
import { FailureNote } from './failure-note.tsx'
import { Progress } from './progress.tsx'
import { type ChosenRegion, RegionField } from './region-field.tsx'
import type { Opening } from './use-opening.ts'
import { parseYear } from './parse-year.ts'

interface NewWorkspaceProps {
  readonly level: 'village' | 'regency'
  readonly defaultYear: number | undefined
  readonly opening: Opening
}

/** The door to a new workspace: whose it is, and for which year its first plan is. */
export function NewWorkspace({ level, defaultYear, opening }: NewWorkspaceProps) {
  const { t } = useTranslator()
  const api = useApi()
  const [region, setRegion] = useState<ChosenRegion>()
  const [typedYear, setTypedYear] = useState<string>()
  const [tried, setTried] = useState(false)
  const year = typedYear ?? String(defaultYear ?? '')
  const fiscalYear = parseYear(year)
  const at = `new-${level}`

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (region && fiscalYear !== undefined) void opening.run(at, () => api.home.create.call({ region: region.code, fiscalYear }))
  }

  return (
    <section className="door">
      <h2>{t(`home.doors.${level}`)}</h2>
      <p className="soft">{t(`home.doors.${level}About`)}</p>
      <form onSubmit={submit} noValidate aria-label={t(`home.doors.${level}`)}>
        <RegionField level={level} chosen={region} choose={setRegion} problem={tried && !region ? t('home.field.choose') : undefined} />
        <div className="row">
          <Field label={t('home.field.year')} hint={t('home.field.yearHint')} problem={tried && fiscalYear === undefined ? t('home.field.year_invalid') : undefined}>
            {(described) => <input {...described} type="text" inputMode="numeric" className="home-short" autoComplete="off" value={year} onChange={(event) => setTypedYear(event.target.value)} />}
          </Field>
          <button type="submit" disabled={opening.busy !== undefined}>{t('home.doors.create')}</button>
        </div>
      </form>
      <Progress at={at} opening={opening} />
      <FailureNote at={at} opening={opening} />
    </section>
  )
}
