import { useQuery } from '@tanstack/react-query'
import { useApi } from './api.tsx'
import { useTranslator } from './language.tsx'
import { ruleName } from './rule-text.ts'

/** What a rule of the plan's year is called by its id; the id itself until the rules are there, or where it is gone. */
export function useRuleNames(): (id: string | null | undefined) => string {
  const translator = useTranslator()
  const api = useApi()
  const rules = useQuery(api.rules.list.queryOptions({ input: {} }))
  return (id) => {
    const found = rules.data?.rules.find((rule) => rule.id === id)
    return found ? `“${ruleName(found, translator)}”` : (id ?? '')
  }
}
