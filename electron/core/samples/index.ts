/** The samples: synthetic, marked as such (contoh), built on figures that were in the news. Nothing else here is about anybody. */
export type { SampleFile, SampleRound } from './sample.ts'
export { KALIPUCUNG, KALIPUCUNG_CHILDREN, kalipucungCounts, kalipucungFiles, kalipucungRounds } from './kalipucung.ts'
export { kalipucungPlan, type SampleActivity, type SampleLine, type SamplePlan } from './kalipucung-plan.ts'
export { KEDIRI, kediriCounts, kediriFiles } from './kediri.ts'
