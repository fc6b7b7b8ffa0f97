package reidstudio.tensor.weights;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A way in which files name CLIP's weights. */
sealed interface ClipNaming permits OpenAiNaming, HuggingFaceNaming {
  /** All namings that are known. */
  List<ClipNaming> ALL = List.of(new OpenAiNaming(), new HuggingFaceNaming());

  /** Facts about the model beside its weights; old files of Hugging Face count their positions. */
  Pattern NO_WEIGHT =
      Pattern.compile(
          "logit_scale|input_resolution|context_length|vocab_size"
              + "|(vision|text)_model\\.embeddings\\.position_ids");

  /** Who names weights so, for the user. */
  String origin();

  /** What a key of a file is in the model; empty if it is nothing of CLIP's. */
  Optional<Target> target(String key);

  /**
   * Where an array of a file goes.
   *
   * @param name a parameter of the model
   * @param chunk which part of it, counted along the first axis
   * @param chunks how many parts make it
   * @param isTransposed whether the file has [width, embedding], for {@code x @ projection}
   */
  record Target(String name, int chunk, int chunks, boolean isTransposed) {
    static Target whole(String name) {
      return new Target(name, 0, 1, false);
    }

    static Target transposed(String name) {
      return new Target(name, 0, 1, true);
    }
  }
}
