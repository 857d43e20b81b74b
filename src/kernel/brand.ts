declare const brand: unique symbol;

/** A `T` that went through the parser of `Name`; nothing at run time. Brands add up: a branded type can be branded again. */
export type Brand<T, Name extends string> = T & { readonly [brand]: { readonly [key in Name]: true } };
