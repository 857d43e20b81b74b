type Params = Readonly<Record<string, string | number>>;

export const en = {
  domain: {
    content: ({ steps, rows, days, hubs }: Params) =>
      `${steps} hours with ${rows} rows; days: ${days}; hubs: ${hubs}`,
  },
  document: {
    series: ({ kind, from, to, day, steps, minutes, least, most }: Params) =>
      `${kind} from ${from} to ${to}, ${day}: ${steps} steps of ${minutes} minutes, ${least} to ${most}`,
  },
  problems: {
    energy_rights_head: ({ head }: Params) => `The first line has to be “${head}”.`,
    energy_rights_row: ({ line }: Params) =>
      `Line ${line}: give two different hubs and MW of zero or more, as in “BE;FR;400”.`,
    energy_rights_hub: ({ line, hub }: Params) => `Line ${line}: the domain has no hub ${hub}.`,
    energy_rights_twice: ({ line, from, to }: Params) =>
      `Line ${line}: rights from ${from} to ${to} were given before; add them up in one line.`,
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
    energy_json_invalid: ({ line }: Params) =>
      `From line ${line} on the file is no JSON, or longer than a page.`,
    energy_json_shape: () => 'The file is no list of rows, nor an object with one list named “data”.',
    energy_page_partial: ({ found, total }: Params) =>
      `The page has ${found} rows of ${total}: ask for the others too, or for a shorter time.`,
    energy_row_hubs: ({ line }: Params) =>
      `Line ${line}: there are fewer than two hubs (ptdf_…), one twice, or others than in the first row.`,
    energy_row_kind: ({ line }: Params) =>
      `Line ${line}: the row is neither an element, nor the limit of one hub, nor a sum of hubs.`,
    energy_instant_invalid: ({ line, received }: Params) =>
      `Line ${line}: “${received}” is not the beginning of an hour in UTC.`,
    energy_ptdf_missing: ({ line, hub }: Params) =>
      `Line ${line}: the row has no factor for the hub ${hub}, which others have; missing is not zero.`,
    energy_ram_identity: ({ line, identity, published, computed }: Params) =>
      `Line ${line}: ${identity} does not hold: ${published} MW is published, and it comes to ${computed}.`,
    energy_ram_identities: ({ count, told }: Params) =>
      `${count} identities of margins do not hold; the first ${told} are named.`,
    energy_xml_invalid: ({ line, message }: Params) =>
      `Line ${line}: the file is no XML that is read: ${message}.`,
    energy_xml_root: ({ received }: Params) =>
      `The file is no publication of ENTSO-E: its outermost element is “${received}”.`,
    energy_document_kind: ({ line, received }: Params) =>
      `Line ${line}: documents of type “${received}” are not read; A44, A65, A61 and A25 with B09 are.`,
    energy_document_empty: () => 'The document has no values.',
    energy_unit_unknown: ({ line, received, expected }: Params) =>
      `Line ${line}: the unit is “${received}”, and ${expected} is read.`,
    energy_curve_unknown: ({ line, received }: Params) =>
      `Line ${line}: curves of type “${received}” are not read; A01 and A03 are.`,
    energy_resolution_unknown: ({ line, received }: Params) =>
      `Line ${line}: “${received}” is no length of a step that is read (PT60M, PT15M).`,
    energy_interval_days: ({ line, received }: Params) =>
      `Line ${line}: the time ${received} does not go from midnight to midnight in Brussels.`,
    energy_position_invalid: ({ line, received, steps }: Params) =>
      `Line ${line}: position “${received}” is none of 1 to ${steps}, or is there twice.`,
    energy_position_missing: ({ line, position, steps }: Params) =>
      `Position ${position} of ${steps} is missing in the period that ends at line ${line}.`,
    energy_eic_form: ({ received }: Params) =>
      `“${received}” is no EIC: it has 16 capitals, digits and hyphens.`,
    energy_eic_check: ({ received, check }: Params) =>
      `The EIC ${received} is mistyped: its last sign would be ${check}.`,
    energy_eic_unknown: ({ received }: Params) =>
      `The EIC ${received} is well formed, and is of no area that is known here.`,
    energy_quantity_negative: ({ line }: Params) => `Line ${line}: a quantity is below zero.`,
    energy_limits_crossed: ({ line }: Params) => `Line ${line}: the least flow is above the most.`,
    energy_gme_period: ({ line, received }: Params) =>
      `Line ${line}: ${received} is no hour of a day (1 to 25).`,
    energy_gme_side: ({ received }: Params) => `“${received}” is neither demand nor supply.`,
    energy_block_differs: ({ block }: Params) =>
      `The block ${block} has another zone, side or price than in its first row.`,
    energy_gme_zone: ({ line, zone, zones }: Params) =>
      `Line ${line}: “${zone}” is none of the zones that are cleared: ${zones}.`,
    energy_gme_day_missing: ({ day, file, line }: Params) =>
      `Line ${line} speaks of the day ${day}, of which ${file} has no row.`,
    energy_gme_row_missing: ({ day, hour, name, line }: Params) =>
      `Day ${day}, hour ${hour}: there is no row of ${name}, which other hours have; its rows go on, or end, at line ${line}.`,
    energy_gme_border_price: ({ day, step, border, line }: Params) =>
      `Line ${line}: the border ${border} has a limit in hour ${step} of ${day}, and no published price.`,
  },
};

export type ImportTexts = typeof en;
