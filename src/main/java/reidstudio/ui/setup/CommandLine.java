package reidstudio.ui.setup;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a start as the command that does the same without a window. */
final class CommandLine {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}._:=/\\\\,@%+-]+");

  /**
   * @param folder data folder, null for the demo set
   * @param overrides what differs from the defaults
   */
  String train(Path folder, Map<String, String> overrides) {
    StringBuilder command = new StringBuilder("java -jar reid-studio.jar train");
    if (folder != null) {
      command.append(" --data ").append(quoted(folder.toString()));
    }
    overrides.forEach(
        (path, value) -> command.append(" --set ").append(quoted(path + "=" + value)));
    return command.toString();
  }

  /** In double quotes where needed: the one form that shells of all systems take. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : '"' + word.replace("\"", "\\\"") + '"';
  }
}
