package reidstudio.data.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import reidstudio.data.Modality;
import reidstudio.data.SkipReason;

/** The pictures of a data folder by name and by identity, as {@link FolderScan} listed them. */
final class FolderIndex {
  private final Map<String, PictureFile> byName = new HashMap<>();

  /** For annotations made on a system that does not tell upper from lower case. */
  private final Map<String, PictureFile> byLowerCaseName = new HashMap<>();

  private final Map<Modality, Map<String, List<PictureFile>>> byIdentity =
      new EnumMap<>(Modality.class);

  /** Folders that differ in more than upper and lower case from all others. */
  private final Map<String, String> byLowerCaseIdentity = new HashMap<>();

  private final Set<String> outside;

  /**
   * Indexes {@code pictures}.
   *
   * @param outside names of folders that are links to a place outside
   */
  FolderIndex(Collection<PictureFile> pictures, Set<String> outside) {
    this.outside = Set.copyOf(outside);
    Set<String> ambiguous = new HashSet<>();
    pictures.stream()
        .sorted(Comparator.comparing(PictureFile::name))
        .forEach(
            picture -> {
              byName.put(picture.name(), picture);
              String lower = picture.name().toLowerCase(Locale.ROOT);
              if (byLowerCaseName.put(lower, picture) != null) {
                ambiguous.add(lower);
              }
              byIdentity
                  .computeIfAbsent(picture.modality(), m -> new TreeMap<>())
                  .computeIfAbsent(picture.identity(), i -> new ArrayList<>())
                  .add(picture);
            });
    byLowerCaseName.keySet().removeAll(ambiguous);
    Map<String, Set<String>> spellings = new HashMap<>();
    pictures.forEach(
        picture ->
            spellings
                .computeIfAbsent(picture.identity().toLowerCase(Locale.ROOT), i -> new HashSet<>())
                .add(picture.identity()));
    spellings.forEach(
        (lower, all) -> {
          if (all.size() == 1) {
            byLowerCaseIdentity.put(lower, all.iterator().next());
          }
        });
  }

  /** Pictures of one identity in one modality, by name. */
  List<PictureFile> pictures(Modality modality, String identity) {
    return byIdentity.getOrDefault(modality, Map.of()).getOrDefault(identity, List.of());
  }

  /**
   * A path as the disk spells it. Who goes by an annotation's spelling would take one person for
   * two, or not find the other pictures of that person. Of a picture that is not there only the
   * identity is spelt anew, so that a report names what stands in the file.
   */
  PicturePath spelt(PicturePath path) {
    return lookUp(path)
        .map(found -> new PicturePath(found.modality(), found.identity(), found.name()))
        .orElseGet(() -> new PicturePath(path.modality(), identity(path.identity()), path.name()));
  }

  private String identity(String written) {
    boolean exact = byIdentity.values().stream().anyMatch(own -> own.containsKey(written));
    return exact
        ? written
        : byLowerCaseIdentity.getOrDefault(written.toLowerCase(Locale.ROOT), written);
  }

  private Optional<PictureFile> lookUp(PicturePath path) {
    PictureFile picture = byName.get(path.name());
    return Optional.ofNullable(
        picture != null ? picture : byLowerCaseName.get(path.name().toLowerCase(Locale.ROOT)));
  }

  /**
   * The picture that an annotation means.
   *
   * @throws UnusableException if there is none
   */
  PictureFile find(PicturePath path) throws UnusableException {
    Optional<PictureFile> picture = lookUp(path);
    if (picture.isPresent()) {
      return picture.get();
    }
    Optional<String> link =
        outside.stream().filter(folder -> path.name().startsWith(folder + "/")).findFirst();
    throw link.isPresent()
        ? new UnusableException(
            SkipReason.OUTSIDE_FOLDER, path.name(), link.get() + " is a link to elsewhere")
        : new UnusableException(SkipReason.MISSING_FILE, path.name(), "");
  }
}
