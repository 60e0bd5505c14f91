import { os } from '@orpc/server'
import { z } from 'zod'

/** A router of two procedures: what a host needs to be tested without the application behind it. */
export const tinyRouter = {
  echo: os.input(z.object({ text: z.string() })).handler(({ input }) => ({ text: input.text })),
  size: os.input(z.object({ file: z.file() })).handler(async ({ input }) => ({ name: input.file.name, bytes: (await input.file.bytes()).length })),
}
