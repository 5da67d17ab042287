/** The facts that are written down beside every row that a load writes. */
export interface LoadStamp {
  /** The load's id. */
  readonly load: string;
  /** The source, as the rows name it. */
  readonly source: string;
  /** The time of the export, ISO 8601; a row that says its own time has that instead. */
  readonly asOf: string;
}

/** One row as it is written: by field, with its id. */
export interface Row {
  readonly id: string;
  readonly sourceId?: string;
}

/** A row, what its record says of its own time, the number by which the source names the child, and the row of the same record that it came with. */
export interface StampedRow {
  readonly row: Row;
  readonly asOf?: string | undefined;
  readonly about?: string | undefined;
  readonly partOf?: string | undefined;
}
