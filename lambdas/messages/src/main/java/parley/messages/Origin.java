package parley.messages;

/**
 * The add-on through which an entry came.
 *
 * @param app the add-on's name
 * @param from the name to show where no person wrote it; empty where there is none
 * @param data a JSON object for the add-on's part in the page, as text; empty where there is none
 */
record Origin(String app, String from, String data) {

  /** Whose it is where no person wrote it. People's ids are UUIDs, so none is like it. */
  String sender() {
    return "app-" + app;
  }

  /** What is left of it with a deleted message. */
  Origin erased() {
    return new Origin(app, "", "");
  }
}
