package reidstudio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Differs as soon as a file that a listing is read from does.
 *
 * @param files size and time of each; of a missing one, nothing
 */
record RunStamp(List<String> files) {
  static RunStamp of(RunFolder folder) {
    return new RunStamp(
        Stream.of(
                folder.config(),
                folder.environment(),
                folder.metrics(),
                folder.events(),
                folder.about())
            .map(RunStamp::one)
            .toList());
  }

  private static String one(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.size() + " " + now.lastModifiedTime();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      return e.toString();
    }
  }
}
