package parley.addons.panic;

/** Who is told of an alarm that nobody acknowledged. */
interface Notices {

  /** Nobody beyond the room. */
  Notices NONE =
      new Notices() {
        @Override
        public void tell(String text) {}

        @Override
        public String what() {
          return "";
        }
      };

  /** Tells them. */
  void tell(String text);

  /** That they were told, as the room hears it: the end of a sentence, or "". */
  String what();
}
