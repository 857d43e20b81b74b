type Params = Readonly<Record<string, string | number>>;

export const en = {
  problems: {
    energy_file_missing: ({ file }: Params) => `The folder has no file ${file}.`,
    energy_table_empty: () => 'The file is empty.',
    energy_table_columns: ({ missing }: Params) => `The head of the file lacks the columns ${missing}.`,
    energy_row_width: ({ line, found, expected }: Params) =>
      `Line ${line} has ${found} fields, and the head has ${expected}.`,
    energy_row_number: ({ line, column, received }: Params) =>
      `Line ${line}: “${received}” in ${column} is no number with a decimal point.`,
    energy_row_too_long: ({ line }: Params) => `Line ${line} is too long to be a row.`,
    energy_rows_invalid: ({ count, told }: Params) =>
      `${count} rows cannot be used; the first ${told} are named.`,
    energy_quantity_negative: ({ line }: Params) => `Line ${line}: a quantity is below zero.`,
    energy_limits_crossed: ({ line }: Params) => `Line ${line}: the least flow is above the most.`,
    energy_gme_period: ({ line, received }: Params) =>
      `Line ${line}: ${received} is no hour of a day (1 to 25).`,
    energy_gme_side: ({ received }: Params) => `“${received}” is neither demand nor supply.`,
    energy_block_differs: ({ block }: Params) =>
      `The block ${block} has another zone, side or price than in its first row.`,
    energy_gme_hours: ({ day, found }: Params) =>
      `The day ${day} has ${found} hours, or one of them is missing: a day has 23, 24 or 25, from the first on.`,
    energy_gme_border_price: ({ border, step }: Params) =>
      `In hour ${step} the border ${border} has a limit and no published price.`,
  },
};

export type ImportTexts = typeof en;
