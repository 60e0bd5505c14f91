import type { PlanKind } from '#shared/domain/plan.ts'
import { useTranslator } from '../../ui/language.tsx'
import { goTo } from '../../ui/route.ts'
import { useNotices } from '../../ui/notices.tsx'
import { CeilingFields } from './ceiling-fields.tsx'
import { Commitments } from './commitments.tsx'
import { Earmark } from './earmark.tsx'
import { PaysFor } from './pays-for.tsx'
import { Stages } from './stages.tsx'
import type { Source } from './types.ts'
import { useSourceCommands } from './use-source-commands.ts'

/** Everything of one source, to change in place. */
export function SourceDetail({ source, kind }: { readonly source: Source; readonly kind: PlanKind }) {
  const { t } = useTranslator()
  const { removeSource } = useSourceCommands()
  const show = useNotices((state) => state.show)
  const remove = () => removeSource.mutate({ source: source.label }, {
    onSuccess: () => {
      show({ text: t('sources.removed', { source: source.label }), alarm: false })
      goTo('sumber')
    },
  })
  return (
    <div className="source-detail" role="group" aria-label={source.label}>
      <CeilingFields source={source} />
      <Commitments source={source} />
      <div className="column">
        <Earmark source={source} kind={kind} />
        <Stages source={source} />
        <PaysFor source={source} />
        <button type="button" className="quiet-action" disabled={removeSource.isPending} onClick={remove}>{t('sources.remove')}</button>
      </div>
    </div>
  )
}
