package reidstudio.data.layout;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reidstudio.data.Modality;

/**
 * The gallery or the queries of one setting, as written.
 *
 * @param key name in the file
 * @param modalities what each entry shows, in order
 */
record TestList(String key, List<Modality> modalities, List<TestAnnotations.Entry> entries) {
  /** Receives what an entry shows in pictures. */
  interface PictureVisitor {
    void visit(TestAnnotations.Entry entry, String path);
  }

  /** The list under a key; empty if the key names no gallery and no combination of modalities. */
  static Optional<TestList> of(String key, List<TestAnnotations.Entry> entries) {
    Optional<List<Modality>> modalities =
        key.equals(TestAnnotations.GALLERY)
            ? Optional.of(List.of(Modality.VIS))
            : queryModalities(key);
    return modalities.map(known -> new TestList(key, known, entries));
  }

  boolean isGallery() {
    return key.equals(TestAnnotations.GALLERY);
  }

  /** What to call an entry in a report. */
  String nameOf(TestAnnotations.Entry entry) {
    return "%s %s of %s".formatted(TestAnnotations.FILE, key, entry.identity());
  }

  /** Visits all paths of pictures, as written. */
  void visitPictures(PictureVisitor visitor) {
    for (TestAnnotations.Entry entry : entries) {
      for (int i = 0; i < Math.min(modalities.size(), entry.shown().size()); i++) {
        if (modalities.get(i).isImage()) {
          visitor.visit(entry, entry.shown().get(i));
        }
      }
    }
  }

  /** {@code NIR+TEXT} taken apart; empty if a part is unknown, visible or there twice. */
  private static Optional<List<Modality>> queryModalities(String key) {
    Set<Modality> taken = EnumSet.of(Modality.VIS);
    List<Modality> modalities = new ArrayList<>();
    for (String word : key.strip().split("\\s*[+_,&-]\\s*", -1)) {
      Optional<Modality> modality = Modality.of(word);
      if (modality.isEmpty() || !taken.add(modality.get())) {
        return Optional.empty();
      }
      modalities.add(modality.get());
    }
    return Optional.of(modalities);
  }
}
