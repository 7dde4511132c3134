import { accountContract } from './account.contract.ts'
import { orgContract } from './org.contract.ts'
import { personContract } from './person.contract.ts'
import { zoneContract } from './zone.contract.ts'

export const organisationContract = { ...personContract, ...accountContract, ...orgContract, ...zoneContract }
