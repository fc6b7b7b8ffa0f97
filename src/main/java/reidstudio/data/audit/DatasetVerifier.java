package reidstudio.data.audit;

import reidstudio.data.DatasetException;

/** Finds out whether a data folder can be trained on. */
public interface DatasetVerifier {
  /**
   * Reads the folder and counts; no picture is decoded.
   *
   * @throws DatasetException with one sentence for the user
   * @throws java.util.concurrent.CancellationException if the listener asks for it
   */
  Verified look(DataPlace place, VerificationListener listener) throws DatasetException;

  /** Reads the folder, then decodes every picture and compares contents; throws as above. */
  Verified verify(DataPlace place, VerificationListener listener) throws DatasetException;
}
