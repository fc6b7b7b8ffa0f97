package reidstudio.store.log;

import java.util.Optional;
import java.util.regex.Pattern;
import reidstudio.event.Severity;

/** How bad a line is: by its logger's level and its sign, or where it has neither, by its words. */
final class LineSeverity {
  private static final Pattern ERROR =
      Pattern.compile(
          "\\b\\w*(?:error|exception)\\b|\\btraceback\\b|out of memory|\u9519\u8BEF|\u5931\u8D25|\u5185\u5B58\u4E0D\u8DB3",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WARNING =
      Pattern.compile("\\b\\w*warn(?:ing)?\\b|\u8B66\u544A", Pattern.CASE_INSENSITIVE);

  Severity of(String text, Optional<Severity> level) {
    Severity sign = sign(text);
    if (level.isPresent()) {
      return level.get().compareTo(sign) >= 0 ? level.get() : sign;
    }
    if (sign != Severity.INFO) {
      return sign;
    }
    if (ERROR.matcher(text).find()) {
      return Severity.ERROR;
    }
    return WARNING.matcher(text).find() ? Severity.WARNING : Severity.INFO;
  }

  private static Severity sign(String text) {
    if (text.indexOf('\u274C') >= 0) {
      return Severity.ERROR;
    }
    return text.indexOf('\u26A0') >= 0 ? Severity.WARNING : Severity.INFO;
  }
}
