import { useTranslator } from '../../ui/language.tsx'

const ROLES = ['head', 'council', 'kpm', 'cadre', 'midwife', 'pkk', 'neighbourhood', 'parents', 'health'] as const

/** Who speaks at a rembuk, by role: the record needs no names. */
export function Roles({ id }: { readonly id: string }) {
  const { t } = useTranslator()
  return <datalist id={id}>{ROLES.map((role) => <option key={role} value={t(`meeting.roles.${role}`)} />)}</datalist>
}
