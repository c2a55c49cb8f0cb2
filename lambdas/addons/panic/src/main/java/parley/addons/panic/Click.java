package parley.addons.panic;

/** How a button was pressed. */
enum Click {
  SINGLE,
  DOUBLE,
  LONG
}
