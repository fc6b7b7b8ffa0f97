package reidstudio.data.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import reidstudio.data.demo.DemoSpec;

/**
 * A demo set with three faults, each by its name in the folder.
 *
 * @param broken looks whole at both ends and is not between them
 * @param missing is annotated and not there
 * @param original a photo of one person
 * @param copy the same photo, said to show another person
 */
public record PlantedSet(String broken, String missing, String original, String copy) {
  /** So small that it is drawn at once. */
  public static final DemoSpec SPEC = new DemoSpec(6, 2, 3, 2, 1, 1, 40, 80, 11);

  /** Plants them in the demo set in {@code folder}. */
  public static PlantedSet plant(Path folder) throws IOException {
    String trained = Files.readString(folder.resolve("train_annos.json"));
    List<Path> photos =
        pictures(folder, "vis").stream()
            .filter(photo -> trained.contains(name(folder, photo)))
            .toList();
    Path original = photos.get(0);
    Path copy =
        photos.stream()
            .filter(photo -> !photo.getParent().equals(original.getParent()))
            .findFirst()
            .orElseThrow();
    Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
    Path missing = photos.get(1);
    Files.delete(missing);
    Path broken = pictures(folder, "nir").get(0);
    byte[] bytes = Files.readAllBytes(broken);
    byte[] torn = Arrays.copyOf(bytes, bytes.length / 2);
    torn[torn.length - 2] = (byte) 0xFF;
    torn[torn.length - 1] = (byte) 0xD9;
    Files.write(broken, torn);
    return new PlantedSet(
        name(folder, broken), name(folder, missing), name(folder, original), name(folder, copy));
  }

  /** All pictures of a modality in ascending order. */
  public static List<Path> pictures(Path folder, String modality) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(modality))) {
      return files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
