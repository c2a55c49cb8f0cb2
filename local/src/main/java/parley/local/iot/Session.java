package parley.local.iot;

import parley.local.iam.Access;
import parley.local.iam.Guard;
import parley.local.iam.Principal;
import parley.local.template.Names;

/**
 * What a connected device may do, by the policies of its certificate.
 *
 * @param names the stack's
 * @param device who it is
 * @param clientId the name that it connected with
 */
record Session(Names names, Guard guard, Principal.Device device, String clientId) {

  static Session of(Names names, Guard guard, Certificate certificate, String clientId) {
    var device = new Principal.Device(certificate.arn(), certificate.thing(clientId));
    return new Session(names, guard, device, clientId);
  }

  boolean mayConnect() {
    return may("Connect", "client/" + clientId);
  }

  /** To say something that the broker keeps for who comes later wants a permission of its own. */
  boolean mayPublish(String topic, boolean retained) {
    return may("Publish", "topic/" + topic)
        && (!retained || may("RetainPublish", "topic/" + topic));
  }

  private boolean may(String action, String resource) {
    return guard.check(device, new Access("iot:" + action, names.arn("iot", resource))).allowed();
  }
}
