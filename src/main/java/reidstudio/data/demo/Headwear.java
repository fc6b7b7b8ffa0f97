package reidstudio.data.demo;

/** What is worn on the head; the tint means nothing for {@link Kind#NONE}. */
record Headwear(Kind kind, Tint tint) {

  enum Kind {
    NONE,
    CAP,
    BEANIE,
    BRIMMED_HAT
  }

  static final Headwear BARE = new Headwear(Kind.NONE, Tint.BLACK);
}
