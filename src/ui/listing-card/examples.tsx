import type { Example } from '../example'
import { photo } from '../picture/examples'
import { ListingCard } from './listing-card'

export const examples: Example[] = [
  {
    name: 'Everything there is to say',
    node: (
      <ListingCard
        level={3}
        href="#coupure"
        title="Lichte kot met zicht op de Coupure"
        kind="Kot"
        photo={photo}
        price="€ 445"
        priceNote="per maand, alles inbegrepen"
        place="9000 Gent"
        distance="ongeveer 1 km van Campus Coupure"
        facts={[
          { icon: 'size', text: '18 m²' },
          { icon: 'calendar', text: 'vanaf 1 februari' },
          { icon: 'bath', text: 'eigen badkamer' },
        ]}
        tags={[{ text: 'Betaald in de kijker', tone: 'accent' }]}
        date="3 dagen geleden"
        favourite={{ action: '/nl/favorieten', on: true, label: 'Niet meer bewaren: Lichte kot met zicht op de Coupure' }}
      />
    ),
  },
  {
    name: 'The least there is to say',
    node: (
      <ListingCard
        level={3}
        href="#naamse"
        title="Studio à Louvain-la-Neuve"
        kind="Studio"
        price="610 €"
        priceNote="+ 75 € de charges"
        place="1348 Louvain-la-Neuve"
      />
    ),
  },
]
