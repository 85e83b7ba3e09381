/** The bill of materials of what a lock file installs. */
export function bill(lock: unknown): unknown;
