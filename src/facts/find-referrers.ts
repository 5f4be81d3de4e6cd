export { findReferrers } from "../model/find-referrers.ts";
