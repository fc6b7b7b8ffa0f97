package reidstudio.data.layout;

import reidstudio.data.Modality;

/** What a query or a gallery entry shows, before it is known whether it can be used. */
sealed interface Shown {
  Modality modality();

  /** A listed picture. */
  record Photo(PictureFile picture) implements Shown {
    @Override
    public Modality modality() {
      return picture.modality();
    }
  }

  /**
   * A caption as written.
   *
   * @param name what to call it in a report
   */
  record Words(String name, String text) implements Shown {
    @Override
    public Modality modality() {
      return Modality.TEXT;
    }
  }
}
