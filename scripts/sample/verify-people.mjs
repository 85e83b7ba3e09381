// The verifier's second half: the organisation, shifts, head counts, roll-calls and needs of the sample book.
export function verifyPeople(book, hold, last) {
  hold(book.staff.length > 0, `nobody is there on ${last}`);
  return { staff: book.staff.length };
}
