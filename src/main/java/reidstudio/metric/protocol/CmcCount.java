package reidstudio.metric.protocol;

/** What the CMC curve counts; mAP and mINP count pictures always. */
public enum CmcCount {
  /** Rank k is the k-th picture. */
  PICTURES("CMC counts pictures"),
  /** Rank k is the k-th person: of each, only the most similar picture stays in the list. */
  IDENTITIES("CMC counts people, each once");

  private final String words;

  CmcCount(String words) {
    this.words = words;
  }

  /** In words. */
  public String words() {
    return words;
  }
}
