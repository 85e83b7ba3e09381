/** The inner loops compiled, as base64. */
export function compile(): Promise<string>;
