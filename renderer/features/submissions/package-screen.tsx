import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PackagePreview } from '#shared/contract/exchange.ts'
import { number, rupiah, shortDate } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { localDay } from '../../ui/local-day.ts'
import { Message } from '../../ui/message.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { hrefOf } from '../../ui/route.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useCommand } from '../../ui/use-command.ts'
import './submissions.css'

/** What leaves the village, shown before it leaves. */
export function PackageScreen() {
  const { t } = useTranslator()
  const api = useApi()
  const preview = useQuery(api.exchange.preview.queryOptions({ input: {} }))
  if (preview.error) return <Failure error={preview.error} again={() => void preview.refetch()} />
  if (!preview.data) return <Message title={t('window.states.loading')} />
  return <Package data={preview.data} />
}

function Package({ data }: { readonly data: PackagePreview }) {
  const { t, find, language } = useTranslator()
  const api = useApi()
  const [sign, setSign] = useState(true)
  const show = useNotices((state) => state.show)
  const make = useCommand(['exchange', 'export'], () => api.exchange.export.call({ sign }))
  const save = async () => {
    const file = await make.mutateAsync().catch(() => undefined)
    if (!file) return
    saveFile(file)
    show({ text: t('submissions.package.saved', { revision: data.revision }), alarm: false })
  }
  const sent = data.sent && { revision: data.sent.revision, date: shortDate(localDay(new Date(data.sent.madeAt)), language) }
  const notes = data.notes.error + data.notes.warning + data.notes.info
  return (
    <section className="submissions-root package" id="isi" aria-labelledby="package-title" tabIndex={-1}>
      <header><a href={hrefOf('dokumen')}>← {t('entry.back')}</a><h1 id="package-title">{t('submissions.package.title')}</h1></header>
      <div className="sheet">
        <p>{t('submissions.package.intro')}</p>
        <dl>
          <dt>{data.villageName} <span className="soft">{data.village}</span></dt>
          <dd><b>{data.plan}</b>{!data.complete && <span className="attention"> ▲ {t('submissions.package.incomplete')}</span>}</dd>
          <dt>{t('submissions.package.revision', { revision: data.revision })}</dt>
          <dd>{sent === null ? t('submissions.package.first') : t(data.changed ? 'submissions.package.changed' : 'submissions.package.unchanged', sent)}</dd>
          <dt>{t('submissions.detail.lines')}</dt>
          <dd>{t('submissions.package.holds', { activities: data.activities, lines: data.lines, sources: data.sources, notes })}<br />{t('submissions.package.money', { need: rupiah(data.need, language), funded: rupiah(data.funded, language) })}</dd>
          <dt>{t('submissions.package.versions')}</dt>
          <dd>{data.versions.length === 0 ? <span className="soft">{t('submissions.package.noVersions')}</span> : data.versions.map(({ number: version, stage, lockedAt, funded }) => <span className="one" key={version}>{find(`terms.stages.${stage}`) ?? stage} <b>{rupiah(funded, language)}</b> <span className="soft">{shortDate(localDay(new Date(lockedAt)), language)}</span></span>)}</dd>
          <dt>{t('submissions.package.series')}</dt>
          <dd>{data.series.map(({ family, name, measuredOn }) => <span className="one" key={family}>{find(`terms.families.${family}`) ?? family}: {name} <span className="soft">{shortDate(measuredOn, language)}</span></span>)}</dd>
          <dt>{t('submissions.package.counts')}</dt>
          <dd>{data.counts.map(({ group, count }) => <span className="one" key={group}>{find(`terms.groups.${group}`) ?? find(`terms.denominators.${group}`) ?? group} <b>{number(count, language)}</b></span>)}{data.small > 0 && <p className="attention">▲ {t('submissions.package.small', { count: data.small })}</p>}</dd>
        </dl>
        <h2>{data.hidden.length === 0 ? t('submissions.package.noHidden') : t('submissions.package.hidden', { count: data.hidden.length })}</h2>
        {data.hidden.length > 0 && <ul className="plain-list">{data.hidden.map(({ path, text }) => <li key={path}>{text}</li>)}</ul>}
        <p className="soft fine">{t('submissions.package.adult')}</p>
        <label className="check"><input type="checkbox" checked={sign} onChange={(event) => setSign(event.target.checked)} /> {t('submissions.package.sign')}</label>
        <p className="soft fine">{data.key === null ? t('submissions.package.newKey') : t('submissions.package.key', { key: data.key })}</p>
        <p><button type="button" className="primary" disabled={make.isPending} onClick={() => void save()}>{t('submissions.package.save')}</button></p>
      </div>
    </section>
  )
}
