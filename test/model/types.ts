// The words of the reference model: what it reads from a book, what it keeps while replaying, what it answers.

export interface Place {
  file: string;
  line: number;
}

export interface Finding extends Place {
  code: string;
}

export interface Item {
  name: string;
  category: string;
  unit: string;
  packs: Map<string, bigint>;
  lots: string;
}

export interface Site {
  kind: string;
  tracked: boolean;
  signs: boolean;
}

export interface StockRow extends Place {
  ledger: 'stock';
  date: string;
  time: string;
  doc: string;
  kind: string;
  item: string;
  lot: string;
  expiry: string;
  qty: bigint;
  from: string;
  to: string;
  ref: string;
}

export interface DeliveryRow extends Place {
  ledger: 'deliveries';
  date: string;
  doc: string;
  item: string;
  lot: string;
  qty: bigint; // received in good order
  damaged: bigint;
  site: string;
}

export interface CountRow extends Place {
  date: string;
  when: string;
  site: string;
  item: string;
  lot: string;
  counted: bigint;
}

export interface RequestRow extends Place {
  date: string;
  doc: string;
  site: string;
  item: string;
  qty: bigint;
  neededBy: string;
  cancelled: boolean;
}

/** A quarantined row: the cells that could be read. null stands for "may be anything". */
export interface Broken {
  ledger: string;
  date: string | null;
  kind: string;
  docs: string[];
  item: string | null;
  lot: string | null;
  sites: string[] | null;
}

export interface Tolerance {
  percent: boolean;
  value: bigint; // millionths of a base unit, or of a percent
}

export interface Book {
  items: Map<string, Item>;
  sites: Map<string, Site>;
  parties: Map<string, string>; // code → kind
  staff: Set<string>;
  categories: string[];
  tolerance: Tolerance;
  deliveryHours: number;
  stock: StockRow[];
  deliveries: DeliveryRow[];
  counts: CountRow[];
  requests: RequestRow[];
  broken: Broken[];
}

/** One line of a document: everything that happened to this lot of this item under this number. */
export interface DocLine {
  doc: string;
  kind: string;
  item: string;
  lot: string;
  from: string;
  to: string;
  ref: string;
  date: string;
  moment: string; // the earliest date and time
  dispatchDays: string[];
  intoTransit: boolean;
  taken: bigint;
  reversed: bigint;
  returned: bigint; // came back from the site (or from a party), naming this document
  received: bigint;
  damaged: bigint;
  returnedTransit: bigint;
  lost: bigint;
  sources: { line: DocLine; qty: bigint }[]; // what a return or a loss from transit came back from
  first: StockRow; // the first in the total order
  signed: DeliveryRow[];
  damagedRow: Place | null;
  overRow: Place | null;
}

export interface Effect {
  date: string;
  site: string;
  item: string;
  lot: string;
  column: 'in' | 'out' | 'adjusted';
  qty: bigint; // signed, in the sense of its column
  row: StockRow | DeliveryRow;
  explains: string; // of a gain or a loss, or of one undone: what it names
}

export interface BalanceLine {
  site: string;
  item: string;
  lot: string;
  unit: string;
  opening: string;
  in: string;
  out: string;
  adjusted: string;
  closing: string;
  counted: string | null;
  variance: string | null;
  status: string;
}

export interface ItemCount {
  site: string;
  item: string;
  book: string;
  counted: string;
  variance: string;
  status: string;
}

export interface DeliveryLine {
  doc: string;
  item: string;
  lot: string;
  date: string;
  from: string;
  to: string;
  dispatched: string;
  received: string;
  damaged: string;
  returned: string;
  lost: string;
  inTransit: string;
  status: string;
}

export interface DeliveredLine {
  category: string;
  today: string;
  total: string;
  signedTotal: string;
  incomplete: boolean;
}

export interface ModelResult {
  lines: BalanceLine[];
  itemCounts: ItemCount[];
  deliveries: DeliveryLine[];
  delivered: DeliveredLine[];
  findings: Finding[];
}
