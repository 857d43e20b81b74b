import type { FrontTexts } from './en.ts';

export const fr: FrontTexts = {
  practice: 'Coopérations pratiques',
  energy: 'Énergie',
  lede: 'Marchés de l’électricité couplés, sécurité d’approvisionnement et crises : ce que des États font ensemble quand l’électricité manque.',
  rooms: 'Ce qui se trouve ici',
  clearing: 'Compensation, comparaison et certification des marchés',
  clearingWhat: 'À la ligne de commande du nœud : energy clear, energy compare, energy certify.',
};
