import { holidayContract } from './holiday.contract.ts'
import { profileContract } from './profile.contract.ts'
import { regionContract } from './region.contract.ts'
import { ruleContract } from './rule.contract.ts'

export const centreContract = { ...profileContract, ...ruleContract, ...regionContract, ...holidayContract }
