export { exchange } from './module.ts';
export { wholeNode } from './nodes/commands.ts';
export { agreeContract, ownSide, proposeContract } from './nodes/contracts.ts';
export { readListService } from './nodes/list-service.ts';
export { type Duty, duties } from './nodes/model.ts';
export { type ExchangeNode, openNode, type Service } from './nodes/node.ts';
export { type Rounds, startRounds } from './nodes/rounds.ts';
export { registerExchange } from './nodes/routes.ts';
export type { Self } from './nodes/store.ts';
