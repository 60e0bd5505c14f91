import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useState } from 'react'
import type { Consolidation } from '#shared/contract/consolidation.ts'
import { percent, rupiah } from '#shared/i18n/format.ts'
import { ratioBp } from '#shared/domain/money.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { goTo, hrefOf, useRoute } from '../../ui/route.ts'
import { saveFile } from '../../ui/save-file.ts'
import { CaseloadView } from './caseload-view.tsx'
import { DriftView } from './drift-view.tsx'
import { HeatView } from './heat-view.tsx'
import { OpdView } from './opd-view.tsx'
import { OutliersView } from './outliers-view.tsx'
import { RankingView } from './ranking-view.tsx'
import { RkpdView } from './rkpd-view.tsx'
import { TableView } from './table-view.tsx'
import './consolidation.css'

const VIEWS = [
  { path: '', name: 'table', component: TableView },
  { path: 'kecamatan', name: 'heat', component: HeatView },
  { path: 'peringkat', name: 'ranking', component: RankingView },
  { path: 'menyimpang', name: 'outliers', component: OutliersView },
  { path: 'sasaran', name: 'caseload', component: CaseloadView },
  { path: 'dokumen', name: 'drift', component: DriftView },
  { path: 'opd', name: 'opd', component: OpdView },
  { path: 'rkpd', name: 'rkpd', component: RkpdView },
] as const

/** Konsolidasi: what the villages' plans say together, and how many that are. */
export function ConsolidationScreen() {
  const { t } = useTranslator()
  const api = useApi()
  const overview = useQuery(api.consolidation.overview.queryOptions({ input: {} }))
  if (overview.error) return <Failure error={overview.error} again={() => void overview.refetch()} />
  if (!overview.data) return <Message title={t('window.states.loading')} />
  if (overview.data.received === 0) return <Message title={t('consolidation.empty.title')} text={t('consolidation.empty.text')} action={{ label: t('consolidation.empty.action'), run: () => goTo('kiriman') }} />
  return <Overview data={overview.data} />
}

function Overview({ data }: { readonly data: Consolidation }) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const { place } = useRoute()
  const show = useNotices((state) => state.show)
  const [busy, setBusy] = useState(false)
  const view = VIEWS.find(({ path }) => path === place) ?? VIEWS[0]
  const Content: ComponentType<{ readonly data: Consolidation }> = view.component
  const write = async () => {
    setBusy(true)
    try {
      saveFile(await api.consolidation.export.call({ language }))
    } catch (error) {
      show({ text: errorText(error, translator), alarm: true })
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="consolidation-root" id="isi" aria-labelledby="consolidation-title" tabIndex={-1}>
      <header>
        <h1 id="consolidation-title">{t('consolidation.title')}</h1>
        <nav className="tabs" aria-label={t('consolidation.views.label')}>
          {VIEWS.map(({ path, name }) => <a key={path} href={hrefOf('konsolidasi', path)} aria-current={path === view.path ? 'page' : undefined}>{t(`consolidation.views.${name}`)}</a>)}
        </nav>
        <span className="end"><button type="button" disabled={busy} onClick={() => void write()}>{busy ? t('consolidation.exporting') : t('consolidation.export')}</button></span>
      </header>
      <div className="figures">
        {(['need', 'funded', 'gap', 'direct'] as const).map((key) => (
          <p key={key}><span className="soft">{t(`consolidation.figures.${key}`)}</span> <b className={key === 'gap' ? 'alarm' : key === 'funded' ? 'good' : undefined}>{rupiah(data[key], language)}</b>{key === 'direct' && <span className="soft fine"> {t('consolidation.directOf', { percent: percent(ratioBp(data.direct, data.funded), language) })}</span>}</p>
        ))}
        <p className="soft fine coverage">
          {t('consolidation.coverage', { received: data.received, villages: data.villages, missing: data.villages - data.received })}
          {data.kelurahan > 0 && <> · {t('consolidation.kelurahan', { received: data.receivedKelurahan, all: data.kelurahan })}</>}
          {data.uncounted > 0 && <> · {t('consolidation.uncounted', { count: data.uncounted })}</>}
        </p>
      </div>
      <Content data={data} />
    </section>
  )
}
