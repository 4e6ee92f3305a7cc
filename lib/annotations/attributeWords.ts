/** What screens and exports call each attribute, in the order in which a person reads them. */
export const attributeWords: Record<string, string> = {
  normalised: "In plain words",
  hedges: "Hedges",
  speaker: "Speaker",
  role: "Role",
  via: "Reported via",
  mode: "Quoted",
  saidOn: "Said on",
  eventOn: "Event on",
  value: "Value",
  min: "At least",
  max: "At most",
  unit: "Unit",
  approximate: "Approximate",
  asOf: "As of",
  period: "Period",
  population: "Of whom",
};
