import { energy } from '#energy';
import { evidence } from '#evidence';
import { exchange } from '#exchange';
import type { Module } from '#platform/module.ts';
import { union } from '#union';
import { vat } from '#vat';

/** Every module of this node, lowest first. Nothing else knows the list. */
export const modules: readonly Module[] = [evidence, union, exchange, vat, energy];
