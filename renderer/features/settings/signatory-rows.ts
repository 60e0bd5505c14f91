export interface Person {
  readonly lead: string
  readonly role: string
  readonly name: string
  readonly nip: string
}

/** Signatories as the setting `sign.<sheet>` keeps them: a line of `lead|role|name|NIP` each. */
export function rowsOf(people: readonly Person[]): string {
  return people.map(({ lead, role, name, nip }) => [lead, role, name, nip].map((part) => part.trim()).join('|')).join('\n')
}
