// Runs before the page is drawn, so that it is drawn once: with pages, and in the chosen colours.
import { applyTheme, chosenTheme } from "./theme.ts";

document.documentElement.classList.add("js");
applyTheme(chosenTheme());
