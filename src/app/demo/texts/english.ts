import { type Bank, lines } from './lines'

export const english: Bank = {
  titles: lines(`kot | Student room near {near}
    kot furnished | Furnished room, {bike} minutes by bike from {campus}
    kot | Bright {size} m² room on {street}
    kot sharedKitchen | Room in a friendly shared house near {near}
    kot ownBath | Room with private bathroom near {near}
    kot ownBath | Own shower, {size} m², {street}
    kot attic | Attic room with a roof window near {near}
    kot included | All-in room near {near}
    kot owner | Room in a family home on {street}
    kot owner | Quiet room in an old town house near {near}
    kot pro | Renovated room on {street}
    kot pro | Room in a small residence near {near}
    kot student | My room is free for a few months near {near}
    kot student | Sublet, agreed with the landlord, {street}
    kot bare | Unfurnished room, yours to arrange, {street}
    kot | Spacious room with tall windows near {near}
    kot sharedKitchen | Room with a big shared kitchen on {street}
    kot net | Room with fast internet near {near}
    studio | {size} m² studio on {street}
    studio | Self-contained studio near {near}
    studio furnished | Furnished studio, {bike} minutes from {campus} by bike
    studio | Light studio with its own kitchen near {near}
    apartment | {size} m² apartment near {near}
    apartment | One-bedroom apartment on {street}
    apartment | Apartment with separate bedroom near {near}`),
  themes: {
    open: lines(`owner kot | We live downstairs and rent out the top floors of our house, mostly to students from abroad.
      owner kot | Our daughter moved out last year and her room has been too quiet ever since.
      owner | I let this place myself, so you deal with me and not with an agency.
      owner | The current tenant is graduating, which is good news for her and for you.
      owner | I did up the house myself a few years ago and I still enjoy showing people around.
      pro | The building was fully renovated: new windows, new wiring and proper fire safety.
      pro | We manage a small number of houses in {town} and know all our tenants by name.
      pro | Every unit in this house is a little different. The pictures show this one.
      pro kot | A small residence rather than a tower: you will know your neighbours within a week.
      pro | Freshly painted over the summer and ready for the new academic year.
      student | I am leaving for an exchange and looking for someone to live in my room while I am away.
      student | I have lived here for two years and only leave because of an internship elsewhere.
      student | I will be away for a few months, and the landlord is fine with a sublet.
      | A simple, comfortable place to study, cook and sleep, in that order or any other.
      | If you like to walk to class and come home for lunch, this is the place.
      | New in {town}? This is an easy house to land in.`),
    spot: lines(`attic | You are right under the roof, with a window above the bed for stars and rain.
      attic | The sloping ceiling makes it cosy, and you can stand upright everywhere it matters.
      attic | The old beams are still there and the insulation is new, so it stays cool in summer.
      flat | The window looks out over the gardens at the back, so it is quiet at night.
      flat | It faces the street, with new double glazing that keeps the noise out.
      flat | Second floor, with afternoon sun and a view over the roofs.
      flat | High ceilings, wooden floorboards and an old fireplace: the house has kept its character.
      flat | Morning sun falls on the desk, which helps on Mondays.
      flat | There is a small balcony, just big enough for two chairs and a coffee.
      flat | First floor, facing a calm courtyard with a fig tree.
      flat | It is up two flights of stairs, but the light makes up for the climb.`),
    room: lines(`| The {size} m² are well divided: a place to sleep, a place to work and a place to do nothing.
      | At {size} m² it fits a proper desk as well as a chair for visitors.
      | The walls were painted recently and the floor is wood.
      | There is plenty of storage, and you are welcome to put up a shelf.
      | You control the heating yourself.
      | The walls are thick, so you will rarely hear the neighbours.
      | There are enough sockets, also next to the bed, and a good lamp over the desk.
      | The size is {size} m², measured without the hallway.
      | The windowsill is wide enough for plants, or for you and a book.
      kot | There is a washbasin with a mirror in the room itself.
      apartment | The bedroom is separate, so one can sleep while the other still watches a film.
      studio | An open bookcase divides the sleeping corner from the rest.`),
    stuff: lines(`furnished | Bed, desk, chair, wardrobe and curtains are there and stay there.
      furnished | You can move in with one suitcase; just bring sheets and towels.
      furnished | The mattress is new and the desk is wide enough for two screens.
      furnished | The furniture is a mix of new and second-hand, all of it solid.
      furnished | If you would rather bring your own bed, we will take ours away.
      bare | It comes unfurnished, with curtains and a built-in cupboard.
      bare | There is no furniture, so you can make it yours; we will even give you a tin of paint.
      bare | The current tenant would like to pass on her bed and wardrobe, which is up to the two of you.`),
    wash: lines(`ownBath | Shower, toilet and basin are all yours.
      ownBath | The bathroom is private, small but new, with good water pressure.
      ownBath | No queue in the morning: nobody else uses your bathroom.
      ownBath | Your own bathroom has a window and a large mirror cabinet.
      sharedBath | You share the bathroom with {mates} others and it is cleaned every week.
      sharedBath | There are two showers and two toilets on the landing, so waiting is rare.
      sharedBath | The shared bathroom was redone last year and has a walk-in shower.
      sharedBath | The bathroom is next door and everyone has a shelf of their own.`),
    cook: lines(`ownKitchen | The kitchenette has two hobs, a fridge and a small oven.
      ownKitchen | You cook in your own kitchen, with real worktop space and pans for four.
      ownKitchen | Your kitchen is new, with induction and a window over the sink.
      sharedKitchen | The kitchen is shared with {mates} housemates; each has a cupboard and a shelf in the fridge.
      sharedKitchen | There is a long kitchen table where people often end up eating together.
      sharedKitchen | Two cookers, two fridges and a dishwasher keep the shared kitchen workable at seven in the evening.
      sharedKitchen | The kitchen opens onto a terrace, which is where we all pretend to study in May.
      sharedKitchen | The shared kitchen is large and light, with a sofa in the corner.`),
    house: lines(`kot | You will live with {mates} other students, from law to engineering.
      kot | Weeknights are calm, Thursdays are not.
      kot | During exams everyone keeps quiet after ten, and it really works.
      kot | There is a shared living room with board games and a slightly tuneless piano.
      kot student | My housemates are kind, tidy enough and very good at pancakes.
      kot | People come from here and from far away, so English is spoken at the table.
      | Bikes go in a locked shed behind the house.
      | A washing machine and a dryer are in the basement, free to use.
      | There is a small garden with a table where the sun stays until seven.
      | The stairs and halls are cleaned weekly.
      pro | If something breaks, you hear from us the next working day.
      owner | We are around if you need us and leave you in peace if you do not.
      studio | There are only a handful of studios in the building, so it stays quiet.
      apartment | The neighbours are mostly PhD students and young families.`),
    street: lines(`| It is {bike} minutes by bike to {campus}.
      | A bakery, a supermarket and a bicycle repair shop are all within a short walk.
      | The bus stops around the corner, and by bike you reach {campus} in {bike} minutes.
      | The street is lively by day and quiet at night.
      | {campus} is {bike} minutes away by bike, a bit more against the wind.
      | There is a market nearby on weekends and a good café to work in.`),
    money: lines(`included | Water, energy and internet are in the rent, so there are no surprises later.
      included | What you see is what you pay: the bills are included.
      fixed | The charges are a fixed monthly amount, without a settlement afterwards.
      fixed | On top of the rent you pay a fixed sum for the bills, the same every month.
      provision | The charges are an advance: once a year you get a statement with the meter readings.
      provision | There is a separate meter, so you pay for what you use and get back what you do not.
      | The deposit is repaid after a joint check at the end, minus nothing if nothing is broken.
      | We make an inventory together with photos, so there is no argument when you leave.
      | You get the contract in advance, with an explanation in English.`),
    rules: lines(`net | The internet is fast, with a cable at the desk and wifi everywhere.
      net | Internet is included and copes with a whole house streaming.
      netExtra | Internet is shared by the house for a few euros a month.
      netNone | You choose your own internet provider; the connection is in place.
      domicile | You can register at this address.
      noDomicile | Registering at this address is not possible, because the house is licensed for student use only.
      askDomicile | Registration can be discussed, just mention it in your message.
      pets | A cat is welcome if the housemates agree.
      | Smoking is for outside, there is a bench in the courtyard.
      | Guests can stay over, within reason.
      | You can stay here all year, also during the holidays.`),
    visit: lines(`| Come and have a look, preferably late in the afternoon.
      | Not in the country yet? We will walk you through by video.
      owner | I am happy to show you around myself, also on Saturdays.
      student | I can show you the room and introduce you to everyone.
      pro | Viewings are on Wednesdays and Saturdays, or another moment if that does not suit you.
      | Tell us in a few words what you study and for which period you are looking.
      | Nobody pays anything before having seen the place and the contract.`),
    close: lines(`| Questions? Just write, the answer usually comes the same evening.
      | Looking forward to hearing from you.
      | Hope to meet you soon!
      owner | There will be coffee.
      student | Good luck with the search!
      pro | You will get an answer within two working days, whatever it is.
      | Happy to take more pictures if something is not clear.`),
  },
}
