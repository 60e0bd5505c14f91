import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DistributionTerms, Divided } from '#shared/contract/distribution.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useCommand } from '../../ui/use-command.ts'
import { useRoute } from '../../ui/route.ts'
import { JointScreen } from './joint/joint-screen.tsx'
import { Result } from './result.tsx'
import { TermsForm } from './terms-form.tsx'
import type { Start } from './types.ts'
import { Views } from './views.tsx'
import { Why } from './why.tsx'
import './distribution.css'

const FIRST: DistributionTerms = { envelope: 0, measures: [{ key: 'stunted', weight: 60 }, { key: 'severely_stunted', weight: 40 }], base: 0, floor: null, cap: null, holdBp: null, unit: 1_000, villages: 'all', last: {} }

/** Pembagian pagu: by a formula, or all villages together. */
export function DistributionScreen() {
  const { place } = useRoute()
  return place === 'optimum' ? <JointScreen /> : <FormulaScreen />
}

/** The terms, the amounts that follow, and why each village gets what it gets. */
function FormulaScreen() {
  const { t } = useTranslator()
  const api = useApi()
  const start = useQuery(api.distribution.terms.queryOptions({ input: {} }))
  if (start.error) return <Failure error={start.error} again={() => void start.refetch()} />
  if (!start.data) return <Message title={t('window.states.loading')} />
  // What was kept (or taken back) elsewhere is shown anew.
  return <Division key={JSON.stringify(start.data.terms)} start={start.data} />
}

function Division({ start }: { readonly start: Start }) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const [terms, setTerms] = useState<DistributionTerms>(start.terms ?? FIRST)
  const [village, setVillage] = useState<Divided['villages'][number]>()
  const ready = terms.envelope > 0
  const preview = useQuery(api.distribution.preview.queryOptions({ input: { terms }, enabled: ready, placeholderData: (previous) => previous, retry: false }))
  const save = useCommand(['distribution', 'save'], () => api.distribution.save.call({ terms }))
  const kept = JSON.stringify(terms) === JSON.stringify(start.terms)
  const write = async (format: 'xlsx' | 'csv') => {
    try {
      saveFile(await api.distribution.export.call({ terms, format, language }))
    } catch (error) {
      show({ text: errorText(error, translator), alarm: true })
    }
  }
  const usable = ready && preview.data !== undefined && !preview.error
  return (
    <section className="distribution-root" id="isi" aria-labelledby="distribution-title" tabIndex={-1}>
      <header>
        <h1 id="distribution-title">{t('distribution.title')}</h1>
        <Views view="" />
        <span className="end">
          {usable && <span className="soft fine">{kept ? t('distribution.saved') : t('distribution.unsaved')}</span>}
          <button type="button" disabled={!usable} onClick={() => void write('csv')}>{t('distribution.csv')}</button>
          <button type="button" disabled={!usable} onClick={() => void write('xlsx')}>{t('distribution.export')}</button>
          <button type="button" className="primary" disabled={!usable || kept} onClick={() => void save.mutateAsync(undefined).then(() => show({ text: t('distribution.kept'), alarm: false }), () => undefined)}>{t('distribution.keep')}</button>
        </span>
      </header>
      <div className="beside">
        <TermsForm terms={terms} start={start} set={(part) => setTerms({ ...terms, ...part })} />
        <div className="answer">
          {!ready && <p className="soft nothing">{t('distribution.empty')}</p>}
          {preview.error && <p className="alarm nothing" role="alert">▲ {errorText(preview.error, translator)}</p>}
          {usable && <Result divided={preview.data} base={terms.base} busy={preview.isFetching} open={setVillage} />}
        </div>
      </div>
      {village && <Why village={village} close={() => setVillage(undefined)} />}
    </section>
  )
}
