package reidstudio.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder {@code evaluations} of a run: for each state of the model that was judged a folder
 * {@code step-NNNNNNN} with {@code scores.json}, and of some of them {@code items.json} and {@code
 * rankings.safetensors}.
 *
 * @param path of the folder {@code evaluations}, which need not exist
 */
record EvaluationFolder(Path path) {
  static final String SCORES = "scores.json";
  static final String ITEMS = "items.json";
  static final String RANKINGS = "rankings.safetensors";
  private static final Pattern NAME = Pattern.compile("step-(\\d{7,18})");

  /** Where the evaluation after {@code step} lies. */
  Path of(long step) {
    return path.resolve("step-%07d".formatted(step));
  }

  /** The steps that there are evaluations of, ascending. */
  List<Long> steps() throws IOException {
    List<Long> steps = new ArrayList<>();
    if (Files.isDirectory(path)) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(path, Files::isDirectory)) {
        for (Path folder : folders) {
          Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
          if (name.matches()) {
            steps.add(Long.parseLong(name.group(1)));
          }
        }
      } catch (java.nio.file.DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    steps.sort(Comparator.naturalOrder());
    return steps;
  }
}
