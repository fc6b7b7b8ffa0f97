package reidstudio.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Loads the classes that a start of the window needs, on a thread of its own: until the window is
 * shown two threads take turns in waiting for each other, and a second processor is idle. Nothing
 * is initialised, so the order in which JavaFX starts stays its own.
 */
public final class ClassesAhead {
  private static final String LIST = "window-classes.txt";

  /** Begins, and returns at once. */
  public void start() {
    Thread thread = new Thread(this::load, "classes-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  /** The names in the order of a start, as {@code src/dist/window-classes.sh} wrote them. */
  List<String> names() throws IOException {
    InputStream list = Objects.requireNonNull(ClassesAhead.class.getResourceAsStream(LIST));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.US_ASCII))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("@"))
          .map(line -> line.replace('/', '.'))
          .toList();
    }
  }

  /** Whether there is such a class; other systems and versions have others. */
  boolean load(String name) {
    try {
      Class.forName(name, false, ClassesAhead.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private void load() {
    try {
      names().forEach(this::load);
    } catch (IOException e) {
      // whoever needs a class loads it, a little later
    }
  }
}
