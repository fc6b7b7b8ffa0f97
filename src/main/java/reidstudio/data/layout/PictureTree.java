package reidstudio.data.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;

/**
 * The pictures of chosen folders, listed once, for layouts whose depth differs from folder to
 * folder. Annotations are looked up here and never on disk.
 */
final class PictureTree {
  /** No layout is deeper; a tree that goes on below is no data set. */
  private static final int DEPTH = 6;

  /**
   * A listed picture.
   *
   * @param name relative to the data folder, with forward slashes
   */
  record Leaf(String name, Path file) {
    /** The folders that it lies in, from the data folder on, and its own name. */
    List<String> steps() {
      return List.of(name.split("/"));
    }
  }

  private final SafeListing listing;
  private final Map<String, Leaf> leaves = new TreeMap<>();

  /** For annotations made on a system that does not tell upper from lower case. */
  private final Map<String, Leaf> lowerCase = new TreeMap<>();

  private final Set<String> ambiguous = new HashSet<>();
  private final Set<String> found = new HashSet<>();

  private PictureTree(Path root, SkipLog log) {
    this.listing = new SafeListing(root, log);
  }

  /**
   * Lists the folders of {@code root}, a real path, whose names {@code wanted} accepts in lower
   * case.
   */
  static PictureTree of(Path root, SkipLog log, Predicate<String> wanted) {
    PictureTree tree = new PictureTree(root, log);
    for (Path entry : tree.listing.entries(root)) {
      if (wanted.test(entry.getFileName().toString().toLowerCase(Locale.ROOT))
          && tree.listing.isFolder(entry)) {
        tree.list(entry, new ArrayDeque<>(List.of(root)));
      }
    }
    tree.lowerCase.keySet().removeAll(tree.ambiguous);
    return tree;
  }

  private void list(Path folder, Deque<Path> above) {
    Optional<Path> real = realPath(folder);
    if (above.size() > DEPTH || real.isEmpty() || above.contains(real.get())) {
      return;
    }
    above.push(real.get());
    for (Path entry : listing.entries(folder)) {
      if (SafeListing.isPicture(entry)) {
        add(new Leaf(listing.nameOf(entry), entry));
      } else if (listing.isFolder(entry)) {
        list(entry, above);
      }
    }
    above.pop();
  }

  /** A link to one of the folders above would be listed for ever. */
  private Optional<Path> realPath(Path folder) {
    try {
      return Optional.of(folder.toRealPath());
    } catch (IOException e) {
      listing.unreadable(folder, e);
      return Optional.empty();
    }
  }

  private void add(Leaf leaf) {
    leaves.put(leaf.name(), leaf);
    String lower = leaf.name().toLowerCase(Locale.ROOT);
    if (lowerCase.put(lower, leaf) != null) {
      ambiguous.add(lower);
    }
  }

  /** All pictures, by name. */
  List<Leaf> all() {
    return List.copyOf(leaves.values());
  }

  /** Those below {@code folder}, given with forward slashes in any case, by name. */
  List<Leaf> under(String folder) {
    String start = folder.toLowerCase(Locale.ROOT) + "/";
    List<Leaf> found = new ArrayList<>();
    for (Leaf leaf : leaves.values()) {
      if (leaf.name().toLowerCase(Locale.ROOT).startsWith(start)) {
        found.add(leaf);
      }
    }
    return found;
  }

  /**
   * The picture that an annotation means.
   *
   * @param base folder that the annotation's paths start in; empty for the data folder
   * @throws UnusableException if there is none, or the path leads out of the data folder
   */
  Leaf find(String base, String written) throws UnusableException {
    String name = WrittenPath.of(written).name();
    String whole = base.isEmpty() ? name : base + "/" + name;
    for (String candidate : List.of(whole, name)) {
      Leaf leaf = leaves.get(candidate);
      if (leaf == null) {
        leaf = lowerCase.get(candidate.toLowerCase(Locale.ROOT));
      }
      if (leaf != null) {
        found.add(leaf.name());
        return leaf;
      }
    }
    for (String link : listing.outside()) {
      if (whole.startsWith(link + "/")) {
        throw new UnusableException(
            SkipReason.OUTSIDE_FOLDER, whole, link + " is a link to elsewhere");
      }
    }
    throw new UnusableException(SkipReason.MISSING_FILE, whole, "");
  }

  /** Says how many pictures below {@code folder} were never {@link #find found}, if any. */
  void noteUnlisted(String folder, SkipLog log) {
    List<Leaf> unlisted =
        under(folder).stream().filter(leaf -> !found.contains(leaf.name())).toList();
    if (!unlisted.isEmpty()) {
      log.note(
          "%d pictures in %s are in no list and are not used, first %s."
              .formatted(unlisted.size(), folder, unlisted.get(0).name()));
    }
  }
}
