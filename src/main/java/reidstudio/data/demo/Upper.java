package reidstudio.data.demo;

/** The garment on the upper body. The accent is the second colour of the pattern. */
record Upper(Kind kind, Tint tint, Pattern pattern, Tint accent) {

  enum Kind {
    T_SHIRT,
    SHIRT,
    JACKET,
    COAT,
    HOODIE
  }
}
