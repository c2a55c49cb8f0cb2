package parley.local.iam;

/** Decides who may do what. Safe for many threads; quick enough for every call. */
public interface Authority {

  /** The decision, without any other effect. */
  Decision decide(Principal principal, Access access);
}
