package parley.local.iam;

/** Who calls. */
public sealed interface Principal {

  /** As AWS's error messages name it. */
  String arn();

  /**
   * A session of a role of the stack, as functions have it.
   *
   * @param role the role's ARN
   * @param session the session's name: of a function, its own
   */
  record RoleSession(String role, String session) implements Principal {

    @Override
    public String arn() {
      var parts = role.split(":", 6);
      var name = role.substring(role.lastIndexOf('/') + 1);
      return "arn:aws:sts::%s:assumed-role/%s/%s".formatted(parts[4], name, session);
    }
  }

  /**
   * A device of the stack that is connected to IoT Core, which may do what the policies attached to
   * its certificate allow.
   *
   * @param certificate the certificate's ARN
   * @param thing the thing that the certificate is attached to and whose name the device connected
   *     with; "" where there is none
   */
  record Device(String certificate, String thing) implements Principal {

    @Override
    public String arn() {
      return certificate;
    }
  }

  /**
   * A service of AWS that acts for a resource of the stack, and so is allowed things by resource
   * policies alone.
   *
   * @param name such as {@code apigateway.amazonaws.com}
   * @param sourceArn for which resource: {@code aws:SourceArn}
   * @param sourceAccount in which account: {@code aws:SourceAccount}
   */
  record Service(String name, String sourceArn, String sourceAccount) implements Principal {

    @Override
    public String arn() {
      return name;
    }
  }
}
