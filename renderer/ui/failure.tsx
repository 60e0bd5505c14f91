import { ORPCError } from '@orpc/client'
import type { MessageValues } from '#shared/i18n/index.ts'
import { useTranslator } from './language.tsx'
import { Message } from './message.tsx'

/** Says what went wrong: the named error's own sentence, a lost connection, or that it was unexpected, with its reference. */
export function Failure({ error, again }: { readonly error: unknown; again(): void }) {
  const { t, find } = useTranslator()
  const action = { label: t('window.states.again'), run: again }
  if (!(error instanceof ORPCError)) {
    return <Message title={t('window.states.disconnected')} text={t('window.states.disconnectedHint')} action={action} alarm />
  }
  const sentence = find(`errors.${error.code}`, valuesOf(error.data))
  const reference = referenceOf(error.data)
  return (
    <Message
      title={t('window.states.failed')}
      text={sentence ?? t('window.states.unexpected')}
      detail={reference && t('window.states.reference', { reference })}
      action={action}
      alarm
    />
  )
}

function entriesOf(data: unknown): readonly (readonly [string, unknown])[] {
  return typeof data === 'object' && data !== null ? Object.entries(data) : []
}

/** The error's data as words of its sentence; lists are joined, what is missing is left empty. */
function valuesOf(data: unknown): MessageValues {
  return Object.fromEntries(
    entriesOf(data).map(([key, value]) => [key, typeof value === 'number' ? value : Array.isArray(value) ? value.join(', ') : String(value ?? '')]),
  )
}

function referenceOf(data: unknown): string | undefined {
  const reference = entriesOf(data).find(([key]) => key === 'reference')?.[1]
  return typeof reference === 'string' ? reference : undefined
}
