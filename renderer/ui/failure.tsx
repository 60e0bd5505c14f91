import { ORPCError } from '@orpc/client'
import { errorText, referenceOf } from './error-text.ts'
import { useTranslator } from './language.tsx'
import { Message } from './message.tsx'

/** Says what went wrong: the named error's own sentence, a lost connection, or that it was unexpected, with its reference. */
export function Failure({ error, again }: { readonly error: unknown; again(): void }) {
  const translator = useTranslator()
  const { t } = translator
  const reference = referenceOf(error)
  return (
    <Message
      title={t(error instanceof ORPCError ? 'window.states.failed' : 'window.states.disconnected')}
      text={errorText(error, translator)}
      detail={reference && t('window.states.reference', { reference })}
      action={{ label: t('window.states.again'), run: again }}
      alarm
    />
  )
}
