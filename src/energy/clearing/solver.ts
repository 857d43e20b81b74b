import loadHighs, { type HessianInput, type Highs, type Model, type ModelData } from 'highs';

/** The types of the package are those of its CommonJS; what is loaded here is its module, of which the loader is the default. */
const load = loadHighs as unknown as typeof loadHighs.default;

/** What runs name as their solver; a test holds it against the package that is installed. */
export const solverName = 'highs 1.15.3';

/** HiGHS, once for each thread: the WebAssembly module is compiled when it is first asked for. */
let loaded: Promise<Highs> | null = null;

export async function loadSolver(): Promise<Solver> {
  loaded ??= load();
  const highs = await loaded;
  return { solve: (program) => solve(highs, program), hold: (program) => hold(highs, program) };
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
  readonly hold: (program: LinearProgram) => HeldProgram;
};

/**
 * A program without whole numbers that is asked again and again, with other costs, other bounds and more rows: each answer is looked for from
 * where the last one was found. It takes memory of the solver until it is released.
 */
export type HeldProgram = {
  readonly solve: () => LinearSolution;
  /** One cost for each column. */
  readonly setCosts: (cost: Float64Array) => void;
  readonly setRow: (row: number, least: number, most: number) => void;
  /** A row after the last one, with one value for each column. */
  readonly addRow: (least: number, most: number, values: Float64Array) => void;
  readonly release: () => void;
};

function solve(highs: Highs, program: LinearProgram): LinearSolution {
  const model = highs.createModel(modelData(highs, program));
  try {
    // Presolve takes longer than it saves on programs of this size (facts, section 5).
    model.options.set({ output_flag: false, presolve: program.whole === undefined ? 'off' : 'on' });
    if (program.whole !== undefined) model.options.set({ mip_rel_gap: 0, mip_abs_gap: 1e-6 });
    // The default of 1e-7 moves results by hundredths of a MW (facts, section 5).
    if (program.slopes !== undefined) model.options.set({ qp_regularization_value: 0 });
    return run(highs, model);
  } finally {
    model.dispose();
  }
}

function hold(highs: Highs, program: LinearProgram): HeldProgram {
  const model = highs.createModel(modelData(highs, program));
  const last = program.cost.length - 1;
  const columns = Int32Array.from(program.cost, (_, column) => column);
  // What was best stays possible when costs change: the primal simplex goes on from there.
  model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
  return {
    solve: () => run(highs, model),
    setCosts: (cost) => void model.changeColsCost({ kind: 'range', from: 0, to: last }, cost),
    setRow: (row, least, most) => void model.changeRowBounds(row, least, most),
    addRow: (least, most, values) => void model.addRow(least, most, { indices: columns, values }),
    release: () => model.dispose(),
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

function run({ constants: { modelStatus } }: Highs, model: Model): LinearSolution {
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
