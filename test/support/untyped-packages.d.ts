/** These packages bring no types; this is what the tests use of them. */
declare module 'jsonstat-toolkit' {
  function JSONstat(response: unknown): JSONstat.Read;
  namespace JSONstat {
    type Cell = { readonly value: number | null; readonly status: string | null };
    type Read = {
      readonly class: string;
      readonly label: string;
      readonly length: number;
      readonly role: Readonly<Record<string, readonly string[]>>;
      readonly note: readonly string[];
      readonly extension: Readonly<Record<string, unknown>>;
      /** By categories, or by its place. */
      Data(at: Readonly<Record<string, string | undefined>> | number): Cell;
      Dimension(id: string): { Category(id: string): { readonly label: string; readonly unit: unknown } };
      Item(index: number): Read;
    };
  }
  export = JSONstat;
}

declare module 'jsonld' {
  const jsonld: {
    toRDF(
      document: unknown,
      options: { readonly documentLoader: (url: string) => Promise<never> },
    ): Promise<unknown>;
  };
  export = jsonld;
}
