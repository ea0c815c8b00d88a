import { type Bank, lines } from './lines'

export const french: Bank = {
  titles: lines(`kot | Kot près {near}
    kot furnished | Kot meublé à {bike} minutes à vélo {campus}
    kot | Kot lumineux de {size} m², {street}
    kot sharedKitchen | Kot dans une maison conviviale, {street}
    kot ownBath | Kot avec salle de bain privée près {near}
    kot ownBath | Douche privée et {size} m², {street}
    kot attic | Kot sous les toits près {near}
    kot attic | Chambre mansardée pleine de charme, {street}
    kot included | Kot toutes charges comprises près {near}
    kot owner | Chambre chez l'habitant, {street}
    kot owner | Belle chambre dans une maison de maître près {near}
    kot pro | Kot rénové, {street}
    kot pro | Kot dans une petite résidence près {near}
    kot student | Je sous-loue mon kot près {near}
    kot student | Sous-location de quelques mois, {street}
    kot bare | Kot vide à aménager soi-même, {street}
    kot | Grand kot calme à l'arrière, {street}
    kot | Kot avec parquet et hautes fenêtres près {near}
    kot sharedKitchen | Kot avec grande cuisine commune près {near}
    kot net | Kot avec bonne connexion près {near}
    studio | Studio de {size} m², {street}
    studio | Studio indépendant près {near}
    studio furnished | Studio meublé à {bike} minutes à vélo {campus}
    studio | Studio clair avec kitchenette près {near}
    apartment | Appartement de {size} m² près {near}
    apartment | Appartement une chambre, {street}
    apartment | Deux pièces lumineux près {near}`),
  themes: {
    open: lines(`owner kot | Nous louons trois chambres dans la maison où nous habitons depuis vingt ans, et celle-ci se libère.
      owner kot | C'était la chambre de notre aîné, parti travailler à l'étranger. Elle mérite mieux que de prendre la poussière.
      owner | J'ai retapé moi-même cette maison, pièce par pièce, et j'aime la voir vivre.
      owner | Ici, pas d'agence : vous parlez directement avec la propriétaire, qui habite la rue d'à côté.
      owner | Le locataire actuel termine ses études en juin et nous cherchons quelqu'un pour lui succéder.
      owner | Une maison familiale, devenue maison d'étudiants au fil du temps, avec ses petites habitudes.
      pro | L'immeuble a été rénové entièrement : châssis, électricité, détection incendie, tout est neuf.
      pro | Nous gérons quelques petites maisons à {town}, toujours avec la même personne de contact.
      pro | Chaque logement de la maison est différent ; les images montrent bien celui-ci.
      pro kot | Une résidence à taille humaine, où l'on se croise dans la cuisine plutôt que dans un ascenseur.
      pro | Rafraîchi cet été, le logement est prêt pour une nouvelle année académique.
      student | Je pars un quadrimestre en échange et je cherche quelqu'un pour occuper mon kot.
      student | Après deux belles années ici, je pars en stage à l'autre bout du pays.
      student | Je rejoins des amis et mon bail court encore quelques mois ; la propriétaire est d'accord pour une sous-location.
      | Un endroit simple et bien pensé, pour étudier sérieusement et vivre un peu aussi.
      | Si vous aimez aller au cours à pied et rentrer à midi, vous serez bien ici.
      | Ce n'est pas un palais, mais on s'y sent tout de suite chez soi.`),
    spot: lines(`attic | On est tout en haut, sous le toit, avec une fenêtre qui donne sur les étoiles.
      attic | La pente du toit rend la pièce chaleureuse, et l'on tient debout partout où il faut.
      attic | Les poutres sont d'origine et l'isolation est toute récente : il y fait frais même en août.
      flat | La fenêtre donne sur le jardin, où un cerisier fait le spectacle en avril.
      flat | Côté rue, mais avec du double vitrage récent : on entend surtout la pluie.
      flat | Au deuxième étage, à l'arrière, avec le soleil tout l'après-midi.
      flat | La vue porte sur les toits et, par temps clair, jusqu'aux collines.
      flat | Parquet, moulures et vieille cheminée : la maison a gardé son âme.
      flat | Le soleil du matin tombe sur le bureau, ce qui aide à se lever.
      flat | Au premier étage, sur une cour intérieure très calme.
      flat | Deux volées d'escalier, et l'on arrive sur un palier clair avec un vieux fauteuil.`),
    room: lines(`| Les {size} m² sont bien répartis : un coin pour dormir, un coin pour travailler, un coin pour ne rien faire.
      | La surface est de {size} m², sans compter le placard de l'entrée.
      | Les murs viennent d'être repeints et le plancher a été poncé.
      | Il y a de vrais rangements, et on peut ajouter une étagère si besoin.
      | Le chauffage se règle dans la pièce, radiateur par radiateur.
      | Les murs sont épais, on ne vit pas au rythme des voisins.
      | Assez grand pour recevoir trois amis à table, assez petit pour ranger en vingt minutes.
      | Beaucoup de prises, une bonne lumière au-dessus du bureau, et une large tablette de fenêtre.
      kot | Un lavabo avec miroir se trouve dans la chambre, pratique le matin.
      | Avec {size} m², on trouve vite où poser une guitare, un vélo d'appartement ou les deux.
      apartment | La chambre est séparée, à l'arrière ; le séjour et la cuisine donnent sur la rue.
      studio | Une bibliothèque ouverte sépare le coin nuit du coin jour.`),
    stuff: lines(`furnished | Le lit, le bureau, la chaise, la garde-robe et la lampe restent sur place.
      furnished | Le matelas est neuf et le bureau assez large pour un écran et un syllabus ouvert.
      furnished | Meublé avec du solide, un peu de seconde main et quelques plantes.
      furnished | On peut arriver avec une valise : seuls les draps et les serviettes sont à prévoir.
      furnished | Si vous tenez à votre propre lit, nous enlevons le nôtre sans souci.
      bare | Le logement se loue vide, avec rideaux et placard intégré.
      bare | Pas de meubles : vous l'arrangez à votre goût, un pot de peinture est même offert.
      bare | La locataire actuelle peut laisser son lit et son armoire, à voir entre vous.`),
    wash: lines(`ownBath | La douche, le lavabo et la toilette sont privatifs.
      ownBath | La salle de bain est à vous seul, avec une fenêtre et une bonne pression d'eau.
      ownBath | Salle de douche privée, carrelée de frais, avec un meuble et un grand miroir.
      ownBath | Pas de file le matin : la salle de bain n'est partagée avec personne.
      sharedBath | La salle de bain se partage à {mates} et elle est nettoyée chaque semaine.
      sharedBath | Deux douches et deux toilettes sur le palier, on n'attend presque jamais.
      sharedBath | La douche commune a été refaite l'an dernier, spacieuse et bien ventilée.
      sharedBath | La salle de bain est sur le palier, avec une étagère pour chacun.`),
    cook: lines(`ownKitchen | La kitchenette compte deux taques, un frigo et un petit four.
      ownKitchen | Vous cuisinez chez vous, avec un vrai plan de travail et une hotte efficace.
      ownKitchen | La cuisine est équipée : four, frigo avec congélateur, vaisselle pour quatre.
      ownKitchen | Cuisine neuve avec taques à induction et fenêtre au-dessus de l'évier.
      sharedKitchen | La cuisine est commune : une armoire et un étage de frigo par personne, et une longue table.
      sharedKitchen | On partage la cuisine à {mates}, avec deux fours et un lave-vaisselle.
      sharedKitchen | Dans la grande cuisine, on mange souvent ensemble le mardi, sans obligation.
      sharedKitchen | La cuisine s'ouvre sur une petite terrasse, très disputée au mois de mai.
      sharedKitchen | La cuisine commune est claire, propre et bien équipée, avec un coin canapé.`),
    house: lines(`kot | Vous partagez la maison avec {mates} cokoteurs, du droit à l'ingénierie.
      kot | L'ambiance est studieuse la semaine et joyeuse le jeudi.
      kot | En blocus, le silence après vingt-deux heures est respecté par tout le monde.
      kot | Il y a un salon commun, avec des jeux et un piano un peu faux.
      kot student | Mes cokoteurs sont adorables et font d'excellentes crêpes.
      kot | On se retrouve volontiers dans la cuisine, mais une porte fermée reste une porte fermée.
      | Un local à vélos fermé se trouve à l'arrière.
      | Machine à laver et séchoir à la cave, sans supplément.
      | Derrière la maison, un petit jardin avec une table et un barbecue.
      | Les communs sont nettoyés chaque semaine par une équipe habituée à la maison.
      pro | Quand quelque chose casse, on répond le jour ouvrable suivant et on répare vite.
      owner | Nous habitons au rez-de-chaussée, mais chacun a sa clé et sa vie.
      studio | L'immeuble ne compte que six studios, on connaît vite ses voisins.
      apartment | Les voisins sont des doctorants et de jeunes familles, l'ambiance est calme.`),
    street: lines(`| Comptez {bike} minutes à vélo pour arriver près {campus}.
      | Boulangerie, épicerie et librairie sont à deux pas.
      | Le bus s'arrête au coin de la rue, et on est à {bike} minutes à vélo {campus}.
      | La rue est vivante le jour et tranquille la nuit.
      | On fait presque tout à pied : les cours, les courses et le cinéma.
      | À {bike} minutes à vélo {campus}, et un supermarché sur le chemin.
      | Le quartier a son marché du dimanche et un bon café où travailler.`),
    money: lines(`included | Eau, énergie et internet sont compris dans le loyer : pas de mauvaise surprise.
      included | Le prix est tout compris, on demande juste de baisser le chauffage le week-end.
      fixed | Les charges sont un forfait mensuel, sans décompte à la fin.
      fixed | Le forfait couvre une consommation normale et n'a pas changé depuis deux ans.
      provision | Les charges sont une provision, avec un décompte annuel et les relevés de compteurs.
      provision | Chaque logement a son compteur, vous payez ce que vous consommez.
      | La garantie est versée sur un compte bloqué à votre nom.
      | L'état des lieux se fait ensemble, photos à l'appui.
      | Le bail est un bail étudiant classique, envoyé à l'avance pour que vous puissiez le lire tranquillement.`),
    rules: lines(`net | La connexion est rapide, avec une prise au bureau et le wifi partout.
      net | Internet est compris et tient bon même quand toute la maison regarde un film.
      netExtra | Internet se partage dans la maison, pour quelques euros par mois.
      netNone | L'abonnement internet est à votre choix, la prise est installée.
      domicile | La domiciliation est possible.
      noDomicile | La domiciliation n'est pas possible : le permis de la maison la réserve au logement étudiant.
      askDomicile | Pour la domiciliation, parlons-en, c'est souvent faisable.
      pets | Un chat est le bienvenu, si les autres habitants sont d'accord.
      | On fume dehors, il y a un banc dans la cour.
      | On peut rester le week-end, bien sûr, la maison ne ferme jamais.
      | Les invités sont bienvenus, avec un peu d'égards pour les autres.`),
    visit: lines(`| Les visites se font plutôt en fin d'après-midi, selon vos disponibilités.
      | Trop loin pour venir ? On visite ensemble en vidéo.
      owner | Je fais visiter moi-même, aussi le samedi.
      student | Je vous montre le kot quand vous voulez, et vous rencontrerez les cokoteurs.
      pro | Les visites ont lieu le mercredi et le samedi, ou à un autre moment si cela ne va pas.
      | Dites-nous en quelques mots ce que vous étudiez et à partir de quand vous cherchez.
      | On ne verse rien avant d'avoir visité et signé.`),
    close: lines(`| Une question ? Écrivez-nous, on répond le soir même.
      | Au plaisir de vous lire.
      | À bientôt, peut-être !
      owner | Venez voir, le café est prêt.
      student | Bon courage pour la recherche !
      pro | Vous recevrez une réponse sous deux jours ouvrables, quelle qu'elle soit.
      | Il reste une question après les images ? J'en ferai d'autres volontiers.`),
  },
}
