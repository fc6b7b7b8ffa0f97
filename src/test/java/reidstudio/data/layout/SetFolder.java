package reidstudio.data.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.TestSplit;

/** Writes small folders of any layout, and tells what was read of them in short words. */
final class SetFolder {
  final Path root;

  SetFolder(Path root) {
    this.root = root;
  }

  SetFolder pictures(String... names) throws IOException {
    for (String name : names) {
      bytes(name, OrbenchFolder.PICTURE);
    }
    return this;
  }

  /** A file whose apostrophes are quotation marks: JSON that can be read in a test. */
  SetFolder json(String name, String... lines) throws IOException {
    return text(name, String.join("\n", lines).replace('\'', '"'));
  }

  SetFolder text(String name, String... lines) throws IOException {
    return bytes(name, String.join("\n", lines).getBytes(UTF_8));
  }

  SetFolder bytes(String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return this;
  }

  Dataset open() throws IOException {
    return DatasetReader.ofAllLayouts().open(root);
  }

  /** "IDENTITY MODALITY NAME" of each training item. */
  static List<String> train(Dataset data) {
    return data.trainItems().stream()
        .map(
            item ->
                data.labels().identity(item.label()) + " " + item.modality() + " " + item.name())
        .toList();
  }

  /** "IDENTITY cCAMERA ROLE NAME" of each gallery entry; a camera or role that says nothing not. */
  static List<String> gallery(Dataset data) {
    return data.test().gallery().stream().map(SetFolder::line).toList();
  }

  static List<String> queries(Dataset data, int setting) {
    return data.test().settings().get(setting).queries().stream().map(SetFolder::line).toList();
  }

  private static String line(TestSplit.Entry entry) {
    String camera = entry.camera() == TestSplit.Entry.NO_CAMERA ? "" : " c" + entry.camera();
    String role = entry.role() == TestSplit.Role.PERSON ? "" : " " + entry.role();
    List<String> shown =
        entry.items().stream()
            .map(item -> item instanceof Item.Caption caption ? caption.text() : item.name())
            .toList();
    return entry.identity() + camera + role + " " + String.join(" + ", shown);
  }
}
