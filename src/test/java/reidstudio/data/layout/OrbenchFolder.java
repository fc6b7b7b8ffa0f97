package reidstudio.data.layout;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.data.Dataset;

/** Writes small ORBench folders; its pictures have a start and an end and nothing between. */
final class OrbenchFolder {
  static final byte[] PICTURE = {
    (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 2, 7, 7, (byte) 0xFF, (byte) 0xD9
  };

  final Path root;
  private final List<Object> train = new ArrayList<>();
  private final Map<String, List<List<Object>>> test = new LinkedHashMap<>();

  OrbenchFolder(Path root) {
    this.root = root;
  }

  OrbenchFolder file(String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return this;
  }

  OrbenchFolder pictures(String... names) throws IOException {
    for (String name : names) {
      file(name, PICTURE);
    }
    return this;
  }

  OrbenchFolder annotate(Object id, String path, Object caption) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    entry.put("file_path", path);
    entry.put("caption", caption);
    return entry(entry);
  }

  OrbenchFolder entry(Object entry) {
    train.add(entry);
    return this;
  }

  OrbenchFolder test(String key, Object... entry) {
    test.computeIfAbsent(key, k -> new ArrayList<>()).add(List.of(entry));
    return this;
  }

  /** Two training people, 0003 with all modalities and 0010 without drawings; one to be tested. */
  OrbenchFolder small() throws IOException {
    return pictures(
            "vis/0003/a.jpg", "vis/0003/b.jpg", "nir/0003/n.jpg", "cp/0003/c.jpg", "sk/0003/s.jpg")
        .pictures("vis/0010/a.jpg", "nir/0010/n.jpg", "vis/0007/g.jpg", "nir/0007/q.jpg")
        .annotate(2, "vis/0010/a.jpg", "a tall man")
        .annotate(1, "vis/0003/a.jpg", "a woman in red")
        .annotate(1, "vis/0003/b.jpg", "a red coat")
        .test("RGB_GALLERY", 7, "vis/0007/g.jpg")
        .test("NIR", 7, "nir/0007/q.jpg")
        .test("TEXT+NIR", 7, "a man with photo.jpg on his shirt", "nir/0007/q.jpg");
  }

  OrbenchFolder write() throws IOException {
    ObjectMapper json = new ObjectMapper();
    file("train_annos.json", json.writeValueAsBytes(train));
    if (!test.isEmpty()) {
      file("test_gallery_and_queries.json", json.writeValueAsBytes(test));
    }
    return this;
  }

  OrbenchFolder trainJson(String text) throws IOException {
    return file("train_annos.json", text.getBytes(StandardCharsets.UTF_8));
  }

  Dataset open() throws IOException {
    return DatasetReader.ofAllLayouts().open(root);
  }
}
