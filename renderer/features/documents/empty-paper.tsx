import { ORPCError } from '@orpc/client'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { goTo } from '../../ui/route.ts'
import type { DocumentName } from './types.ts'

/** Whether a paper could not be made because the plan has nothing for it yet. */
export function isEmpty(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'document_empty'
}

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
