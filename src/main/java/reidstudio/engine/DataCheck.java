package reidstudio.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reidstudio.config.TextConfig;
import reidstudio.config.TextKind;

/**
 * Compares the data that a run was trained on with what its data folder gives now: a classifier's
 * row or a word's vector must not change its meaning between two steps.
 */
final class DataCheck {
  private static final int NAMED = 3;

  private final Path folder;
  private final DataPrint before;

  /** What is in {@code runFolder} names the difference, {@code before} decides. */
  DataCheck(Path runFolder, DataPrint before) {
    this.folder = runFolder;
    this.before = before;
  }

  /**
   * Refuses data under which the weights would mean something else.
   *
   * @return a warning if the data are usable and yet not the same
   * @throws IOException with one sentence for the user that names the difference
   */
  Optional<String> check(TrainingSession session) throws IOException {
    DataPrint now = DataPrint.of(session);
    if (!now.labels().equals(before.labels())) {
      List<String> lines = lines("labels.tsv");
      List<String> then = lines.stream().map(l -> l.substring(l.indexOf('\t') + 1)).toList();
      throw changed(difference("identity", then, session.dataset().labels().identities()));
    }
    if (!now.vocabulary().equals(before.vocabulary())) {
      TextConfig text = session.config().model().text();
      if (text.kind() == TextKind.CLIP) {
        throw new IOException(
            text.vocabulary()
                + " is not the vocabulary that the run was trained with; bring the former one back,"
                + " or start a new run.");
      }
      throw changed(difference("word", lines("vocabulary.txt"), session.captions().words()));
    }
    if (!now.sampler().equals(before.sampler())) {
      throw changed(
          "batches were drawn by " + before.sampler() + ", now they are by " + now.sampler());
    }
    return now.items().equals(before.items())
        ? Optional.empty()
        : Optional.of(
            "Pictures or captions in the data folder have changed since the checkpoint: the run"
                + " goes on, but not as if it had never stopped.");
  }

  private static IOException changed(String difference) {
    return new IOException(
        "The data folder is not the one that the run was trained on: "
            + difference
            + "; bring the former data back, or start a new run.");
  }

  private List<String> lines(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  private static String difference(String what, List<String> then, List<String> now) {
    if (then.isEmpty()) {
      return "each " + what + " has another number, or there are others";
    }
    List<String> parts = new ArrayList<>();
    named(what, without(now, then), " new in it").ifPresent(parts::add);
    named(what, without(then, now), " no longer in it").ifPresent(parts::add);
    return parts.isEmpty()
        ? "the order of its " + plural(what) + " has changed"
        : String.join(", ", parts);
  }

  private static Set<String> without(List<String> all, List<String> others) {
    Set<String> rest = new LinkedHashSet<>(all);
    others.forEach(rest::remove);
    return rest;
  }

  private static Optional<String> named(String what, Set<String> names, String verdict) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
    return Optional.of(
        names.size() == 1
            ? what + " " + first + " is" + verdict
            : plural(what) + " " + first + more + " are" + verdict);
  }

  private static String plural(String what) {
    return what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
  }
}
