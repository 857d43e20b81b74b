import { alertsDoor, runsDoor } from './alerts/pages/door.ts';
import { evidenceDoor } from './cases/pages/door.ts';
import { searchesDoor } from './edges/pages/door.ts';
import type { Door } from './fields/pages/parts.tsx';
import { checksDoor } from './joint-checks/pages/door.ts';
import { oneStopShopDoor } from './one-stop-shop/pages/door.ts';
import { refundsDoor } from './refunds/pages/door.ts';

/** The pages that rooms of the module open to a reader, in the order of their tabs; each room says its own in its `pages/door.ts`. */
export const doors: readonly Door[] = [
  alertsDoor,
  runsDoor,
  searchesDoor,
  refundsDoor,
  evidenceDoor,
  oneStopShopDoor,
  checksDoor,
];
