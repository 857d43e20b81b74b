type Params = Readonly<Record<string, string | number>>;

export const en = {
  problems: {
    energy_file_missing: ({ file }: Params) => `There is no file ${file}.`,
    energy_table_empty: () => 'The file is empty.',
    energy_table_columns: ({ missing }: Params) => `The head of the file lacks the columns ${missing}.`,
    energy_row_width: ({ line, found, expected }: Params) =>
      `Line ${line} has ${found} fields, and the head has ${expected}.`,
    energy_row_number: ({ line, column, received }: Params) =>
      `Line ${line}: “${received}” in ${column} is no number with a decimal point.`,
    energy_row_too_long: ({ line }: Params) => `Line ${line} is too long to be a row.`,
    energy_rows_invalid: ({ count, told }: Params) =>
      `${count} rows cannot be used; the first ${told} are named.`,
    energy_table_order: ({ order }: Params) =>
      `The columns stand otherwise than in this layout: ${order}, with two hubs or more. Look for swapped columns.`,
    energy_hub_twice: ({ hub }: Params) => `The hub ${hub} has two columns.`,
    energy_domain_empty: () => 'The file has a head and no rows.',
    energy_day_invalid: ({ line, received }: Params) => `Line ${line}: “${received}” is no day.`,
    energy_hour_invalid: ({ line, received }: Params) =>
      `Line ${line}: ${received} is no hour of a day (1 to 25).`,
    energy_ptdf_spread: ({ line, least, most }: Params) =>
      `Line ${line}: factors from ${least} to ${most} are no shares of an exchange. Look for swapped columns.`,
    energy_ram_negative: ({ line, ram }: Params) =>
      `Line ${line}: a remaining margin of ${ram} MW is below zero: with no exchange at all the row would be broken.`,
    energy_hour_missing: ({ day, hour, line }: Params) =>
      `Day ${day} lacks hour ${hour}; what is there goes on, or ends, at line ${line}.`,
    energy_hour_beyond: ({ day, hour, hours, line }: Params) =>
      `Line ${line}: day ${day} has ${hours} hours in Brussels, and no hour ${hour}.`,
    energy_day_25_as_24: ({ day, line }: Params) =>
      `Day ${day} has 25 hours in Brussels and is given as 24; its last hour begins at line ${line}.`,
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
