export type OrgChart = null;
export function readOrgChart(_w: unknown) { return { value: null, findings: [] }; }
