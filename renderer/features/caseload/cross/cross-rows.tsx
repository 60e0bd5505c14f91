import { useId } from 'react'
import { NOTHING, number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { Answer } from '../answers.ts'
import { zText } from '../figures.ts'
import { supposedText } from './supposed-text.ts'

type Row = Answer<'crossCheck'>['rows'][number]

export const INDEXES = ['hfa', 'wfa', 'wfh'] as const

export interface Narrowed {
  readonly index?: Row['index'] | undefined
  readonly reason?: Row['reason'] | undefined
}

interface CrossRowsProps {
  readonly rows: readonly Row[]
  readonly narrowed: Narrowed
  narrow(change: Narrowed): void
  open(child: number): void
}

/** Differences one by one: what the file says, what we reckon, and the mistake that gives the file's value. */
export function CrossRows({ rows, narrowed, narrow, open }: CrossRowsProps) {
  const translator = useTranslator()
  const { t, find, language } = translator
  const id = useId()
  const scored = ({ z, status }: Row['file']) => (
    <>
      {zText(z, language)} <span className="soft">{status === null ? NOTHING : (find(`caseload.children.statuses.${status}`) ?? status)}</span>
    </>
  )
  return (
    <>
      <div className="filters">
        <label htmlFor={`${id}-index`}>{t('truth.cross.index')}</label>
        <select id={`${id}-index`} value={narrowed.index ?? ''} onChange={(event) => narrow({ ...narrowed, index: INDEXES.find((one) => one === event.target.value) })}>
          <option value="">{t('truth.cross.allIndexes')}</option>
          {INDEXES.map((one) => <option key={one} value={one}>{t(`truth.cross.indexes.${one}`)}</option>)}
        </select>
        {narrowed.reason && <button type="button" className="plain" onClick={() => narrow({ index: narrowed.index })}>{t(`validity.reason.${narrowed.reason}`)} ×<span className="hidden"> {t('truth.cross.allReasons')}</span></button>}
      </div>
      <table className="ledger" aria-label={t('truth.cross.caption')}>
        <thead>
          <tr>
            <th scope="col" className="num">{t('truth.row')}</th>
            <th scope="col">{t('truth.child')}</th>
            <th scope="col">{t('truth.place')}</th>
            <th scope="col">{t('truth.cross.index')}</th>
            <th scope="col">{t('truth.cross.file')}</th>
            <th scope="col">{t('truth.cross.own')}</th>
            <th scope="col">{t('truth.cross.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ child, name, row, posyandu, index, file, own, reason, supposed, changesCount, wrongLabel }) => (
            <tr key={`${row}/${index}`}>
              <td className="num soft">{number(row, language)}</td>
              <th scope="row"><button type="button" className="plain to-child" title={t('truth.openChild', { name, row })} onClick={() => open(child)}>{name}</button></th>
              <td>{posyandu || <span className="faint">{t('truth.noPosyandu')}</span>}</td>
              <td>{t(`truth.cross.indexes.${index}`)}</td>
              <td className="num-left">{scored(file)}</td>
              <td className="num-left">{scored(own)}</td>
              <td>
                {t(`validity.reason.${reason}`)} <span className="soft">{supposedText(supposed, translator)}</span>
                {wrongLabel && <span className="remark attention"><span aria-hidden="true">● </span>{t('truth.cross.label')}</span>}
                {changesCount && <span className="remark alarm"><span aria-hidden="true">▲ </span>{t('truth.cross.changes')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
