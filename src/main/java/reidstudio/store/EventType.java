package reidstudio.store;

/** The kinds of lines in {@code events.jsonl}. */
enum EventType {
  STARTED,
  RESUMED,
  STATE,
  NON_FINITE,
  HEALTH,
  EVALUATED,
  LOG,
  DIAGNOSIS_PROGRESS,
  DIAGNOSIS_FAILED,
  DIAGNOSIS_FINISHED
}
