package reidstudio.data.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;

/** Reads lines "path label", as RegDB and LLCM list their splits. */
final class PictureList {
  private static final int MAX_LINE = 4096;

  /**
   * A line.
   *
   * @param path as written
   * @param label its digits, without leading zeros
   */
  record Line(String path, String label) {}

  private final Path root;
  private final SkipLog log;

  PictureList(Path root, SkipLog log) {
    this.root = root;
    this.log = log;
  }

  /** The lines of a file; none without it. What is no such line is reported and passed over. */
  List<Line> read(String name) {
    Path file = root.resolve(name);
    List<Line> lines = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return lines;
    }
    // bytes that are no UTF-8 become a sign that no file has in its name, so it is missing
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      BoundedLines bounded = new BoundedLines(reader, MAX_LINE);
      int number = 0;
      for (String line = bounded.next(); line != null; line = bounded.next()) {
        number++;
        add(line.strip(), name + " line " + number, lines);
      }
    } catch (IOException e) {
      log.add(SkipReason.UNREADABLE, name, String.valueOf(e.getMessage()));
    }
    return lines;
  }

  private void add(String line, String where, List<Line> into) {
    if (line.isEmpty()) {
      return;
    }
    int blank = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
    String label = line.substring(blank + 1);
    if (blank < 1 || !IdentityList.isNumber(label)) {
      log.add(SkipReason.MALFORMED_ENTRY, where, "is not a path and a label");
      return;
    }
    into.add(new Line(line.substring(0, blank).strip(), IdentityList.plain(label)));
  }
}
