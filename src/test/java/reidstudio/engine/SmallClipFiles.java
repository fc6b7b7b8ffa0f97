package reidstudio.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reidstudio.config.RunConfig;
import reidstudio.data.text.SmallClip;
import reidstudio.model.OpenAiNames;
import reidstudio.model.ReidModel;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.weights.SafetensorsWriter;

/**
 * Weights and vocabulary of a CLIP that runs start from in moments.
 *
 * @param weights OpenAI's names, made for squares of 3 x 3 patches
 * @param vocabulary a {@code tokenizer.json}
 */
record SmallClipFiles(Path weights, Path vocabulary) {
  static final SmallClip WORDS = SmallClip.of("t h", "th e</w>", "a n", "r e", "an d</w>");

  private static final String[] SIZES = {
    "model.width", "128",
    "model.heads", "2",
    "model.imageLayers", "2",
    "model.patch", "12",
    "model.embedding", "64",
    "model.text.kind", "clip",
    "model.text.width", "64",
    "model.text.heads", "1",
    "model.text.layers", "2"
  };

  /** Writes both into {@code folder}. */
  static SmallClipFiles in(Path folder) throws IOException {
    Files.createDirectories(folder);
    SmallClipFiles files =
        new SmallClipFiles(folder.resolve("clip.safetensors"), WORDS.tokenizerJson(folder, true));
    RunConfig source =
        SmallRun.config(
            folder,
            files
                .and("seed", "5", "data.imageHeight", "36", "data.imageWidth", "36")
                .toArray(String[]::new));
    try (OperatorPack pack = OperatorPack.load(Device.cpu());
        ReidModel model = new ReidModel(pack, source, 2, WORDS.symbols().size());
        FileChannel out =
            FileChannel.open(
                files.weights, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Map<String, NDArray> arrays = OpenAiNames.of(model);
      new SafetensorsWriter().write(out, arrays, Map.of());
    }
    return files;
  }

  /** A run on {@code data} that starts from the files; further settings as key, value. */
  RunConfig config(Path data, String... settings) {
    List<String> all = and("model.weights.pretrained", weights.toString());
    all.addAll(List.of("model.lora.rank", "4", "model.lora.layers", "1"));
    all.addAll(List.of("model.weights.frozen", "visual.transformer"));
    all.addAll(List.of(settings));
    return SmallRun.config(data, all.toArray(String[]::new));
  }

  private List<String> and(String... settings) {
    List<String> all = new ArrayList<>(List.of(SIZES));
    all.addAll(List.of("model.text.vocabulary", vocabulary.toString()));
    all.addAll(List.of(settings));
    return all;
  }
}
