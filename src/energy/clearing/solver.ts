import loadHighs, { type HessianInput, type Highs, type Model, type ModelData } from 'highs';

/** The types of the package are those of its CommonJS; what is loaded here is its module, of which the loader is the default. */
const load = loadHighs as unknown as typeof loadHighs.default;

/** What runs name as their solver; a test holds it against the package that is installed. */
export const solverName = 'highs 1.15.3';

/** What the solver lets pass in a row. */
const feasible = 1e-7;

/** HiGHS, once for each thread: the WebAssembly module is compiled when it is first asked for. */
let loaded: Promise<Highs> | null = null;

export async function loadSolver(): Promise<Solver> {
  loaded ??= load();
  const highs = await loaded;
  return {
    solve: (program) => solve(highs, program),
    open: (program, next) => open(highs, program, next),
  };
}

/**
 * A linear program in columns: minimise cost · x (+ ½ Σ slopes · x²) with least ≤ x ≤ most and rowLeast ≤ A x ≤ rowMost. Column `c` has the entries from
 * `starts[c]` to before `starts[c + 1]`.
 */
export type LinearProgram = {
  readonly cost: Float64Array;
  /** Where costs of columns grow: none below zero. Then no column is a whole number. */
  readonly slopes?: Float64Array;
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
  | { readonly status: 'infeasible' | 'unbounded' | 'unsolved' };

export type Solver = {
  readonly solve: (program: LinearProgram) => LinearSolution;
  /**
   * Keeps a program, so that each next question of it begins where the last one ended. `next`: what is mostly changed between questions, by
   * which the way of looking is chosen. It takes memory of the solver until it is closed.
   */
  readonly open: (program: LinearProgram, next: 'bounds' | 'costs') => OpenProgram;
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
  /** Gives other bounds to a row. */
  readonly boundRow: (row: number, least: number, most: number) => void;
  /** Gives every column another cost. */
  readonly setCosts: (cost: Float64Array) => void;
  /** Adds rows behind those that are there. */
  readonly add: (rows: readonly Row[]) => void;
  readonly solve: () => LinearSolution;
  readonly close: () => void;
};

function solve(highs: Highs, program: LinearProgram): LinearSolution {
  if (program.cost.length === 0) return withoutColumns(program);
  const kept = open(highs, program, 'bounds');
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
  const duals = new Float64Array(rowLeast.length);
  return { status: 'optimal', cost: 0, values: none, duals, reduced: none };
}

/** The primal simplex, which goes on from what was best and is still possible when costs change. */
const primalSimplex = 4;

function open(highs: Highs, program: LinearProgram, next: 'bounds' | 'costs'): OpenProgram {
  const model = highs.createModel(modelData(highs, program));
  const last = program.cost.length - 1;
  // Presolve takes longer than it saves on programs of this size (facts, section 5).
  model.options.set({ output_flag: false, presolve: program.whole === undefined ? 'off' : 'on' });
  if (next === 'costs') model.options.set({ simplex_strategy: primalSimplex });
  if (program.whole !== undefined) model.options.set({ mip_rel_gap: 0, mip_abs_gap: 1e-6 });
  // The default of 1e-7 moves results by hundredths of a MW (facts, section 5).
  if (program.slopes !== undefined) model.options.set({ qp_regularization_value: 0 });
  return {
    bound: (first, least, most) => {
      model.changeColsBounds({ kind: 'range', from: first, to: first + least.length - 1 }, least, most);
    },
    boundRow: (row, least, most) => void model.changeRowBounds(row, least, most),
    setCosts: (cost) => void model.changeColsCost({ kind: 'range', from: 0, to: last }, cost),
    add: (rows) => {
      for (const { least, most, columns, values } of rows)
        model.addRow(least, most, { indices: columns, values });
    },
    solve: () => solutionOf(highs, model),
    close: () => model.dispose(),
  };
}

/** A program as HiGHS takes it. */
export function modelData(highs: Highs, program: LinearProgram): ModelData {
  const { starts, rows, values } = program;
  const [numCols, numRows] = [program.cost.length, program.rowLeast.length];
  return {
    ...{ numCols, numRows, sense: highs.constants.objectiveSense.minimize },
    ...{ colCost: program.cost, colLower: program.least, colUpper: program.most },
    ...{ rowLower: program.rowLeast, rowUpper: program.rowMost },
    matrix: { format: 'csc', numCols, numRows, starts, indices: rows, values },
    ...(program.whole === undefined ? {} : { integrality: typesOf(numCols, program.whole, highs) }),
    ...(program.slopes === undefined ? {} : { hessian: hessianOf(program.slopes) }),
  };
}

function solutionOf({ constants: { modelStatus } }: Highs, model: Model): LinearSolution {
  model.run();
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible) return { status: 'infeasible' };
  if (status === modelStatus.unbounded) return { status: 'unbounded' };
  if (status !== modelStatus.optimal) return { status: 'unsolved' };
  const { colValue, rowDual, colDual } = model.getSolution();
  const cost = model.getObjectiveValue();
  return { status: 'optimal', cost, values: colValue, duals: rowDual, reduced: colDual };
}

/** Of a cost whose slopes stand apart: a diagonal. */
function hessianOf(slopes: Float64Array): HessianInput {
  const places = [...slopes.keys()].filter((column) => slopes[column] !== 0);
  const starts = new Int32Array(slopes.length + 1);
  for (let [column, count] = [0, 0]; column < slopes.length; column++) {
    if (slopes[column] !== 0) count++;
    starts[column + 1] = count;
  }
  return {
    ...{ format: 'triangular', dimension: slopes.length, starts, indices: Int32Array.from(places) },
    values: Float64Array.from(places, (column) => slopes[column] as number),
  };
}

function typesOf(columns: number, whole: readonly number[], { constants }: Highs) {
  const types = new Array(columns).fill(constants.variableType.continuous);
  for (const column of whole) types[column] = constants.variableType.integer;
  return types;
}
