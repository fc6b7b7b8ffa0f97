package reidstudio.data.demo;

/** The garment on the lower body. */
record Lower(Kind kind, Tint tint) {

  enum Kind {
    TROUSERS,
    JEANS,
    SHORTS,
    SKIRT
  }

  Material material() {
    return kind == Kind.JEANS ? Material.denim(tint) : Material.cotton(tint);
  }
}
