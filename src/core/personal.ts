// Telephone and identity numbers: how they are recognised, and how they are shown to those who need not know them.

/** Weights and check characters of GB 11643. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

const candidates = /(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])/gu;
const mobiles = /(?<![0-9])1[3-9][0-9]{9}(?![0-9])/gu;

/** A date of birth that somebody alive or lately dead may have, and the right check character. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9][0-9]{16}[0-9Xx]$/u.test(text)) return false;
  const year = Number(text.slice(6, 10));
  const month = Number(text.slice(10, 12));
  const date = Number(text.slice(12, 14));
  if (year < 1850 || year > 2099 || month < 1 || month > 12 || date < 1 || date > 31) return false;
  let sum = 0;
  for (const [i, weight] of weights.entries()) sum += weight * (text.charCodeAt(i) - 0x30);
  return checks[sum % 11] === text[17]!.toUpperCase();
}

/** The first identity number in a text, null where there is none. */
export function identityNumberIn(text: string): string | null {
  for (const [candidate] of text.normalize('NFKC').matchAll(candidates)) {
    if (isIdentityNumber(candidate)) return candidate;
  }
  return null;
}

/** `110101********0014` */
export function maskIdentity(number: string): string {
  return `${number.slice(0, 6)}********${number.slice(14)}`;
}

/** `138****1234`: the digits between the first three and the last four; of a short number all but the last two. */
export function maskPhone(phone: string): string {
  const digits = phone.match(/\p{Nd}/gu)?.length ?? 0;
  const [head, tail] = digits > 7 ? [3, 4] : [0, 2];
  let seen = 0;
  return phone.replace(/\p{Nd}/gu, (digit) => {
    seen++;
    return seen <= head || seen > digits - tail ? digit : '*';
  });
}

/** A line of a file as it may be shown to anybody: numbers masked, each by as many characters as it has. */
export function maskPersonal(text: string): string {
  return text
    .replace(candidates, (found) => (isIdentityNumber(found) ? maskIdentity(found) : found))
    .replace(mobiles, maskPhone);
}
