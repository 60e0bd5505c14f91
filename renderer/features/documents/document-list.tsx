import { useTranslator } from '../../ui/language.tsx'
import { hrefOf } from '../../ui/route.ts'
import type { DocumentName, Listed } from './types.ts'

const TONES = { ready: 'good', draft: 'soft', incomplete: 'attention', empty: 'faint' } as const

/** The plan's documents, each with its state and pages; choosing one shows it. */
export function DocumentList({ documents, current }: { readonly documents: readonly Listed[]; readonly current: DocumentName }) {
  const { t } = useTranslator()
  return (
    <nav className="paper-list" aria-label={t('papers.list')}>
      <ul>
        {documents.map(({ document, pages, state }) => (
          <li key={document}>
            <a href={hrefOf('dokumen', document)} aria-current={document === current ? 'true' : undefined}>
              <span>{t(`papers.names.${document}`)}</span>
              <small><span className={TONES[state]}>{t(`papers.states.${state}`)}</span>{pages > 0 && <> · {t('papers.pages', { count: pages })}</>}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/**
 * What is made of the papers besides: rows to type and what comes back, and the package for the regency. Always in
 * sight below the list, however long that is. `sends`: the plan leaves as a package for its regency.
 */
export function BesideThePapers({ documents, sends }: { readonly documents: readonly Listed[]; readonly sends: boolean }) {
  const { t } = useTranslator()
  return (
    <nav className="paper-beside" aria-label={t('papers.beside')}>
      <a href={hrefOf('dokumen', 'entri')}>
        <span>{t(documents.some(({ document }) => document === 'rkp-desa') ? 'entry.link.siskeudes' : 'entry.link.sipd')}</span>
        <small>{t('entry.link.hint')}</small>
      </a>
      {sends && (
        <a href={hrefOf('dokumen', 'kirim')}>
          <span>{t('submissions.package.open')}</span>
          <small>{t('submissions.package.hint')}</small>
        </a>
      )}
    </nav>
  )
}
