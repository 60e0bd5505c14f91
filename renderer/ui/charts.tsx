// The charts in one part of the bundle of their own, that is fetched beside the first screen's data.
export { BarChart } from './bar-chart.tsx'
export { FlowChart } from './flow-chart.tsx'
export { GrowthChart } from './growth-chart.tsx'
export { HatchBar } from './hatch-bar.tsx'
export { PrevalenceChart } from './prevalence-chart.tsx'
export { SourceBar } from './source-bar.tsx'
export { StepBars } from './step-bars.tsx'
export { TrendChart } from './trend-chart.tsx'
