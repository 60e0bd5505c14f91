import { useTranslator } from '../../ui/language.tsx'
import { hrefOf } from '../../ui/route.ts'

const VIEWS = [{ path: '', name: 'formula' }, { path: 'optimum', name: 'optimum' }] as const

/** The two ways to divide. */
export function Views({ view }: { readonly view: (typeof VIEWS)[number]['path'] }) {
  const { t } = useTranslator()
  return (
    <nav className="tabs" aria-label={t('joint.views.label')}>
      {VIEWS.map(({ path, name }) => <a key={path} href={hrefOf('pembagian', path)} aria-current={path === view ? 'page' : undefined}>{t(`joint.views.${name}`)}</a>)}
    </nav>
  )
}
