// The one entry: registers the app element and lets it find out who is here.
import "./components/app.js";
import { session } from "./session.js";

session.restore();
