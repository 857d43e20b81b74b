import loadHighs, { type Highs, type Model, type ModelData } from 'highs';

/** The types of the package are those of its CommonJS; what is loaded here is its module, of which the loader is the default. */
const load = loadHighs as unknown as typeof loadHighs.default;

/** What the solver lets pass in a row. */
const feasible = 1e-7;

/** HiGHS, once for each thread: the WebAssembly module is compiled when it is first asked for. */
let loaded: Promise<Highs> | null = null;

export async function loadSolver(): Promise<Solver> {
  loaded ??= load();
  const highs = await loaded;
  return { solve: (program) => solve(highs, program), open: (program) => open(highs, program) };
}

/**
 * A linear program in columns: minimise cost · x with least ≤ x ≤ most and rowLeast ≤ A x ≤ rowMost. Column `c` has the entries from
 * `starts[c]` to before `starts[c + 1]`.
 */
export type LinearProgram = {
  readonly cost: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly rowLeast: Float64Array;
  readonly rowMost: Float64Array;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** Columns that are whole numbers, where there are any: then there are no duals. */
  readonly whole?: readonly number[];
};

/** `duals`: what one more unit of a row's bound adds to the cost; `reduced`: the same of a column's. */
export type LinearSolution =
  | {
      readonly status: 'optimal';
      readonly cost: number;
      readonly values: Float64Array;
      readonly duals: Float64Array;
      readonly reduced: Float64Array;
    }
  | { readonly status: 'infeasible' | 'unsolved' };

export type Solver = {
  readonly solve: (program: LinearProgram) => LinearSolution;
  /** Keeps a program, so that each next question of it begins where the last one ended; to be closed. */
  readonly open: (program: LinearProgram) => OpenProgram;
};

/** A row Σ values · columns between two bounds. */
export type Row = {
  readonly least: number;
  readonly most: number;
  readonly columns: Int32Array;
  readonly values: Float64Array;
};

export type OpenProgram = {
  /** Gives other bounds to the columns from `first` on. */
  readonly bound: (first: number, least: Float64Array, most: Float64Array) => void;
  /** Adds rows behind those that are there. */
  readonly add: (rows: readonly Row[]) => void;
  readonly solve: () => LinearSolution;
  readonly close: () => void;
};

function solve(highs: Highs, program: LinearProgram): LinearSolution {
  if (program.cost.length === 0) return withoutColumns(program);
  const kept = open(highs, program);
  try {
    return kept.solve();
  } finally {
    kept.close();
  }
}

/** The solver has no answer to a program without columns: its rows hold or they do not. */
function withoutColumns({ rowLeast, rowMost }: LinearProgram): LinearSolution {
  const isHeld = rowLeast.every((least, row) => least <= feasible && (rowMost[row] as number) >= -feasible);
  if (!isHeld) return { status: 'infeasible' };
  const none = new Float64Array();
  return {
    status: 'optimal',
    cost: 0,
    values: none,
    duals: new Float64Array(rowLeast.length),
    reduced: none,
  };
}

function open(highs: Highs, program: LinearProgram): OpenProgram {
  const { starts, rows, values } = program;
  const [numCols, numRows] = [program.cost.length, program.rowLeast.length];
  const data: ModelData = {
    ...{ numCols, numRows, sense: highs.constants.objectiveSense.minimize },
    ...{ colCost: program.cost, colLower: program.least, colUpper: program.most },
    ...{ rowLower: program.rowLeast, rowUpper: program.rowMost },
    matrix: { format: 'csc', numCols, numRows, starts, indices: rows, values },
    ...(program.whole === undefined ? {} : { integrality: typesOf(numCols, program.whole, highs) }),
  };
  const model = highs.createModel(data);
  // Presolve takes longer than it saves on programs of this size (facts, section 5).
  model.options.set({ output_flag: false, presolve: program.whole === undefined ? 'off' : 'on' });
  if (program.whole !== undefined) model.options.set({ mip_rel_gap: 0, mip_abs_gap: 1e-6 });
  return {
    bound: (first, least, most) => {
      model.changeColsBounds({ kind: 'range', from: first, to: first + least.length - 1 }, least, most);
    },
    add: (more) => {
      for (const { least, most, columns, values: own } of more)
        model.addRow(least, most, { indices: columns, values: own });
    },
    solve: () => solutionOf(highs, model),
    close: () => model.dispose(),
  };
}

function solutionOf(highs: Highs, model: Model): LinearSolution {
  model.run();
  const status = model.getModelStatus();
  const { modelStatus } = highs.constants;
  if (status === modelStatus.infeasible) return { status: 'infeasible' };
  if (status !== modelStatus.optimal) return { status: 'unsolved' };
  const { colValue, rowDual, colDual } = model.getSolution();
  return {
    status: 'optimal',
    cost: model.getObjectiveValue(),
    values: colValue,
    duals: rowDual,
    reduced: colDual,
  };
}

function typesOf(columns: number, whole: readonly number[], { constants }: Highs) {
  const types = new Array(columns).fill(constants.variableType.continuous);
  for (const column of whole) types[column] = constants.variableType.integer;
  return types;
}
