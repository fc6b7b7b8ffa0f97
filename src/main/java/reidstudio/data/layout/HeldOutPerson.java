package reidstudio.data.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reidstudio.data.Modality;
import reidstudio.data.TestSplit;

/**
 * Somebody of the challenge's training people, to be trained on or to be looked for. Looked for,
 * each visible picture is one query of each kind: its own caption, and near-infrared pictures and
 * drawings of the same person in turn.
 */
final class HeldOutPerson {
  private static final List<Modality> ALL =
      List.of(Modality.NIR, Modality.CP, Modality.SK, Modality.TEXT);

  private final Map<PictureFile, List<String>> photos = new LinkedHashMap<>();
  private final Map<Modality, List<PictureFile>> others = new EnumMap<>(Modality.class);

  void photo(PictureFile picture, List<String> captions) {
    photos.put(picture, captions);
  }

  void other(PictureFile picture) {
    others.computeIfAbsent(picture.modality(), m -> new ArrayList<>()).add(picture);
  }

  Set<String> photoNames() {
    Set<String> names = new java.util.TreeSet<>();
    photos.keySet().forEach(photo -> names.add(photo.name()));
    return names;
  }

  void train(TrainDraft draft) {
    photos.forEach(draft::add);
    others.values().forEach(pictures -> pictures.forEach(draft::add));
  }

  void test(TestDraft draft) {
    int number = 0;
    for (Map.Entry<PictureFile, List<String>> photo : photos.entrySet()) {
      PictureFile picture = photo.getKey();
      draft.gallery(Sighting.of(picture, TestSplit.Entry.NO_CAMERA));
      Map<Modality, Shown> parts = new EnumMap<>(Modality.class);
      for (Map.Entry<Modality, List<PictureFile>> other : others.entrySet()) {
        List<PictureFile> pictures = other.getValue();
        parts.put(other.getKey(), new Shown.Photo(pictures.get(number % pictures.size())));
      }
      if (!photo.getValue().isEmpty()) {
        parts.put(Modality.TEXT, new Shown.Words(picture.name(), photo.getValue().get(0)));
      }
      parts.forEach((modality, shown) -> query(draft, picture, modality.name(), List.of(shown)));
      if (parts.keySet().containsAll(ALL)) {
        query(draft, picture, "NIR+CP+SK+TEXT", ALL.stream().map(parts::get).toList());
      }
      number++;
    }
  }

  private static void query(TestDraft draft, PictureFile photo, String setting, List<Shown> shown) {
    draft.query(setting, Modality.VIS, Sighting.of(photo.identity(), shown));
  }
}
