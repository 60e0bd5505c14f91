import type { PlanKind } from '#shared/domain/plan.ts'
import { useTranslator } from '../../ui/language.tsx'
import { ActivityChoice } from './activity-choice.tsx'
import type { Source } from './types.ts'
import { useSourceCommands } from './use-source-commands.ts'

/** Activities that the giver bound the money to, by name; none: free within the rules. */
export function Earmark({ source, kind }: { readonly source: Source; readonly kind: PlanKind }) {
  const { t } = useTranslator()
  const { setSource } = useSourceCommands()
  return (
    <div className="sub">
      <h3>{t('sources.detail.reserved')}</h3>
      {source.reservedFor.length === 0 && <p className="fine soft">{t('sources.detail.reservedNone')}</p>}
      <ActivityChoice
        label={t('sources.detail.reservedAdd')} chosen={source.reservedFor} kind={kind}
        set={(reservedFor) => setSource.mutate({ source: source.code, carryOver: source.origin === 'carry_over', reservedFor: [...reservedFor] })}
      />
    </div>
  )
}
