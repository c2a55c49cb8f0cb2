package parley.infra.instances;

/**
 * One customer.
 *
 * @param name of its file, without {@code .yaml}: 1 to 20 lower-case letters, digits and "-"
 * @param settings what the file says
 */
public record Instance(String name, Settings settings) {

  /** The name of its stack. */
  public String stack() {
    return "parley-" + name;
  }
}
