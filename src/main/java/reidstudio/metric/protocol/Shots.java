package reidstudio.metric.protocol;

/**
 * Who is on each picture, and which camera took it.
 *
 * @param identities numbers of which a smaller one comes first in the data set's own order
 * @param cameras as long; 0 where it is not known
 */
public record Shots(int[] identities, int[] cameras) {
  public Shots {
    if (identities.length != cameras.length) {
      throw new IllegalArgumentException(
          "%d identities do not fit %d cameras".formatted(identities.length, cameras.length));
    }
    identities = identities.clone();
    cameras = cameras.clone();
  }

  /** Number of pictures. */
  public int size() {
    return identities.length;
  }
}
