package reidstudio.data.demo;

/** A camera by its number in file names, and the place it watches. */
record Camera(int number, Setting setting) {}
