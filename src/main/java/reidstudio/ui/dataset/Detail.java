package reidstudio.ui.dataset;

import java.util.Locale;

/**
 * A line below a card.
 *
 * @param name of a file, an identity, a caption or a group of files
 * @param about what is to be said of it, in the language of the window
 * @param file name in the data folder of a file that can be shown; empty if there is none
 * @param identity whose pictures can be shown; empty if there are none
 */
record Detail(String name, String about, String file, String identity) {
  static Detail plain(String name, String about) {
    return new Detail(name, about, "", "");
  }

  /** Whether {@code search} is in it, whatever its case. */
  boolean contains(String search) {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    return (name + " " + about).toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** For a table elsewhere. */
  String line() {
    return name + "\t" + about;
  }
}
