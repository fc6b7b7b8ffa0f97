package reidstudio.diagnostic.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import reidstudio.data.Item;
import reidstudio.data.SkipReason;
import reidstudio.data.TestSplit;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Are people or pictures in both splits? Then retrieval looks better than it is. Identical files
 * are looked for among a bounded number; only files of one size are read.
 */
final class SplitLeak implements Check {
  private static final int MOST_TEST_FILES = 300;
  private static final int MOST_TRAIN_FILES = 2000;
  private static final long UNREADABLE = -1;

  private final Subject subject;

  SplitLeak(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "people and files in both splits";
  }

  @Override
  public Finding run() {
    TestSplit test = subject.dataset().test();
    FindingBuilder finding = new FindingBuilder(Fault.LEAK);
    Set<String> people = new HashSet<>(test.identities());
    int leftOut = subject.dataset().report().count(SkipReason.SPLIT_OVERLAP);
    if (leftOut > 0) {
      return finding
          .saw("test people who are trained on too", leftOut, "0")
          .abnormalIf(leftOut > 0)
          .saw("test people who are left", people.size(), "")
          .found(
              Severity.WARNING,
              "Training and test split share people; the test leaves them out.",
              "Take them out of the training split, or know that fewer people are tested.");
    }
    if (people.isEmpty()) {
      return finding.ok("There is no test split that could share anything.");
    }
    people.retainAll(subject.dataset().labels().identities());
    Set<Path> trained = files(subject.dataset().trainItems().stream());
    Set<Path> tested = files(items(test));
    Set<Path> shared = new HashSet<>(tested);
    shared.retainAll(trained);
    long copies = copies(tested, trained);
    finding
        .saw("people to be found", test.identities().size(), "")
        .saw("people in both splits", people.size(), "0")
        .abnormalIf(!people.isEmpty())
        .saw("files in both splits", shared.size(), "0")
        .abnormalIf(!shared.isEmpty())
        .saw("files of the test split that are copies", Long.toString(copies), "0")
        .abnormalIf(copies > 0)
        .saw("files compared byte by byte", "at most " + MOST_TEST_FILES, "");
    if (people.size() + shared.size() + copies > 0) {
      return finding.found(
          Severity.ERROR,
          "Training and test split share people or pictures: scores will be too good.",
          "Take them out of one of the splits; compare the annotation files of both.");
    }
    return finding.ok("Training and test split share nobody and no picture.");
  }

  private static Stream<Item> items(TestSplit test) {
    return Stream.concat(
            test.gallery().stream(),
            test.settings().stream().flatMap(setting -> setting.queries().stream()))
        .flatMap(entry -> entry.items().stream());
  }

  private static Set<Path> files(Stream<? extends Item> items) {
    Set<Path> files = new LinkedHashSet<>();
    items.forEach(
        item -> {
          if (item instanceof Item.Picture picture) {
            files.add(picture.file());
          }
        });
    return files;
  }

  /** Files under two names. One that cannot be read is no copy; the loader tells of it. */
  private static long copies(Collection<Path> tested, Collection<Path> trained) {
    Map<Long, Set<Path>> bySize = new HashMap<>();
    EvenSample.of(List.copyOf(trained), MOST_TRAIN_FILES)
        .forEach(file -> bySize.computeIfAbsent(size(file), s -> new HashSet<>()).add(file));
    return EvenSample.of(List.copyOf(tested), MOST_TEST_FILES).stream()
        .filter(file -> !trained.contains(file))
        .filter(
            file ->
                bySize.getOrDefault(size(file), Set.of()).stream()
                    .anyMatch(other -> isCopy(file, other)))
        .count();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return UNREADABLE;
    }
  }

  private static boolean isCopy(Path file, Path other) {
    try {
      return Files.mismatch(file, other) < 0;
    } catch (IOException e) {
      return false;
    }
  }
}
