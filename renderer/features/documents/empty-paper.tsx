import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { goTo } from '../../ui/route.ts'
import type { DocumentName } from './types.ts'

/** In the place of a paper that has nothing on it yet: what belongs there and where it is made. */
export function EmptyPaper({ document }: { readonly document: DocumentName }) {
  const { t } = useTranslator()
  const lists = document === 'ukur-ulang'
  return (
    <Message
      title={t('papers.empty')} text={t(lists ? 'papers.emptyList' : 'papers.emptyHint')}
      action={lists ? { label: t('papers.toCaseload'), run: () => goTo('sasaran') } : { label: t('papers.toBudget'), run: () => goTo('anggaran') }}
    />
  )
}
