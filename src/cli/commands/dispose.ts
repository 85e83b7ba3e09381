// taizhang dispose: see src/cli/recording/movements.ts, which all movements share.

import { movementCommand, movements } from '../recording/movements.js';

export const { configure, run } = movementCommand(movements.dispose);
