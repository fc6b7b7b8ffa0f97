package reidstudio.ui.dataset;

/**
 * What is told of a data folder, a card each; the order is that of cards that are equally grave.
 */
enum Topic {
  /** Counts by split and modality. */
  CONTENTS,
  /** Identities with a visible and another item. */
  PAIRS,
  /** Identities of both splits. */
  SHARED,
  /** Pictures that are gone or damaged. */
  FILES,
  /** Entries and pictures that do not fit the layout. */
  ANNOTATIONS,
  /** Pictures with the same bytes. */
  COPIES,
  /** Captions that tell nobody apart. */
  CAPTIONS,
  /** How identities become labels. */
  LABELS
}
