import { useQuery } from '@tanstack/react-query'
import type { Family } from '#shared/domain/target-group.ts'
import { number, rupiah } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import type { SeriesSummary } from '../../ui/trend.ts'
import { useCommand } from '../../ui/use-command.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { groupName } from './group-name.ts'

/** What following a series would do to the plan's need, before it is adopted. */
export function ChooseDialog({ series, family, close }: { readonly series: SeriesSummary; readonly family: Family; close(): void }) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const input = { series: series.id, family }
  const { data, error } = useQuery(api.caseload.previewChoice.queryOptions({ input }))
  const choose = useCommand(['caseload', 'choose'], (chosen: typeof input) => api.caseload.choose.call(chosen))
  const words = { series: series.name, family: t(`terms.families.${family}`) }
  const figure = (count: number | null) => (count === null ? <span className="faint">{t('caseload.unknown')}</span> : number(count, language))
  const adopt = () => choose.mutate(input, { onSuccess: () => { show({ text: t('caseload.choose.done', words), alarm: false }); close() } })
  return (
    <Dialog className="caseload-dialog" title={t('caseload.choose.title', words)} close={close}>
      {error ? <p className="alarm" role="alert">{errorText(error, translator)}</p> : data ? (
        <>
          <dl className="choice-needs">
            <div><dt>{t('caseload.choose.now')}</dt><dd>{rupiah(data.before.need, language)}</dd></div>
            <div><dt>{t('caseload.choose.becomes')}</dt><dd>{rupiah(data.after.need, language)}</dd></div>
            <div><dt>{t('caseload.choose.difference')}</dt><dd className="difference">{difference(data.after.need - data.before.need)}</dd></div>
          </dl>
          {data.groups.length === 0 ? <p className="soft">{t('caseload.choose.noChange')}</p> : (
            <table className="plain-table">
              <thead><tr><th scope="col">{t('caseload.table.group')}</th><th scope="col" className="num">{t('caseload.choose.before')}</th><th scope="col" className="num">{t('caseload.choose.after')}</th></tr></thead>
              <tbody>
                {data.groups.map(({ group, before, after }) => (
                  <tr key={group}><th scope="row">{groupName(group, translator)}</th><td className="num">{figure(before)}</td><td className="num">{figure(after)}</td></tr>
                ))}
              </tbody>
            </table>
          )}
          {data.groups.some(({ after }) => after === null) && <p className="soft fine">{t('caseload.choose.unknownNote')}</p>}
        </>
      ) : <p className="soft" role="status">{t('caseload.choose.loading')}</p>}
      <div className="buttons">
        <button type="button" onClick={close}>{t('caseload.actions.cancel')}</button>
        <button type="button" className="primary" disabled={!data || choose.isPending} onClick={adopt}>{t('caseload.choose.adopt')}</button>
      </div>
    </Dialog>
  )

  function difference(by: number): string {
    if (by === 0) return t('caseload.choose.same')
    return t(by > 0 ? 'caseload.choose.more' : 'caseload.choose.less', { amount: rupiah(Math.abs(by), language) })
  }
}
