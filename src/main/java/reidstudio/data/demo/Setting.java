package reidstudio.data.demo;

/** Where a camera hangs. */
enum Setting {
  HALL,
  STREET,
  PARK,
  COURTYARD
}
