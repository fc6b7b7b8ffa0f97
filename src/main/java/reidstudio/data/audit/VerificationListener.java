package reidstudio.data.audit;

import reidstudio.data.ProgressListener;

/** Hears how far a verification is, and may end it. Called on working threads. */
public interface VerificationListener extends ProgressListener {
  /** A stage begins; progress counts anew. */
  void begins(VerificationStage stage);

  /** What can be told before pictures are decoded. */
  default void read(Verified structure) {}
}
