/** Tables for kysely's types; a module's own queries name the rest in SQL. */
export interface Tables {
  'platform.migration': {
    module: string;
    number: number;
    name: string;
    sha256: string;
    applied_at: Date;
  };
}
