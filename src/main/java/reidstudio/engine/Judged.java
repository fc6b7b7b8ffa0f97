package reidstudio.engine;

import java.util.List;
import reidstudio.event.Evaluation;

/** What an evaluation tells, whatever the features came from. */
public interface Judged {
  /** Scores. */
  Evaluation evaluation();

  /** The same scores, with what they leave out. */
  List<SettingResult> settings();

  /** What was done with junk, cameras and trials, in a sentence's words. */
  String conduct();

  /** Features that were ranked. */
  int gallery();

  /** Where it was computed. */
  String device();

  /** In sentences. */
  List<String> warnings();
}
