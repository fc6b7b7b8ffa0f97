package reidstudio.data.demo;

/** What is carried; the tint means nothing for {@link Kind#NONE}. */
record Bag(Kind kind, Tint tint) {

  enum Kind {
    NONE,
    BACKPACK,
    HANDBAG,
    SHOULDER_BAG
  }

  static final Bag NONE = new Bag(Kind.NONE, Tint.BLACK);
}
