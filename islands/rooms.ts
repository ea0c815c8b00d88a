// The page of found rooms, in one file: a first visit makes few requests.
import './rooms/search'
import './rooms/map'
