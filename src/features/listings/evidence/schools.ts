/** Schools by the domains of the addresses that they give to who studies or works there. Curated: a domain that anybody can get an address on is
 *  none. An address below a domain counts too: "student.kuleuven.be" is of "kuleuven.be". */
const domains: Readonly<Record<string, string>> = {
  'kuleuven.be': 'KU Leuven',
  'ugent.be': 'UGent',
  'uantwerpen.be': 'UAntwerpen',
  'vub.be': 'VUB',
  'uhasselt.be': 'UHasselt',
  'ap.be': 'AP Hogeschool',
  'arteveldehs.be': 'Arteveldehogeschool',
  'ehb.be': 'Erasmushogeschool Brussel',
  'hogent.be': 'HOGENT',
  'howest.be': 'Howest',
  'kdg.be': 'Karel de Grote Hogeschool',
  'luca-arts.be': 'LUCA School of Arts',
  'odisee.be': 'Odisee',
  'pxl.be': 'PXL',
  'thomasmore.be': 'Thomas More',
  'ucll.be': 'UCLL',
  'vives.be': 'VIVES',
  'uclouvain.be': 'UCLouvain',
  'ulb.be': 'ULB',
  'uliege.be': 'ULiège',
  'umons.ac.be': 'UMONS',
  'unamur.be': 'UNamur',
  'he2b.be': 'HE2B',
  'vinci.be': 'HE Vinci',
  'helmo.be': 'HELMo',
  'henallux.be': 'Hénallux',
  'heh.be': 'HEH',
  'eur.nl': 'Erasmus Universiteit Rotterdam',
  'leidenuniv.nl': 'Universiteit Leiden',
  'maastrichtuniversity.nl': 'Universiteit Maastricht',
  'ou.nl': 'Open Universiteit',
  'ru.nl': 'Radboud Universiteit',
  'rug.nl': 'Rijksuniversiteit Groningen',
  'tilburguniversity.edu': 'Tilburg University',
  'tudelft.nl': 'TU Delft',
  'tue.nl': 'TU Eindhoven',
  'utwente.nl': 'Universiteit Twente',
  'uu.nl': 'Universiteit Utrecht',
  'uva.nl': 'Universiteit van Amsterdam',
  'vu.nl': 'Vrije Universiteit Amsterdam',
  'wur.nl': 'Wageningen University',
  'avans.nl': 'Avans Hogeschool',
  'fontys.nl': 'Fontys',
  'han.nl': 'HAN',
  'hanze.nl': 'Hanze',
  'hhs.nl': 'De Haagse Hogeschool',
  'hr.nl': 'Hogeschool Rotterdam',
  'hu.nl': 'Hogeschool Utrecht',
  'hva.nl': 'Hogeschool van Amsterdam',
  'inholland.nl': 'Inholland',
  'saxion.nl': 'Saxion',
  'zuyd.nl': 'Zuyd Hogeschool',
}

/** The school that an address is of; undefined when it is of none that we know. */
export function schoolOf(address: string): string | undefined {
  const labels = address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.')
  const ending = labels.map((_, at) => labels.slice(at).join('.')).find((domain) => Object.hasOwn(domains, domain))
  return ending && domains[ending]
}
