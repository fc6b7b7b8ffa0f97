package reidstudio.data.demo;

/** What is printed on or woven into a garment. */
enum Pattern {
  PLAIN,
  HORIZONTAL_STRIPES,
  VERTICAL_STRIPES,
  CHECKS,
  /** One colour above the chest line, another below. */
  BLOCK,
  /** One broad band around the chest. */
  CHEST_BAND,
  /** A broad V from the shoulders to the middle. */
  CHEVRON
}
