import { allocationContract } from './allocation.ts'
import { backupContract } from './backup.ts'
import { caseloadContract } from './caseload.ts'
import { cashContract } from './cash.ts'
import { consolidationContract } from './consolidation.ts'
import { distributionContract } from './distribution.ts'
import { documentContract } from './document.ts'
import { entryContract } from './entry.ts'
import { exchangeContract } from './exchange.ts'
import { explainContract } from './explain.ts'
import { historyContract } from './history.ts'
import { homeContract } from './home.ts'
import { jointContract } from './joint.ts'
import { meetingContract } from './meeting.ts'
import { planContract } from './plan.ts'
import { rulesContract } from './rules.ts'
import { scenarioContract } from './scenario.ts'
import { sensitivityContract } from './sensitivity.ts'
import { versionContract } from './version.ts'
import { workspaceContract } from './workspace.ts'

/** Everything that crosses between the window (or the command line) and the core. */
export const contract = {
  home: homeContract,
  workspace: workspaceContract,
  caseload: caseloadContract,
  plan: planContract,
  allocation: allocationContract,
  document: documentContract,
  entry: entryContract,
  history: historyContract,
  rules: rulesContract,
  scenario: scenarioContract,
  version: versionContract,
  exchange: exchangeContract,
  consolidation: consolidationContract,
  distribution: distributionContract,
  joint: jointContract,
  explain: explainContract,
  sensitivity: sensitivityContract,
  cash: cashContract,
  meeting: meetingContract,
  backup: backupContract,
}
