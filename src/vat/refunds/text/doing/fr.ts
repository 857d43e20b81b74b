import type { DoingTexts } from './en.ts';

export const fr: DoingTexts = {
  fields: {
    id: 'Id',
    party: 'Pour la partie',
    on: 'Le : quand cela s’est passé ; vide : aujourd’hui',
    file: 'Demande, JSON tel que `vat refund check` le lit',
    refund_state: 'État de remboursement',
    reference: 'Référence',
    applicant: 'Numéro de TVA du requérant',
    name: 'Nom',
    address: 'Adresse',
    email: 'Courriel',
    activity: 'Activité',
    status: 'Ce que le requérant est pour la TVA',
    no_supplies: 'Déclare n’avoir rien livré dans l’État de remboursement',
    from: 'Période de remboursement du',
    to: 'Période de remboursement au',
    submitted_on: 'Introduite le',
    currency: 'Monnaie ; vide : EUR',
    holder: 'Titulaire du compte',
    iban: 'IBAN',
    bic: 'BIC',
    supplier: 'Numéro de TVA du fournisseur',
    supplier_name: 'Nom du fournisseur',
    supplier_address: 'Adresse du fournisseur',
    invoice: 'Numéro de la facture',
    invoice_date: 'Date de la facture',
    taxable: 'Base d’imposition',
    vat: 'TVA',
    deductible: 'TVA demandée',
    pro_rata: 'Pour cent qui peuvent être déduits',
    nature: 'Ce qui a été acheté (art. 9, codes non vérifiés)',
    authority: 'Autorité que l’avis nomme ; laissé vide : l’avis dit qu’aucune n’est enregistrée',
    remedy:
      'Voie de recours : ce qui peut être fait, où et jusqu’à quand ; laissé vide : l’avis dit qu’aucune n’est enregistrée',
    reason: 'Motif',
    question: 'Ce qui est demandé',
    reached_on: 'Quand cela est parvenu à qui doit répondre ; vide : le jour même',
    approved: 'Accordé, avant corrections',
    corrections: 'Corrections à déduire ; vide : aucune',
    consent: 'Référence du consentement',
    signed_on: 'Signé le',
    signed_by: 'Numéro de TVA du signataire ; vide : le requérant',
    debts: 'Dettes',
    road: 'Voie de droit',
    requested_on: 'Demandé le ; vide : le jour de la proposition',
    instrument: 'Instrument uniformisé qui permet l’exécution, sa référence',
    offset: 'Compensation',
    notice: 'Avis',
    provision: 'Disposition de votre propre droit, pour compenser selon elle sur une demande',
    debt: 'Dette',
    amount: 'Montant',
    debtor: 'Numéro de TVA du débiteur',
    tax: 'Impôt',
    assessed_on: 'Établie le',
    due_on: 'Exigible le',
    enforceable_from: 'Exécutoire à partir du ; vide : pas encore',
    barred_from: 'Prescrite à partir du ; vide : aucune prescription ne court',
    rank: 'Rang selon votre droit, le plus bas d’abord ; vide : après toutes celles qui en ont un',
    owed: 'Dû maintenant, au total, avant tout remboursement',
  },
  acts: {
    register: {
      title: 'Enregistrer une demande',
      explain:
        'Prend acte d’une demande à partir de son fichier : ce qu’elle dit, et qu’elle est introduite.',
    },
    enter: {
      title: 'Saisir une demande d’une seule facture',
      explain: 'La même chose par formulaire, pour une demande d’une seule facture.',
    },
    make_up: {
      title: 'Inventer des demandes',
      explain:
        'Quatre demandes fictives à différents points de la procédure, avec des dettes fictives ; dans les registres fictifs seulement.',
    },
    forward: {
      title: 'Transmettre',
      explain: 'Envoie la demande à l’État de remboursement (règl. 904/2010, art. 48).',
    },
    refuse_forwarding: {
      title: 'Refuser de transmettre',
      explain: 'Elle ne va pas plus loin (dir. 2008/9, art. 18) ; le requérant apprend pourquoi.',
    },
    receive: {
      title: 'Recevoir',
      explain: 'Dit qu’elle est arrivée : le délai pour décider court à partir de ce jour.',
    },
    ask: {
      title: 'Demander des informations',
      explain:
        'Le requérant a un mois à partir du jour où cela lui parvient ; le jour de la décision se déplace.',
    },
    answer: { title: 'Prendre acte de la réponse', explain: 'La réponse à la dernière question est là.' },
    approve: {
      title: 'Accorder, en tout ou en partie',
      explain:
        'Ce qui est accordé moins les corrections est le remboursement ; ce qui ne l’est pas est refusé avec son motif.',
    },
    refuse: { title: 'Refuser', explain: 'Rien n’est accordé.' },
    consent: {
      title: 'Prendre acte du consentement',
      explain:
        'Le requérant accepte par écrit que son remboursement aille à ce qu’il doit au pays ; sans dettes nommées, à tout ce qui était établi quand il a signé.',
    },
    withdraw_consent: {
      title: 'Prendre acte du retrait du consentement',
      explain: 'À partir de ce jour plus rien n’est transféré ; ce qui a été fait avant demeure.',
    },
    propose_offset: {
      title: 'Proposer une compensation',
      explain:
        'Prévoit quelles dettes le remboursement acquitte, par rang ; l’État de remboursement apprend les références et les montants, et rien d’autre des dettes.',
    },
    withdraw_offset: {
      title: 'Retirer la proposition d’une compensation',
      explain:
        'Ce qui a été proposé et n’est pas exécuté ne prend plus rien ; une autre compensation peut être proposée.',
    },
    execute_offset: {
      title: 'Exécuter une compensation',
      explain: 'Compense ce qui a été proposé, tant que cela est dû et qu’il y a de quoi prendre.',
    },
    notify: {
      title: 'Informer l’assujetti',
      explain: 'Dit que l’avis d’une compensation a été donné.',
    },
    add_remedy: {
      title: 'Ajouter l’autorité et la voie de recours',
      explain:
        'D’un avis qui ne les nommait pas : ce qui a été décidé reste, et ce qui a été nommé avant aussi ; l’avis les nomme alors.',
    },
    collect: {
      title: 'Remettre à la dette ce qui était retenu',
      explain: 'Le litige est terminé et la dette subsiste.',
    },
    reverse: {
      title: 'Restituer ce qui a été pris',
      explain:
        'Il est dû moins que ce qui a été pris pour la dette : la différence revient au remboursement.',
    },
    correct: { title: 'Corriger', explain: 'Retire quelque chose de ce qui est encore détenu.' },
    pay: { title: 'Payer', explain: 'Paie le requérant sur ce qui est encore détenu.' },
    register_debt: {
      title: 'Enregistrer une dette',
      explain: 'Ce qu’une entreprise doit à votre État ; personne d’autre ne le voit.',
    },
    dispute: {
      title: 'La dette est contestée',
      explain:
        'Avec consentement, de l’argent est désormais retenu pour elle ; par d’autres voies elle ne reçoit rien.',
    },
    end_dispute: {
      title: 'Le litige est terminé',
      explain: 'La dette subsiste ; s’il est dû moins maintenant, dites-le aussi.',
    },
    restate: {
      title: 'Dire à nouveau ce qui est dû',
      explain: 'L’imposition est tombée en tout ou en partie, ou quelque chose a été payé.',
    },
    stay: {
      title: 'Une insolvabilité suspend le recouvrement',
      explain: 'À partir de ce jour elle ne reçoit rien.',
    },
    end_stay: {
      title: 'La suspension est terminée',
      explain: 'À partir de ce jour elle peut à nouveau être acquittée.',
    },
  },
};
