package reidstudio.data.demo;

import java.util.Locale;

/** The side from which a person is seen. */
enum View {
  FRONT,
  BACK,
  SIDE;

  /** The word used in file names. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
