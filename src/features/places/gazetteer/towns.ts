/** Student towns, those with the most students first: what people mean when names are alike. */
export const studentTowns: readonly string[] = [
  ...['amsterdam', 'brussel', 'gent', 'leuven', 'utrecht', 'rotterdam', 'groningen', 'antwerpen', 'nijmegen', 'leiden'],
  ...['den-haag', 'delft', 'tilburg', 'eindhoven', 'louvain-la-neuve', 'liege', 'maastricht', 'enschede', 'breda', 'zwolle'],
  ...[
    'wageningen',
    'arnhem',
    'leeuwarden',
    's-hertogenbosch',
    'hasselt',
    'diepenbeek',
    'kortrijk',
    'brugge',
    'mechelen',
    'namur',
  ],
  ...['mons', 'deventer', 'haarlem', 'heerlen', 'geel', 'aalst', 'turnhout', 'charleroi', 'tournai', 'ixelles'],
  ...[
    'heverlee',
    'etterbeek',
    'jette',
    'anderlecht',
    'woluwe-saint-lambert',
    'gembloux',
    'sint-niklaas',
    'oostende',
    'roeselare',
  ],
  ...['genk', 'lier', 'torhout', 'sint-katelijne-waver', 'vorselaar', 'merelbeke', 'arlon', 'wavre', 'venlo', 'sittard'],
  ...['vlissingen', 'middelburg', 'alkmaar', 'almere', 'amersfoort', 'diemen', 'emmen', 'ede', 'velp', 'apeldoorn', 'hengelo'],
]

/** Other large towns, roughly by size. */
export const largeTowns: readonly string[] = [
  ...['dordrecht', 'zoetermeer', 'zaanstad', 'hilversum', 'amstelveen', 'oss', 'helmond', 'schiedam', 'roosendaal', 'gouda'],
  ...['purmerend', 'vlaardingen', 'alphen-aan-den-rijn', 'lelystad', 'assen', 'veenendaal', 'zeist', 'nieuwegein', 'rijswijk'],
  ...['bergen-op-zoom', 'capelle-aan-den-ijssel', 'doetinchem', 'roermond', 'hoorn', 'kampen', 'oosterhout', 'goes'],
  ...['schaerbeek', 'molenbeek-saint-jean', 'uccle', 'forest', 'saint-gilles', 'la-louviere', 'seraing', 'verviers', 'mouscron'],
  ...['lokeren', 'beveren', 'vilvoorde', 'halle', 'dendermonde', 'deurne', 'berchem', 'ninove', 'waregem', 'ieper'],
  ...['tienen', 'sint-truiden', 'tongeren', 'nivelles', 'huy', 'ath', 'binche', 'bastogne', 'dinant', 'eupen', 'waterloo'],
]
