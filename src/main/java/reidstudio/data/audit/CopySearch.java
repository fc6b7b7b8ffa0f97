package reidstudio.data.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import reidstudio.data.Dataset;

/**
 * Finds pictures with the same bytes while they are read for another reason. Only files that share
 * their length are summed. Safe for many threads.
 */
final class CopySearch {
  private final Map<Path, AuditedPicture> alike;
  private final Map<String, List<AuditedPicture>> byContent = new ConcurrentHashMap<>();

  private CopySearch(Map<Path, AuditedPicture> alike) {
    this.alike = alike;
  }

  /** Among every picture of both splits that shows a person. */
  static CopySearch in(Dataset dataset) {
    Map<Long, List<AuditedPicture>> bySize =
        AuditedPicture.of(dataset).parallelStream()
            .collect(Collectors.groupingByConcurrent(CopySearch::size));
    Map<Path, AuditedPicture> alike = new HashMap<>();
    bySize.forEach(
        (size, pictures) -> {
          if (size > 0 && pictures.size() > 1) {
            pictures.forEach(picture -> alike.put(picture.file(), picture));
          }
        });
    return new CopySearch(alike);
  }

  /** Takes in what {@code file} holds. */
  void take(Path file, byte[] content) {
    AuditedPicture picture = alike.get(file);
    if (picture != null) {
      byContent.compute(
          sum(content),
          (sum, group) -> {
            List<AuditedPicture> now = group == null ? new ArrayList<>() : group;
            now.add(picture);
            return now;
          });
    }
  }

  /** Those of the pictures that were taken in. */
  Copies result() {
    return Copies.of(
        byContent.values().stream().filter(group -> group.size() > 1).map(CopyGroup::of).toList());
  }

  /** 0 for a file that is gone; whoever reads it tells of it. */
  private static long size(AuditedPicture picture) {
    try {
      return Files.size(picture.file());
    } catch (IOException e) {
      return 0;
    }
  }

  private static String sum(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
