package reidstudio.engine;

import java.util.List;

/** Where the features of an evaluation come from. */
interface FeatureSource {
  /** Takes what was made of a piece, and decides whether to go on. */
  interface Receiver {
    /** Features of {@code targets}, in their order. */
    void features(List<EncodingPlan.Target> targets, float[][] features) throws EvaluationException;

    /** {@code targets} have none, for one of their items cannot be read. */
    void unreadable(List<EncodingPlan.Target> targets, List<String> dropped);

    /** Called after each batch; false ends the extraction. */
    boolean proceed(int items) throws InterruptedException;
  }

  /**
   * Gives all features of {@code pieces}.
   *
   * @return whether it came to the end
   */
  boolean run(List<EncodingPlan.Piece> pieces, Receiver receiver)
      throws EvaluationException, InterruptedException;
}
