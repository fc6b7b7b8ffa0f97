package reidstudio.data.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import reidstudio.data.Dataset;
import reidstudio.data.ProgressListener;

/** Finds pictures with the same bytes; only files that share their length are read. */
final class CopySearch {
  private static final int EXAMPLES = 20;
  private static final int BLOCK = 1 << 16;

  private final ProgressListener progress;

  CopySearch(ProgressListener progress) {
    this.progress = progress;
  }

  /**
   * Looks at every picture of both splits.
   *
   * @throws java.util.concurrent.CancellationException if the listener asks for it
   */
  Copies of(Dataset dataset) {
    List<AuditedPicture> pictures = AuditedPicture.of(dataset);
    Map<Long, List<AuditedPicture>> bySize =
        pictures.parallelStream().collect(Collectors.groupingByConcurrent(CopySearch::size));
    List<AuditedPicture> alike =
        bySize.entrySet().stream()
            .filter(entry -> entry.getKey() > 0 && entry.getValue().size() > 1)
            .flatMap(entry -> entry.getValue().stream())
            .toList();
    Map<String, List<AuditedPicture>> byContent = new ConcurrentHashMap<>();
    AtomicInteger done = new AtomicInteger();
    alike.parallelStream()
        .forEach(
            picture -> {
              progress.throwIfCancelled();
              sum(picture).ifPresent(sum -> put(byContent, sum, picture));
              progress.progress(done.incrementAndGet(), alike.size());
            });
    return copies(byContent.values().stream().filter(group -> group.size() > 1).toList());
  }

  private static void put(
      Map<String, List<AuditedPicture>> byContent, String sum, AuditedPicture picture) {
    byContent.compute(
        sum,
        (s, group) -> {
          List<AuditedPicture> now = group == null ? new ArrayList<>() : group;
          now.add(picture);
          return now;
        });
  }

  private static Copies copies(List<List<AuditedPicture>> groups) {
    List<List<String>> examples =
        groups.stream()
            .sorted(
                Comparator.comparing((List<AuditedPicture> group) -> !isBetweenSplits(group))
                    .thenComparing(group -> !isBetweenPeople(group))
                    .thenComparing(group -> names(group).get(0)))
            .limit(EXAMPLES)
            .map(CopySearch::names)
            .toList();
    return new Copies(
        groups.stream().mapToInt(group -> group.size() - 1).sum(),
        (int) groups.stream().filter(CopySearch::isBetweenPeople).count(),
        (int) groups.stream().filter(CopySearch::isBetweenSplits).count(),
        examples);
  }

  private static List<String> names(List<AuditedPicture> group) {
    return group.stream().map(AuditedPicture::name).sorted().toList();
  }

  /** Identities of one split; the two splits may number the same person differently. */
  private static boolean isBetweenPeople(List<AuditedPicture> group) {
    return group.stream()
        .collect(Collectors.partitioningBy(AuditedPicture::isTraining))
        .values()
        .stream()
        .anyMatch(part -> part.stream().map(AuditedPicture::identity).distinct().count() > 1);
  }

  private static boolean isBetweenSplits(List<AuditedPicture> group) {
    return group.stream().map(AuditedPicture::isTraining).distinct().count() > 1;
  }

  /** 0 for a file that is gone; the decoder tells of it. */
  private static long size(AuditedPicture picture) {
    try {
      return Files.size(picture.file());
    } catch (IOException e) {
      return 0;
    }
  }

  private static Optional<String> sum(AuditedPicture picture) {
    try (InputStream in = Files.newInputStream(picture.file())) {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[BLOCK];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        sha.update(block, 0, read);
      }
      return Optional.of(HexFormat.of().formatHex(sha.digest()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
