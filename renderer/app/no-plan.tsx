import { useApi } from '../ui/api.tsx'
import { useTranslator } from '../ui/language.tsx'
import { Message } from '../ui/message.tsx'
import { useCommand } from '../ui/use-command.ts'

/** A workspace without a plan: says so, and makes the usual one of its kind. */
export function NoPlan({ kind }: { readonly kind: 'desa' | 'kelurahan' | 'regency' | undefined }) {
  const { t } = useTranslator()
  const api = useApi()
  const create = useCommand(['plan', 'create'], (template: 'desa' | 'kelurahan' | 'regency') => api.plan.create.call({ template }))
  return (
    <Message
      title={t('window.states.empty')} text={t('window.states.emptyHint')}
      action={kind && !create.isPending ? { label: t('window.states.emptyMake'), run: () => create.mutate(kind) } : undefined}
    />
  )
}
