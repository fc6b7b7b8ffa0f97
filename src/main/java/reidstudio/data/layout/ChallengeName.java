package reidstudio.data.layout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reidstudio.data.Modality;

/**
 * What a file's name of ORBench and PRCV2025 tells, as in {@code 0706_sysu_0228_cam3_0013_nir.jpg}
 * and {@code 0706_sysu_0228_front_4_sketch.jpg}.
 *
 * @param identity with leading zeros
 * @param source the set that the person comes from, {@code sysu} or {@code llcm}
 * @param camera of a photo; 0 for a drawing
 * @param view of a drawing: {@code front}, {@code back} or {@code side}; empty for a photo
 */
record ChallengeName(String identity, String source, Modality modality, int camera, String view) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})_(sysu|llcm)_\\d{4}_"
              + "(?:cam(\\d)_\\d{4}|c(\\d{2})_s\\d+_f\\d+|(front|back|side)_\\d+)"
              + "_(vis|nir|colorpencil|sketch)\\.jpe?g",
          Pattern.CASE_INSENSITIVE);

  /** Taken apart; empty if the name has another form. */
  static Optional<ChallengeName> of(String fileName) {
    Matcher form = FORM.matcher(fileName);
    if (!form.matches()) {
      return Optional.empty();
    }
    String camera = form.group(3) == null ? form.group(4) : form.group(3);
    return Optional.of(
        new ChallengeName(
            form.group(1),
            form.group(2),
            Modality.of(form.group(6)).orElseThrow(),
            camera == null ? 0 : Integer.parseInt(camera),
            form.group(5) == null ? "" : form.group(5)));
  }
}
